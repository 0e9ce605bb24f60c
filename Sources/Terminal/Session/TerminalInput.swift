import Dispatch
import Glibc

/// Reads the terminal as bytes come and hands on what they mean.
///
/// Nothing is read before ``start()``; after ``stop()`` nothing comes.
@MainActor final class TerminalInput {
    private let device: TerminalDevice
    private let receive: ([DecodedInput]) -> Void
    private let hangUp: () -> Void
    private var decoder = InputDecoder()
    private var source: (any DispatchSourceRead)?
    private var silence: (any DispatchSourceTimer)?

    private var patience = EscapePatience()

    init(
        _ device: TerminalDevice,
        receive: @escaping ([DecodedInput]) -> Void,
        hangUp: @escaping () -> Void
    ) {
        self.device = device
        self.receive = receive
        self.hangUp = hangUp
    }

    func start() {
        guard source == nil else { return }
        let source = DispatchSource.makeReadSource(
            fileDescriptor: device.descriptor,
            queue: .main
        )
        source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.read() } }
        source.activate()
        self.source = source
    }

    /// Waits for the rest of a key as long as the line makes it.
    func heed(_ line: LineEstimate) {
        if let roundTrip = line.roundTrip { patience.heed(roundTrip: roundTrip) }
    }

    func stop() {
        source?.cancel()
        source = nil
        silence?.cancel()
        silence = nil
    }

    /// Stops and closes the device, when its descriptor is watched no more.
    func close() {
        let descriptor = device.descriptor
        if let source {
            source.setCancelHandler { _ = Glibc.close(descriptor) }
            stop()
        } else {
            device.close()
        }
    }

    private func read() {
        guard source != nil else { return }
        guard let bytes = device.read() else {
            stop()
            return hangUp()
        }
        silence?.cancel()
        silence = nil
        let mistakes = decoder.hastyFlushes
        let decoded = decoder.feed(bytes)
        if decoder.hastyFlushes != mistakes { patience.wasTooShort() }
        if decoder.isWaiting { waitForMore() }
        if !decoded.isEmpty { receive(decoded) }
    }

    private func waitForMore() {
        let timer = DispatchSource.makeTimerSource(queue: .main)
        timer.schedule(deadline: .now() + .milliseconds(patience.milliseconds))
        timer.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.flush() } }
        timer.activate()
        silence = timer
    }

    private func flush() {
        silence = nil
        let decoded = decoder.flush()
        if !decoded.isEmpty { receive(decoded) }
    }
}
