import Dispatch
import Editor
import Editorial
import Foundation
import Generation
import Media
import Motion
import Pipeline
import Rendering
import Workspace

/// Carries out the editor's effects away from the main loop, in their order.
///
/// @unchecked: everything but `tell` and the queue itself is touched on
/// `queue` alone.
final class EffectRunner: @unchecked Sendable {
    /// How long an edit may wait to be written, so that typing is one write and not fifty.
    private static let delay = DispatchTimeInterval.milliseconds(250)

    private let wiring: Wiring
    private let workspace: LocalWorkspace
    private var presets: PresetLibrary
    private let observer: WorkspaceObserver
    private let queue = DispatchQueue(label: "kinema.effects", qos: .userInitiated)
    /// Where files are read and copied, which may take long and holds up no edit.
    private let slow = DispatchQueue(label: "kinema.files", qos: .utility)
    private var keeper: ProjectKeeper
    /// Whether a write is under way to be made.
    private var willSave = false
    private let tell: @Sendable (Action) -> Void
    private let motions: MotionDesk

    /// Makes a runner; `tell` takes what came of an effect, on any thread.
    init(
        wiring: Wiring,
        workspace: LocalWorkspace,
        presets: PresetLibrary,
        observer: WorkspaceObserver,
        tell: @escaping @Sendable (Action) -> Void
    ) {
        self.wiring = wiring
        self.workspace = workspace
        self.presets = presets
        self.observer = observer
        self.tell = tell
        keeper = ProjectKeeper(workspace: workspace)
        motions = MotionDesk(wiring: wiring, workspace: workspace, observer: observer)
    }

    /// Starts an effect and returns at once.
    ///
    /// - Precondition: It needs no terminal; such effects belong to the loop.
    func run(_ effect: Effect, of project: Project.ID) {
        queue.async { [self] in
            do {
                try carryOut(effect, of: project)
            } catch {
                say("\(error)", .failure)
            }
        }
    }

    /// Says what the workspace has of the project that is open.
    func begin(with project: Project, _ history: EditHistory) {
        queue.async { [self] in keeper.begin(with: EditedProject(project, history)) }
    }

    /// Looks whether somebody else wrote to the open project; the workspace has changed.
    func lookElsewhere() {
        queue.async { [self] in
            do {
                meet(try keeper.look())
            } catch {
                say("\(error)", .failure)
            }
        }
    }

    /// Writes whatever is not yet written, and returns when it is on the disk.
    ///
    /// - Returns: Why some of it cannot be written, in a sentence; nil when all is.
    @discardableResult
    func flush() -> String? {
        queue.sync {
            do {
                try keeper.settle()
                return nil
            } catch {
                return "\(error)"
            }
        }
    }

    private func carryOut(_ effect: Effect, of project: Project.ID) throws {
        switch effect {
        case .save(let project, let history):
            saveSoon(project, history)
        case .submitTakes(let orders):
            save()
            // Before there is work: a take that is on the disk has its worker, even when this
            // program is killed right then.
            try wakeWorker()
            try submit(orders, in: project)
        case .cancelTake(let take):
            try workspace.cancelTake(take)
        case .retryTake(let take):
            try workspace.retryTake(take)
            try wakeWorker()
        case .setFavourite(let preset, let isOn):
            try workspace.setFavourite(preset, isOn)
        case .importMedia(let path, let use, let shot):
            let asset =
                use == .reference
                ? try LibraryDesk(workspace: workspace).adoptFilm(path)
                : try PictureImport(workspace: workspace).adopt(path)
            tell(.mediaImported(asset, use, shot))
        case .followCamera(let asset, let preset, let name):
            try followCamera(asset, preset, name)
        case .stopFollowing(let preset):
            try motions.stop(preset: preset)
        case .exportTake(let take, let path):
            try exportTake(take, to: path)
        case .exportImage(let request, let path):
            try FrameExport(workspace: workspace, presets: presets).write(request, to: path)
            say("The frame is in \(path).", .success)
        case .savePreset, .copyPreset, .importPreset, .exportPreset, .removePreset, .keepPreset:
            try carryOutOnPresets(effect)
        case .listProjects, .openProject, .createProject, .nameProject, .duplicateProject,
            .archiveProject, .deleteProject:
            try keeper.settle()
            try ProjectDesk(wiring: wiring, workspace: workspace).carryOut(effect) {
                [self] action in
                if case .projectOpened(let opened) = action { took(opened) }
                tell(action)
            }
        case .exportFilm(let project, let films, let path, let replaces):
            save()
            let film = try QueueDesk(workspace: workspace)
                .export(project, takes: films, to: path, replaces: replaces)
            // Told at once, so that its end is news however soon that comes.
            tell(.filmChanged(film))
            say("The film is queued; it is written also when you leave.", .information)
            try wakeWorker()
        case .readLibrary, .markAssets, .tagAssets, .removeAssets:
            try LibraryDesk(workspace: workspace).carryOut(effect, tell: tell)
        case .readFacts, .readSound, .importMusic, .importAssets, .exportAssets:
            carryOutSlowly(effect)
        case .readQueue(let id):
            tell(try QueueDesk(workspace: workspace).read(details: id))
        case .steerQueue(let order):
            if try QueueDesk(workspace: workspace).steer(order) { try wakeWorker() }
        case .saveSnippets(let snippets):
            try wiring.places.snippets.write(snippets)
        case .rememberPanels(let project, let layout):
            try workspace.keep(panels: layout.text, of: project)
        case .remember(let settings):
            try wiring.places.settings.write(settings)
        case .suspend, .quit, .copy, .notify, .editPrompt, .editPreset, .account:
            preconditionFailure("What needs the terminal or the account is the loop's own.")
        }
    }

    private func carryOutSlowly(_ effect: Effect) {
        let desk = LibraryDesk(workspace: workspace)
        let tell = tell
        slow.async {
            do {
                try desk.carryOut(effect, tell: tell)
            } catch {
                tell(.noticed(Notice("\(error)", severity: .failure, at: Wiring.timestamp)))
            }
        }
    }

    private func saveSoon(_ project: Project, _ history: EditHistory) {
        keeper.take(EditedProject(project, history))
        guard !willSave else { return }
        willSave = true
        queue.asyncAfter(deadline: .now() + Self.delay) { [self] in save() }
    }

    private func save() {
        willSave = false
        do {
            meet(try keeper.save())
        } catch {
            // It waits for the next try: an edit is never dropped because a disk was full.
            say("\(error)", .failure)
            willSave = true
            queue.asyncAfter(deadline: .now() + .seconds(2)) { [self] in save() }
        }
    }

    private func meet(_ overtaking: ProjectKeeper.Overtaking?) {
        guard let overtaking else { return }
        tell(.projectChangedElsewhere(from: overtaking.base, to: overtaking.other))
    }

    /// What the workspace has of a project that was just read, so that only
    /// what changes is written.
    private func took(_ opened: OpenedState) {
        keeper.begin(with: EditedProject(opened.project, opened.history))
        let observer = observer
        Task { await observer.follow(opened.project.id) }
    }

    /// Changes the person's presets, and reads all of them anew.
    private func carryOutOnPresets(_ effect: Effect) throws {
        let said = try PresetDesk(places: wiring.places, presets: presets).carryOut(effect)
        readPresets()
        say(said, .success)
    }

    /// Has a film's camera followed; its preset is read before that is told.
    private func followCamera(_ asset: Asset.ID, _ preset: String, _ name: String) throws {
        do {
            try motions.follow(asset, preset: preset, named: name) { [self] progress in
                queue.async { [self] in
                    if progress == .done { readPresets() }
                    tell(.cameraFollowed(preset, progress))
                }
            }
        } catch {
            tell(.cameraFollowed(preset, .failed("\(error)")))
        }
    }

    /// Makes and exports with these presets from now on.
    func use(_ presets: PresetLibrary) { queue.async { [self] in self.presets = presets } }

    private func readPresets() {
        presets = wiring.loadPresets().library
        tell(.presetsChanged(presets, own: wiring.ownPresetIDs))
    }

    private func submit(_ orders: [TakeOrder], in project: Project.ID) throws {
        do {
            try workspace.submitTakes(orders, of: project, at: Wiring.timestamp)
        } catch {
            // They are on the screen already, and must not stay there.
            let observer = observer
            Task { await observer.tellAgain() }
            throw error
        }
    }

    private func wakeWorker() throws { try observer.keeper.ensureRunning() }

    private func exportTake(_ id: Take.ID, to path: String) throws {
        guard let film = try workspace.take(id)?.film else {
            throw Complaint("This take has no film yet; generate it first.")
        }
        guard let source = try workspace.file(film) else {
            throw Complaint(
                "The film is not here yet; it is fetched from your account, so try again in a moment."
            )
        }
        let place = (path as NSString).expandingTildeInPath
        let target = try OutputFile(place, as: .mp4, replaces: true)
        try target.write(copying: source)
        say("The film is in \(target.path).", .success)
    }

    private func say(_ text: String, _ severity: Notice.Severity) {
        tell(.noticed(Notice(text, severity: severity, at: Wiring.timestamp)))
    }
}
