import Editor
import Input
import Motion
import Panes
import Terminal
import Workspace

/// Keeps the preview's picture in step with the state: one render at a time, the newest wish wins.
@MainActor
final class PreviewDriver {
    private let presets: PresetLibrary
    private let workspace: LocalWorkspace
    private let glyphs: Glyphs
    private var renderer: PreviewRenderer?
    private var capabilities: TerminalCapabilities?
    private var generation = 0
    private var area: CellRect?
    private var covered: [CellRect] = []
    private var wanted: PreviewJob?
    private var shown: PreviewJob?
    private var isRendering = false
    private var ready: PreviewResult?
    private var milliseconds: Double?
    private(set) var problem: String?

    /// Called when there is a picture to send.
    var onPicture: (() -> Void)?

    init(presets: PresetLibrary, workspace: LocalWorkspace, glyphs: Glyphs) {
        self.glyphs = glyphs
        self.presets = presets
        self.workspace = workspace
    }

    /// Draws from now on as this terminal can.
    func use(_ capabilities: TerminalCapabilities) {
        guard capabilities != self.capabilities else { return }
        self.capabilities = capabilities
        renderer = PreviewRenderer(
            graphics: capabilities.graphics,
            capabilities: capabilities,
            presets: presets,
            sources: PreviewSources(workspace: workspace)
        )
        screenWasPaintedAnew()
        milliseconds = nil
    }

    /// What the preview's title says of the terminal.
    var status: TerminalStatus {
        let name = capabilities?.graphics.rawValue ?? "none"
        // Rounded to what a reader can follow.
        let detail = milliseconds.map { $0 < 1 ? "< 1 ms" : "\(Int($0.rounded())) ms" } ?? ""
        return TerminalStatus(
            graphics: name,
            detail: problem ?? detail,
            glyphs: glyphs,
            cell: capabilities?.cell ?? .assumed
        )
    }

    /// Says that whatever picture was on the screen is gone.
    func screenWasPaintedAnew() {
        generation += 1
        ready = nil
        shown = nil
    }

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
        wanted = PreviewJob(
            request: request,
            screen: composition.surface.size,
            area: area,
            covered: covered,
            generation: generation
        )
        renderNext()
        return moved
    }

    /// Returns the bytes to send with this frame; empty when there are none.
    func takeBytes() -> (picture: [UInt8], erasing: [UInt8]) {
        guard let result = ready else { return ([], []) }
        ready = nil
        defer { renderNext() }
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
        shown = result.job
        return (result.bytes, result.erasure)
    }

    private func renderNext() {
        guard !isRendering, ready == nil, let renderer, let wanted, wanted != shown else { return }
        isRendering = true
        Task { [weak self] in
            let result = await renderer.render(wanted)
            self?.finished(result)
        }
    }

    private func finished(_ result: PreviewResult) {
        isRendering = false
        problem = result.problem
        if result.problem == nil {
            let smoothed = milliseconds.map { $0 * 0.9 + result.milliseconds * 0.1 }
            milliseconds = smoothed ?? result.milliseconds
        }
        ready = result
        onPicture?()
    }
}
