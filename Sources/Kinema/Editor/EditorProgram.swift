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
    let wiring: Wiring
    private let workspace: LocalWorkspace
    private(set) var presets: PresetLibrary
    let themes: ThemeKeeper
    var watch: DirectoryWatch?
    /// What the window's title says.
    var title = ""
    /// The person's own editor, while it has the terminal.
    var lentTo: ExternalEditor?
    var isLentOut: Bool { lentTo != nil }
    /// Hears `ctrl-c`, which is the other's while it has the terminal.
    var interrupts: SignalWatch?
    let session: TerminalSession
    private(set) var state: EditorState
    private(set) var effects: EffectRunner?
    private(set) var sync: SyncKeeper?
    private(set) var observation: Task<Void, Never>?
    private lazy var ticker = Ticker { [weak self] in self?.dispatch(.tick(Wiring.timestamp)) }
    /// What it was said of that leaving gives it up.
    var warned: EditHistory?
    /// Whether what is on the screen is older than the state.
    private var isStale = false
    private var isDrawQueued = false
    /// Whether the reader did something that they wait to see.
    private var isUrgent = false
    /// A frame that waits for its picture, so that both go out together.
    private var held: (composition: Composition, request: PreviewRequest, since: DispatchTime)?
    private var composition: Composition?
    private let preview: PreviewDriver
    let signals = HeededSignals()
    /// Where other programs drive this one.
    var socket: CommandSocket?
    private var latePresets: LatePresets?
    /// Whether there are only the takes of the shot that is seen first.
    private var isReadingTakes = true
    /// What is entered in the command line at the start.
    var lines: [String] = []

    /// A slow picture must not stop the clock under it.
    private static let longestHold = DispatchTimeInterval.milliseconds(250)

    init(
        wiring: Wiring,
        workspace: LocalWorkspace,
        presets: PresetLibrary,
        themes: ThemeKeeper,
        state: EditorState,
        session: TerminalSession
    ) {
        self.wiring = wiring
        self.workspace = workspace
        self.presets = presets
        self.themes = themes
        self.state = state
        self.session = session
        preview = PreviewDriver(
            presets: presets,
            workspace: workspace,
            glyphs: wiring.glyphs,
            session: session
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
        TerminalRestore.install(
            keepingHandlers: wiring.environment["SWIFT_BACKTRACE"] != nil,
            log: wiring.places.editorLog.takeStandardError()
        )
        heedSignals()
        session.start()
        preview.use(session.capabilities)
        themes.use(session.capabilities)
        watchFiles()
        preview.onPicture = { [weak self] in
            self?.latePresets?.read()
            self?.scheduleDraw()
        }
        preview.onReading = { [weak self] reading in self?.dispatch(.measured(reading)) }
        preview.onProbed = { [weak self] reading in self?.dispatch(.probed(reading)) }
        dispatch(.resized(session.size))
        effects?.begin(with: state.project, state.history)
        effects?.run(.save(state.project, state.history), of: state.project.id)
        if let music = state.project.music {
            effects?.run(.readSound(music.asset), of: state.project.id)
        }
        observation = Task { [weak self] in
            await observer.watch { [weak self] result in await self?.observed(result) }
        }
        let sync = SyncKeeper(wiring: wiring, workspace: workspace) { [weak self] action in
            self?.dispatch(action)
        }
        sync.onArrival = { [weak self] in
            self?.preview.screenWasPaintedAnew()
            self?.scheduleDraw()
        }
        self.sync = sync
        sync.start()
        readPresets()
    }

    private func readPresets() {
        let late = LatePresets(wiring: wiring) { [weak self] action in self?.dispatch(action) }
        latePresets = late
        scheduleDraw()
        // Behind the first screen, which is drawn by then.
        DispatchQueue.main.async { [preview] in
            MainActor.assumeIsolated { preview.isUnderWay ? late.readSoon() : late.read() }
        }
    }

    /// Takes up what came while there was not everything yet that it may be about.
    private func beginOnceRead() {
        guard latePresets != nil, !state.isReadingPresets, !isReadingTakes else { return }
        openSocket()
        for line in lines { dispatch(.entered(line)) }
        let typed = latePresets?.takeTyped() ?? []
        latePresets = nil
        for event in typed { received(event) }
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
            self?.themes.use(capabilities)
            self?.scheduleDraw()
        }
        session.onIdle = { [weak self] in
            guard let self else { return }
            preview.goOn()
            if isStale { draw() }
        }
        session.onPace = { [weak self] in self?.preview.goOn() }
    }

    private func observed(_ result: Result<WorkspaceNews, any Error>) {
        switch result {
        case .success(let news):
            isReadingTakes = false
            dispatch(.tick(Wiring.timestamp))
            dispatch(.takesChanged(news.takes))
            dispatch(.livePicturesChanged(news.livePictures))
            dispatch(.filmChanged(news.film))
            effects?.lookElsewhere()
            sync?.workspaceChanged()
        case .failure(let error):
            isReadingTakes = false
            dispatch(.noticed(Notice("\(error)", severity: .failure, at: Wiring.timestamp)))
        }
        beginOnceRead()
    }

    private func received(_ event: InputEvent) {
        if let latePresets { return latePresets.keep(event) }
        guard case .pointer(let pointer) = event else {
            isUrgent = true
            dispatch(.tick(Wiring.timestamp))
            return dispatch(.input(event))
        }
        let target = composition?.target(at: pointer.position) ?? .screen
        // A pointer that only wanders about is nobody's hurry.
        let isProbing = state.probe != nil && target == .picture
        if pointer.kind == .move, target == state.hovered, !isProbing { return }
        isUrgent = true
        dispatch(.tick(Wiring.timestamp))
        dispatch(.pressed(target, pointer))
    }

    func dispatch(_ action: Action) {
        let before = state
        for effect in reduce(&state, action) {
            switch effect {
            case .quit: return leave()
            case .suspend: suspend()
            case .copy(let text): session.copy(text)
            case .notify(let title, let text): session.notify(title: title, text: text)
            case .editPrompt(let text, let shot): edit(text, for: shot)
            case .editPreset(let id): editPreset(id)
            case .account(let order): sync?.carryOut(order)
            default:
                effects?.run(effect, of: state.project.id)
                if case .remember(let settings) = effect { sync?.remembered(settings) }
            }
        }
        if case .presetsChanged(let presets, _) = action {
            self.presets = presets
            preview.use(presets)
            effects?.use(presets)
            beginOnceRead()
        }
        ticker.keep(state.tickInterval)
        if state != before { scheduleDraw() }
    }

    func scheduleDraw() {
        isStale = true
        guard !isDrawQueued else { return }
        isDrawQueued = true
        DispatchQueue.main.async { [weak self] in
            MainActor.assumeIsolated {
                self?.isDrawQueued = false
                self?.draw()
            }
        }
    }

    /// Draws what the state shows, unless the line is still taking the last frame.
    private func draw() {
        guard isStale, !session.isBusy else { return }
        let theme = themes.theme(for: state.themes)
        let fresh = compose(state, theme: theme, terminal: preview.status)
        if fresh.viewport != state.viewport { dispatch(.laidOut(fresh.viewport)) }
        if preview.place(fresh.request, in: fresh) { session.repaint() }
        if isWorthHolding(fresh) { return }
        let composition = framed(fresh)
        // What the reader waits for goes ahead of a picture that takes long.
        let isAhead = isUrgent && preview.isReadySlow
        held = nil
        isStale = isAhead
        isUrgent = false
        setTitle()
        if composition.cursor != nil { session.setCursor(composition.cursorShape) }
        self.composition = composition
        let bytes = isAhead ? (picture: [], erasing: []) : preview.takeBytes()
        session.present(
            composition.surface,
            cursor: composition.cursor,
            picture: bytes.picture,
            erasing: bytes.erasing
        )
        if isAhead, !session.isBusy { scheduleDraw() }
        preview.goOn()
    }

    /// Whether a frame should wait for its picture: nobody waits for it, and the picture is under
    /// way, but not for long.
    private func isWorthHolding(_ fresh: Composition) -> Bool {
        guard !isUrgent, state.playback.isPlaying, preview.readyRequest == nil,
            preview.isUnderWay || !session.mayShowPicture()
        else { return false }
        let since = held?.since ?? .now()
        guard DispatchTime.now() < since + Self.longestHold else { return false }
        held = (fresh, fresh.request, since)
        return true
    }

    /// Returns the frame that was composed for the picture that is ready.
    private func framed(_ fresh: Composition) -> Composition {
        guard let held, !isUrgent, held.request == preview.readyRequest,
            held.composition.surface.size == fresh.surface.size,
            held.composition.picture == fresh.picture, held.composition.covered == fresh.covered
        else { return fresh }
        return held.composition
    }
}
