import Dispatch
import Editor
import Input
import Motion
import Panes
import Terminal
import Workspace

/// Keeps the preview's picture in step with the state: one render at a time, the newest wish wins,
/// and none is begun that the terminal's line has no room for.
@MainActor
final class PreviewDriver {
    private var presets: PresetLibrary
    private let workspace: LocalWorkspace
    private let glyphs: Glyphs
    private let session: TerminalSession
    private var renderer: PreviewRenderer?
    private var capabilities: TerminalCapabilities?
    private var ladder: QualityLadder
    private var generation = 0
    private var area: CellRect?
    private var covered: [CellRect] = []
    private var wanted: PreviewJob?
    private var shown: (job: PreviewJob, isComplete: Bool)?
    private var isRendering = false
    private var ready: PreviewResult?
    private var milliseconds: Double?
    private var rest: DispatchWorkItem?
    /// Whether the picture has not changed for a while.
    private var isResting = false
    /// What it was then given, where the line has no room for the best.
    private var lastStill: PictureQuality?
    private(set) var problem: String?

    private var reading: ScopeReading?
    private var probed: ProbeReading?
    /// Called when a scope has measured something else.
    var onReading: ((ScopeReading?) -> Void)?
    /// Called when the probe is on another colour.
    var onProbed: ((ProbeReading?) -> Void)?
    /// Called when there is a picture to send.
    var onPicture: (() -> Void)?

    /// How long a picture must stay until it is worth a better one.
    private static let patience = DispatchTimeInterval.milliseconds(250)

    init(
        presets: PresetLibrary,
        workspace: LocalWorkspace,
        glyphs: Glyphs,
        session: TerminalSession
    ) {
        self.glyphs = glyphs
        self.presets = presets
        self.workspace = workspace
        self.session = session
        ladder = QualityLadder(graphics: .none, isNear: true)
    }

    /// Draws from now on as this terminal can.
    func use(_ capabilities: TerminalCapabilities) {
        guard capabilities != self.capabilities else { return }
        self.capabilities = capabilities
        ladder = QualityLadder(graphics: capabilities.graphics, isNear: session.isNear)
        renderer = PreviewRenderer(
            graphics: capabilities.graphics,
            capabilities: capabilities,
            sources: PreviewSources(workspace: workspace)
        )
        screenWasPaintedAnew()
        milliseconds = nil
    }

    /// What the preview's title says of the terminal: how pictures are drawn, and what was held
    /// back for its line or how long a picture takes.
    var status: TerminalStatus {
        let name = capabilities?.graphics.rawValue ?? "none"
        let words = shown?.job.quality.words(for: session.line) ?? ""
        // Rounded to what a reader can follow.
        let pace = milliseconds.map { $0 < 1 ? "< 1 ms" : "\(Int($0.rounded())) ms" } ?? ""
        return TerminalStatus(
            graphics: name,
            detail: problem ?? (words.isEmpty ? pace : words),
            glyphs: glyphs,
            cell: capabilities?.cell ?? .assumed
        )
    }

    /// The picture that is ready to be sent.
    var readyRequest: PreviewRequest? { ready?.job.request }

    /// Whether the picture that is ready would keep the line so long that what
    /// goes with it came noticeably later.
    var isReadySlow: Bool {
        guard let ready, let rate = session.line.rate else { return false }
        return Double(ready.bytes.count) / rate > 0.01
    }

    /// Whether the wanted picture is being made, so that it is worth waiting for.
    var isUnderWay: Bool { isRendering }

    /// Says that whatever picture was on the screen is gone.
    func screenWasPaintedAnew() {
        generation += 1
        ready = nil
        shown = nil
    }

    /// Moves cameras by these presets from now on; what is shown stays where
    /// none that was known is another now.
    func use(_ fresh: PresetLibrary) {
        let hasChanged = presets.presets.contains { fresh[$0.id] != $0 }
        presets = fresh
        guard hasChanged, let capabilities else { return }
        self.capabilities = nil
        use(capabilities)
    }

    /// Goes on with the wanted picture, when the line has room again.
    func goOn() { renderNext() }

    /// Takes what the screen wants to show now.
    ///
    /// - Returns: Whether the picture moved, so that the whole screen has to be
    ///   painted anew before this frame.
    func place(_ request: PreviewRequest, in composition: Composition) -> Bool {
        let moved = area != nil && area != composition.picture
        if moved { generation += 1 }
        area = composition.picture
        covered = composition.covered
        guard let area else {
            wanted = nil
            ready = nil
            return moved
        }
        let job = PreviewJob(
            request: request,
            screen: composition.surface.size,
            area: area,
            covered: covered,
            generation: generation
        )
        if wanted.map({ !$0.isSamePicture(as: job) }) ?? true { waitForRest() }
        wanted = job
        renderNext()
        return moved
    }

    /// Returns the bytes to send with this frame; empty when there are none.
    func takeBytes() -> (picture: [UInt8], erasing: [UInt8]) {
        guard let result = ready else { return ([], []) }
        ready = nil
        guard let wanted, result.job.generation == wanted.generation,
            result.job.covered == wanted.covered
        else {
            // Made for a screen that is no more: the layer must not believe that it was sent.
            generation += 1
            self.wanted = nil
            shown = nil
            onPicture?()
            return ([], [])
        }
        shown = (result.job, result.isComplete)
        if result.isComplete {
            ladder.learn(bytes: result.bytes.count, quality: result.job.quality)
        }
        return (result.bytes, result.erasure)
    }

    private func renderNext() {
        guard !isRendering, ready == nil, let renderer, var job = wanted, isNews(job),
            session.mayShowPicture(in: .milliseconds(milliseconds ?? 0))
        else { return }
        job.quality = ladder.quality(for: session.line, isStill: isResting)
        isRendering = true
        let next = job
        Task { [weak self, presets] in
            let result = await renderer.render(next, presets: presets)
            self?.finished(result)
        }
    }

    /// Whether a job would show something that is not shown yet.
    private func isNews(_ job: PreviewJob) -> Bool {
        guard let shown, shown.isComplete, shown.job.isSamePicture(as: job) else { return true }
        return isResting && !shown.job.quality.isStill && shown.job.quality != lastStill
    }

    /// Wants a better picture when this one has stayed for a while.
    private func waitForRest() {
        isResting = false
        lastStill = nil
        rest?.cancel()
        let work = DispatchWorkItem { [weak self] in
            MainActor.assumeIsolated {
                self?.isResting = true
                self?.renderNext()
            }
        }
        rest = work
        DispatchQueue.main.asyncAfter(deadline: .now() + Self.patience, execute: work)
    }

    private func finished(_ result: PreviewResult) {
        isRendering = false
        problem = result.problem
        if result.reading != reading {
            reading = result.reading
            onReading?(result.reading)
        }
        if result.probed != probed {
            probed = result.probed
            onProbed?(result.probed)
        }
        if isResting { lastStill = result.job.quality }
        if result.problem == nil {
            let smoothed = milliseconds.map { $0 * 0.9 + result.milliseconds * 0.1 }
            milliseconds = smoothed ?? result.milliseconds
        }
        ready = result
        onPicture?()
    }
}
