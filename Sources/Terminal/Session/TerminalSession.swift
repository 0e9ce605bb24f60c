import Dispatch
import Glibc
package import Input

/// The terminal, taken over: events come from it, frames go to it.
///
/// The interface's cells, the picture and the cursor of a frame reach the
/// terminal in one write. Everything happens on the main actor but the
/// writing, which never holds it up. There is one session at a time.
///
/// Whenever ``onRepaint`` is called the next frame is drawn on a cleared
/// screen: the picture layer must be invalidated, and what it encoded before
/// must not be presented any more.
///
/// ## Topics
/// - Life: ``start()``, ``suspend()``, ``resume()``, ``close()``
/// - Frames: ``present(_:cursor:picture:erasing:)``, ``isBusy``, ``onIdle``
/// - Pace: ``mayShowPicture()``, ``onPace``, ``line``
@MainActor package final class TerminalSession {
    package private(set) var size: CellSize
    package private(set) var capabilities: TerminalCapabilities
    /// Called for each thing a person does.
    package var onEvent: ((InputEvent) -> Void)?
    /// Called when the window has another extent.
    package var onResize: ((CellSize) -> Void)?
    /// Called when answers show that the terminal can do other than was thought.
    package var onCapabilities: ((TerminalCapabilities) -> Void)?
    /// Called when a frame is written out and the next may be presented.
    package var onIdle: (() -> Void)?
    /// Called when the screen is to be drawn from nothing.
    package var onRepaint: (() -> Void)?
    /// Called when a picture may be presented that had to wait.
    package var onPace: (() -> Void)?
    /// Called when the terminal is gone for good.
    package var onHangUp: (() -> Void)?
    /// Whether a frame is still being written.
    package private(set) var isBusy = false

    enum Phase { case made, running, suspended, closed }

    private let options: TerminalOptions
    private let device: TerminalDevice
    private let writer: FrameWriter
    private let screen: CursesScreen
    private(set) var phase = Phase.made
    private var window: TerminalWindow
    /// The cursor's shape, once the program has given it one.
    var cursorShape: CursorShape?
    private var replies: [TerminalReply] = []
    private var input: TerminalInput?
    private var resizes: SignalWatch?
    private var pacer = FramePacer()
    private var paceTimer: (any DispatchSourceTimer)?
    /// How long the picture that waits takes to be made.
    private var paceMaking = Duration.zero
    private var askedAt: Duration?
    private var proof: SharedMemoryProof?

    /// Answers that are remembered; a terminal that sends more is not believed.
    private static let replyLimit = 64

    /// Finds the terminal and what the environment says of it; the screen is
    /// not touched before ``start()``.
    package init(options: TerminalOptions) throws(TerminalError) {
        guard options.environment["TERM"] != "dumb" else { throw .dumb }
        self.options = options
        device = try TerminalDevice(options.device)
        window = device.window(environment: options.environment)
        size = window.cells
        capabilities = .resolve(
            environment: options.environment,
            replies: [],
            override: options.graphics,
            window: window
        )
        do {
            screen = try CursesScreen(
                terms: Self.descriptions(options, capabilities),
                depth: capabilities.depth
            )
        } catch {
            device.close()
            throw error
        }
        writer = FrameWriter(descriptor: device.descriptor)
    }

    /// Takes the screen over, asks the terminal what it can do, and begins to
    /// deliver events.
    package func start() {
        guard phase == .made else { return }
        let input = TerminalInput(
            device,
            receive: { [weak self] in self?.receive($0) },
            hangUp: { [weak self] in self?.onHangUp?() }
        )
        self.input = input
        resizes = SignalWatch([SIGWINCH], queue: .main) { [weak self] _ in
            MainActor.assumeIsolated { self?.measure() }
        }
        enter()
        proof = isNear ? SharedMemoryProof() : nil
        let questions = TerminalQuestions.text(
            environment: options.environment,
            object: proof?.name
        )
        askedAt = Self.now
        writer.write(Array(questions.utf8))
    }

    /// Shows a frame.
    ///
    /// Cells that are blank in the terminal's own colours are left to the
    /// picture: nothing is written on them unless they were something else.
    /// Nothing happens while the session does not run, or the surface is not
    /// as large as the terminal is by now. A frame without changes is not
    /// written, and leaves the session idle.
    ///
    /// - Parameters:
    ///   - surface: The interface, as large as the terminal.
    ///   - cursor: Where the cursor stands; nil hides it.
    ///   - picture: What a ``PictureLayer`` encoded for this frame.
    ///   - erasing: That layer's ``PictureLayer/erasure``.
    /// - Precondition: The session is not busy.
    package func present(
        _ surface: Surface,
        cursor: CellPoint?,
        picture: [UInt8],
        erasing: [UInt8] = []
    ) {
        precondition(!isBusy, "A frame is presented only when the last one is written.")
        guard phase == .running else { return }
        // A frame composed before a resize would be wrapped by the terminal.
        guard surface.size == size else { return }
        let cursor = cursor.flatMap { contains($0) ? $0 : nil }
        let isCleared = screen.isInvalid
        let cells = screen.draw(surface, cursor: cursor)
        var frame: [UInt8] = []
        if !erasing.isEmpty, !isCleared { frame += Self.aside(erasing) }
        frame += cells
        if !picture.isEmpty { frame += Self.aside(picture) }
        if cursor != nil, !picture.isEmpty || !erasing.isEmpty {
            frame = TerminalModes.withoutCursor(frame)
        }
        guard !frame.isEmpty else { return }
        if capabilities.synchronizedOutput {
            frame =
                Array(TerminalModes.beginUpdate.utf8) + frame
                + Array(TerminalModes.endUpdate.utf8)
        }
        if !picture.isEmpty {
            if pacer.asks { frame += TerminalModes.askReady.utf8 }
            pacer.sent(bytes: frame.count, at: Self.now)
        }
        isBusy = true
        writer.write(frame) {
            DispatchQueue.main.async { [weak self] in MainActor.assumeIsolated { self?.idle() } }
        }
    }

    /// Draws the next frame on a cleared screen, as when a picture has moved
    /// and its pixels are to go with everything else.
    package func repaint() {
        guard phase == .running else { return }
        screen.invalidate()
        onRepaint?()
    }

    /// Sets the window's title until the session closes.
    package func setTitle(_ title: String) {
        tell(TerminalModes.title(title))
    }

    /// Sends what is not part of a frame.
    func tell(_ words: String) {
        guard phase == .running else { return }
        writer.write(Array(words.utf8))
    }

    /// Whether the terminal understands what xterm does.
    var isLikeXTerm: Bool { TerminfoChoice.isLikeXTerm(options.environment["TERM"] ?? "") }

    /// Gives the terminal back for a while, as before the program stops itself.
    package func suspend() {
        guard phase == .running else { return }
        phase = .suspended
        leave()
    }

    /// Takes the terminal over again and asks for a whole frame.
    package func resume() {
        guard phase == .suspended else { return }
        enter()
        measure()
        onRepaint?()
    }

    /// Gives the terminal back and ends the session; a second time does nothing.
    package func close() {
        guard phase != .closed else { return }
        let wasRunning = phase == .running
        phase = .closed
        resizes?.stop()
        if wasRunning { leave() }
        screen.close()
        if let input { input.close() } else { device.close() }
    }

    private func idle() {
        isBusy = false
        onIdle?()
    }

    private func contains(_ point: CellPoint) -> Bool {
        (0..<size.columns).contains(point.column) && (0..<size.rows).contains(point.row)
    }

    /// Wraps bytes so that ncurses' idea of cursor and attributes stays true.
    private static func aside(_ bytes: [UInt8]) -> [UInt8] {
        [0x1B, 0x37] + bytes + [0x1B, 0x38]
    }

    private static func descriptions(
        _ options: TerminalOptions,
        _ capabilities: TerminalCapabilities
    ) -> [String] {
        let term = options.environment["TERM"] ?? ""
        return TerminfoChoice.names(term: term, depth: capabilities.depth)
    }
}

// Taking over and giving back.
extension TerminalSession {
    private func enter() {
        phase = .running
        screen.invalidate()
        arm()
        device.enterRaw()
        var text = TerminalModes.enter + greeting
        if capabilities.kittyKeyboard { text += TerminalModes.pushKeyboard }
        writer.write(Array(text.utf8))
        input?.start()
    }

    private func leave() {
        let (awaited, patience) = (pacer.outstanding, pacer.farewellPatience)
        pacer.reset()
        if phase == .suspended { input?.stop() }
        writer.finish(Array(leaving.utf8))
        device.dropAnswers(awaited, within: patience)
        device.leaveRaw()
        TerminalRestore.disarm()
    }

    private func arm() {
        TerminalRestore.arm(
            device.descriptor,
            modes: device.modes,
            text: leaving
        )
    }

    private var leaving: String { TerminalModes.leave(capabilities, words: farewell) }
}

// When the next picture may go.
extension TerminalSession {
    /// What is known of the line to the terminal.
    package var line: LineEstimate { pacer.estimate }

    /// Whether the terminal runs on this machine, as far as the environment says.
    package var isNear: Bool {
        !["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains {
            options.environment[$0]?.isEmpty == false
        }
    }

    /// Whether a picture may be presented by now, or once the time has passed
    /// that its making takes.
    ///
    /// When it may not, ``onPace`` is called as soon as it may.
    package func mayShowPicture(in making: Duration = .zero) -> Bool {
        let wait = pacer.wait(at: Self.now) - making
        guard wait > .zero else { return true }
        schedulePace(after: wait)
        paceMaking = making
        return false
    }

    private static var now: Duration {
        .nanoseconds(Int64(DispatchTime.now().uptimeNanoseconds))
    }

    private func schedulePace(after wait: Duration) {
        guard paceTimer == nil else { return }
        let timer = DispatchSource.makeTimerSource(queue: .main)
        timer.schedule(deadline: .now() + wait.inSeconds, leeway: .milliseconds(1))
        timer.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.settlePace() } }
        timer.activate()
        paceTimer = timer
    }

    private func settlePace() {
        guard paceTimer != nil else { return }
        paceTimer?.cancel()
        paceTimer = nil
        if mayShowPicture(in: paceMaking) { onPace?() }
    }
}

// What the terminal says.
extension TerminalSession {
    private func receive(_ inputs: [DecodedInput]) {
        var hasReplies = false
        for input in inputs {
            // An event may close or suspend the session.
            guard phase == .running else { return }
            switch input {
            case .event(let event): onEvent?(event)
            case .reply(.ready):
                pacer.acknowledged(at: Self.now)
                self.input?.heed(line)
                settlePace()
            case .reply(let reply):
                if let askedAt {
                    pacer.answered(after: Self.now - askedAt)
                    self.askedAt = nil
                    self.input?.heed(line)
                }
                if replies.count < Self.replyLimit { replies.append(reply) }
                hasReplies = true
            }
        }
        // DA1 is answered last: what came before is weighed with it.
        let isComplete = replies.contains {
            if case .primaryAttributes = $0 { true } else { false }
        }
        if hasReplies, isComplete { resolve() }
    }

    private func resolve() {
        guard phase == .running else { return }
        let old = capabilities
        capabilities = .resolve(
            environment: options.environment,
            replies: replies,
            override: options.graphics,
            window: window
        )
        guard capabilities != old else { return }
        arm()
        if capabilities.kittyKeyboard, !old.kittyKeyboard {
            writer.write(Array(TerminalModes.pushKeyboard.utf8))
        }
        if capabilities.depth != old.depth { replaceDescription() }
        onCapabilities?(capabilities)
    }

    /// Gives ncurses another description.
    private func replaceDescription() {
        do {
            try screen.follow(
                terms: Self.descriptions(options, capabilities),
                depth: capabilities.depth
            )
            onRepaint?()
        } catch {
            // There was a description at the start; without any there is no
            // screen to draw on, as if the terminal had gone.
            onHangUp?()
        }
    }

    private func measure() {
        guard phase == .running else { return }
        let old = window
        window = device.window(environment: options.environment)
        guard window != old else { return }
        size = window.cells
        // What the terminal said of pixels was of the old window.
        replies.removeAll { if case .windowPixels = $0 { true } else { false } }
        screen.invalidate()
        resolve()
        onRepaint?()
        onResize?(size)
    }
}
