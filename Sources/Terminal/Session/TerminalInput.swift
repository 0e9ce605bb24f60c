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
    /// One for as long as the session lasts: made anew for the same descriptor in
    /// place of one that is only just cancelled, it may never fire.
    private var source: (any DispatchSourceRead)?
    private var isHeard = false
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
        guard !isHeard else { return }
        isHeard = true
        if let source { return source.resume() }
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
        guard isHeard else { return }
        isHeard = false
        source?.suspend()
        silence?.cancel()
        silence = nil
    }

    /// Stops and closes the device, when its descriptor is watched no more.
    func close() {
        let descriptor = device.descriptor
        guard let source else { return device.close() }
        stop()
        source.setCancelHandler { _ = Glibc.close(descriptor) }
        source.cancel()
        // What is suspended is neither cancelled nor let go.
        source.resume()
        self.source = nil
    }

    private func read() {
        guard isHeard else { return }
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
