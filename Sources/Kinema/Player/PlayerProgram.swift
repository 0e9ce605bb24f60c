import Dispatch
import Editorial
import Foundation
import Input
import Media
import Terminal

/// Plays a film in the terminal until it ends or the reader leaves.
@MainActor
final class PlayerProgram {
    private let session: TerminalSession
    private let renderer: PlayerRenderer
    private let options: PlayerOptions
    private var clock: PlayerClock
    private var ladder: QualityLadder
    private let signals = HeededSignals()
    private var timer: (any DispatchSourceTimer)?
    private var rest: DispatchWorkItem?
    private var isRendering = false
    private var ready: PlayerResult?
    /// How long a picture takes to be made, and when the last was begun.
    private var making = Duration.zero
    private var begun = 0.0
    /// The frame that was decoded last without being shown.
    private var decoded = -1
    private var generation = 0
    private var shown: Shown?
    /// The next frame where none is left out.
    private var next = 0
    private var meter = PlayerMeter()
    private var surface: Surface
    private let panel: (any PlayerPanel)?
    private var cursor: CellPoint?
    /// Whether the panel has changed since it was shown.
    private var isPanelStale = false

    /// What is on the screen.
    private struct Shown {
        let frame: FrameIndex
        let overlay: PlayerOverlay
        let quality: PictureQuality
        let cells: CellRect
        var isComplete: Bool
    }

    /// How long a picture must rest until it is worth a better one.
    private static let patience = DispatchTimeInterval.milliseconds(250)

    init(
        session: TerminalSession,
        renderer: PlayerRenderer,
        options: PlayerOptions,
        panel: (any PlayerPanel)? = nil
    ) throws {
        guard let rate = renderer.info.frameRate, let count = renderer.info.frameCount else {
            throw Complaint("\(options.name) has no frame rate.")
        }
        self.session = session
        self.renderer = renderer
        self.options = options
        self.panel = panel
        clock = PlayerClock(rate: rate, count: count)
        ladder = QualityLadder(
            graphics: session.capabilities.graphics,
            isNear: session.isNear
        )
        surface = Surface(size: session.size)
    }

    func start() {
        session.onEvent = { [weak self] in self?.received($0) }
        session.onResize = { [weak self] _ in self?.advance() }
        session.onRepaint = { [weak self] in self?.screenWasPaintedAnew() }
        session.onHangUp = { [weak self] in self?.quit() }
        session.onIdle = { [weak self] in self?.advance() }
        session.onPace = { [weak self] in self?.advance() }
        session.onCapabilities = { [weak self] in self?.use($0) }
        signals.on([SIGTERM, SIGHUP, SIGINT]) { [weak self] in self?.quit(code: 128 + $0) }
        TerminalRestore.install()
        session.start()
        session.setTitle(options.name)
        clock.play(at: Self.now)
        advance()
    }

    private static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }

    private func use(_ capabilities: TerminalCapabilities) {
        ladder = QualityLadder(graphics: capabilities.graphics, isNear: session.isNear)
        renderer.use(capabilities)
        screenWasPaintedAnew()
        session.repaint()
    }

    private func screenWasPaintedAnew() {
        generation += 1
        ready = nil
        shown = nil
        advance()
    }

    /// Does whatever there is to do: shows what is ready, begins the next.
    private func advance() {
        if ready != nil, !session.isBusy { present() }
        presentPanel()
        let now = Self.now
        if options.hasDelay ? clock.isOver(at: now) : next >= clock.count, ready == nil,
            !isRendering, !session.isBusy
        {
            if panel != nil {
                clock.pause(at: now)
                return waitForRest()
            }
            guard options.isLooping else { return quit() }
            clock.restart(at: now)
            next = 0
        }
        begin(at: now)
        schedule(after: now)
    }

    private func begin(at now: Double) {
        guard !isRendering, ready == nil else { return }
        let frame = options.hasDelay ? clock.frame(at: now) : FrameIndex(next)
        guard options.hasDelay || next < clock.count else { return }
        let isStill = !clock.isPlaying && rest == nil && shown != nil
        let quality =
            options.hasDelay ? ladder.quality(for: session.line, isStill: isStill) : .full
        let overlay = panel?.overlay(at: frame) ?? .nothing
        if let shown, shown.frame == frame, shown.overlay == overlay, shown.isComplete,
            shown.quality == quality || !isStill
        {
            return
        }
        guard !options.hasDelay || session.mayShowPicture(in: making) else {
            return decode(frame)
        }
        isRendering = true
        begun = now
        let job = PlayerJob(
            frame: frame,
            area: area,
            screen: session.size,
            quality: quality,
            overlay: overlay,
            generation: generation
        )
        next = frame.value + 1
        renderer.render(job) { [weak self] in self?.finished($0) }
    }

    /// Decodes on while the line is busy.
    private func decode(_ frame: FrameIndex) {
        guard clock.isPlaying, frame.value > decoded else { return }
        decoded = frame.value
        isRendering = true
        renderer.advance(to: frame) { [weak self] in
            self?.isRendering = false
            self?.begin(at: Self.now)
        }
    }

    private func finished(_ result: Result<PlayerResult, any Error>) {
        isRendering = false
        making = making * 0.8 + .seconds(Self.now - begun) * 0.2
        switch result {
        case .success(let result): ready = result.job.generation == generation ? result : nil
        case .failure(let error): return quit(complaint: "\(error)")
        }
        advance()
    }

    private func present() {
        guard let result = ready else { return }
        ready = nil
        if result.isComplete {
            ladder.learn(bytes: result.bytes.count, quality: result.job.quality)
        }
        shown = Shown(
            frame: result.job.frame,
            overlay: result.job.overlay,
            quality: result.job.quality,
            cells: result.cells,
            isComplete: result.isComplete
        )
        if !result.bytes.isEmpty { meter.shown(at: Self.now) }
        drawStatus(result)
        session.present(
            surface,
            cursor: cursor,
            picture: result.bytes,
            erasing: result.erasure
        )
    }

    /// Looks again when the next frame begins.
    private func schedule(after now: Double) {
        guard options.hasDelay, clock.isPlaying else { return }
        timer?.cancel()
        let timer = DispatchSource.makeTimerSource(queue: .main)
        timer.schedule(
            deadline: .now() + max(0.001, clock.nextFrame(after: now) - now),
            leeway: .milliseconds(1)
        )
        timer.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.advance() } }
        timer.activate()
        self.timer = timer
    }

    private func quit(code: Int32 = 0, complaint: String? = nil) {
        session.close()
        if let complaint {
            FileHandle.standardError.write(Data("kinema: \(complaint.printable)\n".utf8))
        }
        exit(complaint == nil ? code : 1)
    }
}

// What the reader does and sees.
extension PlayerProgram {
    private func received(_ event: InputEvent) {
        let now = Self.now
        switch panel?.take(event, at: clock.frame(at: now), place: place(of: event)) {
        case .passed, nil: break
        case .taken:
            drawPanel()
            return advance()
        case .pause:
            clock.pause(at: now)
            waitForRest()
            return drawPanel()
        case .goTo(let frame):
            stepFrame(frame.value - clock.frame(at: now).value, now)
            return settle()
        case .quit(let complaint): return quit(complaint: complaint)
        }
        guard case .key(let chord) = event else { return }
        let second = Int(clock.rate.framesPerSecond.rounded())
        switch chord.key {
        case .character("q"), .escape: return quit()
        case .character("c") where chord.modifiers == .control: return quit()
        case .character(" "): clock.isPlaying ? clock.pause(at: now) : clock.play(at: now)
        case .right: clock.step(by: 5 * second, at: now)
        case .left: clock.step(by: -5 * second, at: now)
        case .character("."): stepFrame(1, now)
        case .character(","): stepFrame(-1, now)
        case .home: clock.restart(at: now)
        default: return
        }
        settle()
    }

    /// Where in the picture a pointer is.
    private func place(of event: InputEvent) -> PicturePoint? {
        guard case .pointer(let pointer) = event, let cells = shown?.cells, !cells.isEmpty,
            cells.contains(pointer.position)
        else { return nil }
        let column = Double(pointer.position.column - cells.column) + 0.5
        let row = Double(pointer.position.row - cells.row) + 0.5
        return PicturePoint(x: column / Double(cells.columns), y: row / Double(cells.rows))
    }

    /// Shows where the clock was put.
    private func settle() {
        drawPanel()
        decoded = -1
        waitForRest()
        shown?.isComplete = false
        advance()
    }

    /// Where the picture goes: all but what a panel takes.
    private var area: CellRect {
        var area = options.area(in: session.size)
        area.columns = max(1, area.columns - (panel?.columns(of: session.size) ?? 0))
        return area
    }

    /// Draws what stands beside the picture anew, as soon as the line is free.
    private func drawPanel() {
        isPanelStale = true
        presentPanel()
    }

    private func presentPanel() {
        guard isPanelStale, !session.isBusy, let panel, shown != nil else { return }
        isPanelStale = false
        var fresh = surface
        draw(panel, on: &fresh, frame: clock.frame(at: Self.now))
        surface = fresh
        session.present(surface, cursor: cursor, picture: [], erasing: [])
    }

    private func draw(_ panel: any PlayerPanel, on surface: inout Surface, frame: FrameIndex) {
        let columns = panel.columns(of: session.size)
        let rect = CellRect(
            column: session.size.columns - columns,
            row: 0,
            columns: columns,
            rows: max(0, session.size.rows - 1)
        )
        surface.fill(rect, CellStyle())
        cursor = panel.draw(on: &surface, in: rect, frame: frame)
    }

    private func stepFrame(_ frames: Int, _ now: Double) {
        clock.pause(at: now)
        clock.step(by: frames, at: now)
    }

    /// Sends a better picture when nothing moved for a while.
    private func waitForRest() {
        rest?.cancel()
        rest = nil
        guard !clock.isPlaying else { return }
        timer?.cancel()
        let work = DispatchWorkItem { [weak self] in
            MainActor.assumeIsolated {
                self?.rest = nil
                self?.advance()
            }
        }
        rest = work
        DispatchQueue.main.asyncAfter(deadline: .now() + Self.patience, execute: work)
    }

    private func drawStatus(_ result: PlayerResult) {
        if surface.size != session.size { surface = Surface(size: session.size) }
        guard options.hasStatus, session.size.rows > 1 else { return }
        let line = PlayerStatus(
            clock: clock,
            frame: result.job.frame,
            graphics: session.capabilities.graphics,
            framesPerSecond: meter.framesPerSecond,
            words: result.job.quality.words(for: session.line),
            name: options.name
        ).text(columns: session.size.columns)
        var fresh = Surface(size: session.size)
        _ = fresh.write(line, row: session.size.rows - 1, column: 0, style: CellStyle())
        if let panel { draw(panel, on: &fresh, frame: result.job.frame) }
        if fresh != surface { surface = fresh }
    }
}
