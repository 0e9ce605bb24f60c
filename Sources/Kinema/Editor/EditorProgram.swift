import Dispatch
import Editor
import Editorial
import Foundation
import Input
import Motion
import Panes
import Terminal
import Workspace

/// The event loop of the editor: what comes in becomes actions, what the reducer wants becomes
/// effects, and what changed is drawn.
@MainActor
final class EditorProgram {
    private let wiring: Wiring
    private let workspace: LocalWorkspace
    private let presets: PresetLibrary
    private let theme: Theme
    let session: TerminalSession
    private(set) var state: EditorState
    private var effects: EffectRunner?
    private var observation: Task<Void, Never>?
    private var ticker: (any DispatchSourceTimer)?
    private var tickInterval: Duration?
    private var isDrawScheduled = false
    private var composition: Composition?
    private let preview: PreviewDriver
    private let signals = SignalSources()

    init(
        wiring: Wiring,
        workspace: LocalWorkspace,
        presets: PresetLibrary,
        theme: Theme,
        state: EditorState,
        session: TerminalSession
    ) {
        self.wiring = wiring
        self.workspace = workspace
        self.presets = presets
        self.theme = theme
        self.state = state
        self.session = session
        preview = PreviewDriver(
            presets: presets,
            workspace: workspace,
            glyphs: wiring.glyphs
        )
    }

    /// Opens the screen and starts to listen; returns at once.
    func start() {
        let observer = WorkspaceObserver(
            workspace: workspace,
            project: state.project.id,
            process: WorkerProcess(wiring: wiring)
        )
        effects = EffectRunner(
            wiring: wiring,
            workspace: workspace,
            presets: presets,
            observer: observer,
            tell: { [weak self] action in
                Task { @MainActor [weak self] in self?.dispatch(action) }
            }
        )
        listen()
        TerminalRestore.install(keepingHandlers: wiring.environment["SWIFT_BACKTRACE"] != nil)
        heedSignals()
        session.start()
        preview.use(session.capabilities)
        preview.onPicture = { [weak self] in self?.scheduleDraw() }
        dispatch(.resized(session.size))
        effects?.run(.save(state.project, state.history), of: state.project.id)
        observation = Task { [weak self] in
            await observer.watch { [weak self] result in await self?.observed(result) }
        }
    }

    private func listen() {
        session.onEvent = { [weak self] event in self?.received(event) }
        session.onResize = { [weak self] size in self?.dispatch(.resized(size)) }
        session.onRepaint = { [weak self] in
            self?.preview.screenWasPaintedAnew()
            self?.scheduleDraw()
        }
        session.onHangUp = { [weak self] in self?.quit() }
        session.onCapabilities = { [weak self] capabilities in
            self?.preview.use(capabilities)
            self?.scheduleDraw()
        }
        session.onIdle = { [weak self] in
            guard let self, isDrawScheduled else { return }
            draw()
        }
    }

    private func observed(_ result: Result<[Take], any Error>) {
        switch result {
        case .success(let takes):
            dispatch(.tick(Wiring.timestamp))
            dispatch(.takesChanged(takes))
        case .failure(let error):
            dispatch(.noticed(Notice("\(error)", severity: .failure, at: Wiring.timestamp)))
        }
    }

    private func received(_ event: InputEvent) {
        dispatch(.tick(Wiring.timestamp))
        guard case .pointer(let pointer) = event else { return dispatch(.input(event)) }
        // The last region drawn lies on top.
        let region = composition?.regions.last { $0.rect.contains(pointer.position) }
        if let region { dispatch(.pressed(region.target, pointer)) }
    }

    func dispatch(_ action: Action) {
        let before = state
        for effect in reduce(&state, action) {
            switch effect {
            case .quit: return quit()
            case .suspend: suspend()
            default: effects?.run(effect, of: state.project.id)
            }
        }
        setTicker()
        if state != before { scheduleDraw() }
    }

    /// Keeps a timer only while something moves.
    private func setTicker() {
        guard state.tickInterval != tickInterval else { return }
        tickInterval = state.tickInterval
        ticker?.cancel()
        ticker = nil
        guard let tickInterval else { return }
        let milliseconds = max(
            5,
            Int(tickInterval.components.attoseconds / 1_000_000_000_000_000)
                + Int(tickInterval.components.seconds) * 1000
        )
        let timer = DispatchSource.makeTimerSource(queue: .main)
        timer.schedule(
            deadline: .now() + .milliseconds(milliseconds),
            repeating: .milliseconds(milliseconds)
        )
        timer.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.dispatch(.tick(Wiring.timestamp)) }
        }
        timer.resume()
        ticker = timer
    }

    private func scheduleDraw() {
        guard !isDrawScheduled else { return }
        isDrawScheduled = true
        DispatchQueue.main.async { [weak self] in
            MainActor.assumeIsolated { self?.draw() }
        }
    }

    /// Draws what the state shows, unless the line is still taking the last frame.
    private func draw() {
        guard isDrawScheduled, !session.isBusy else { return }
        isDrawScheduled = false
        let composition = compose(state, theme: theme, terminal: preview.status)
        self.composition = composition
        if composition.viewport != state.viewport { dispatch(.laidOut(composition.viewport)) }
        if preview.place(state.previewRequest, in: composition) { session.repaint() }
        let bytes = preview.takeBytes()
        session.present(
            composition.surface,
            cursor: composition.cursor,
            picture: bytes.picture,
            erasing: bytes.erasing
        )
    }

    /// Gives the terminal to the shell and stops, until the shell says to go on.
    private func suspend() {
        session.suspend()
        effects?.flush()
        raise(SIGSTOP)
        session.resume()
    }

    private func quit(code: Int32 = 0) {
        observation?.cancel()
        effects?.flush()
        session.close()
        exit(code)
    }

    /// Follows the signals of whoever rules the process: a shell, a system that shuts down.
    private func heedSignals() {
        signals.on([SIGTERM, SIGHUP, SIGINT]) { [weak self] number in
            self?.quit(code: 128 + number)
        }
        signals.on([SIGTSTP]) { [weak self] _ in self?.suspend() }
        signals.on([SIGCONT]) { [weak self] _ in
            // Somebody else may have stopped the program and used the terminal since.
            self?.session.suspend()
            self?.session.resume()
        }
    }
}
