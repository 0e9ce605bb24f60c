import Editor
import Editorial
import Foundation
import Workspace

/// What the workspace has of the open project now.
struct WorkspaceNews: Sendable {
    let takes: [Take]
    let film: FilmProgress?
    let livePictures: [Take.ID: LivePicture]
}

/// Watches the workspace for what other processes write: a worker's progress, a film that is done.
///
/// A change is on the screen within a tenth of a second; reads only when the
/// database says that something changed, which costs a few microseconds.
actor WorkspaceObserver {
    private let workspace: LocalWorkspace
    private var project: Project.ID
    /// Who sees to the worker that does what is asked for here.
    nonisolated let keeper: WorkerKeeper
    private var lastCounter: Int?
    /// What was read of the takes, so that only what changes is read again.
    private var reading: TakeReading?
    private var isBusy = false

    init(workspace: LocalWorkspace, project: Project.ID, process: WorkerProcess) {
        self.workspace = workspace
        self.project = project
        keeper = WorkerKeeper(process: process)
    }

    /// Tells of the takes now and after every change, until the task ends.
    func watch(
        _ tell: @escaping @Sendable (Result<WorkspaceNews, any Error>) async -> Void
    ) async {
        while !Task.isCancelled {
            do {
                let counter = try workspace.changeCounter()
                if counter != lastCounter {
                    let read = try workspace.readTakes(of: project, since: reading)
                    reading = read
                    lastCounter = counter
                    let takes = read.takes
                    let film = try workspace.filmExport(of: project)
                    isBusy =
                        takes.contains { !$0.isSettled } || film?.state.isSettled == false
                    let news = WorkspaceNews(
                        takes: takes,
                        film: film,
                        livePictures: workspace.livePictures(of: takes)
                    )
                    await tell(.success(news))
                }
                if isBusy { try keeper.ensureRunning() }
            } catch {
                await tell(.failure(error))
            }
            // A cancelled sleep ends the loop, which is all there is to do about it.
            try? await Task.sleep(for: .milliseconds(isBusy ? 50 : 90))
        }
    }

    /// Watches another project from now on.
    func follow(_ project: Project.ID) {
        self.project = project
        lastCounter = nil
    }

    /// Tells of the takes anew, though nothing changed.
    func tellAgain() { lastCounter = nil }
}
