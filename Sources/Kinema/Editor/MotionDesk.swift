import Database
import Editor
import Editorial
import Foundation
import Jobs
import Pipeline
import Synchronization
import Workspace

/// Has the cameras of films followed by the worker, and hears what comes of it.
final class MotionDesk: Sendable {
    private let wiring: Wiring
    private let workspace: LocalWorkspace
    private let observer: WorkspaceObserver
    /// What is under way, by the preset that comes of it.
    private let jobs = Mutex<[String: Job.ID]>([:])

    init(wiring: Wiring, workspace: LocalWorkspace, observer: WorkspaceObserver) {
        self.wiring = wiring
        self.workspace = workspace
        self.observer = observer
    }

    /// Queues a film; `tell` hears how far it is until it has ended.
    ///
    /// It is followed also when the editor leaves; its preset is there then.
    func follow(
        _ asset: Asset.ID,
        preset: String,
        named name: String,
        tell: @escaping @Sendable (CameraFollow.Progress) -> Void
    ) throws {
        guard let clip = try workspace.assets.path(of: asset) else {
            throw Complaint("The film is no longer in the library; bring it in again.")
        }
        let folder = wiring.places.ownPresets
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let order = MotionOrder(
            clip: clip,
            path: folder.appending(path: "\(preset).yaml").path,
            name: name
        )
        var random = SystemRandomNumberGenerator()
        let job = try order.job(Job.ID(at: Wiring.now(), using: &random))
        try workspace.database.write { try workspace.queue.enqueue([job], on: $0) }
        jobs.withLock { $0[preset] = job.id }
        Task { await watch(job.id, preset, tell) }
    }

    /// Follows a film no further.
    func stop(preset: String) throws {
        guard let job = jobs.withLock({ $0.removeValue(forKey: preset) }) else { return }
        try workspace.queue.requestCancel([job])
    }

    private func watch(
        _ id: Job.ID,
        _ preset: String,
        _ tell: @Sendable (CameraFollow.Progress) -> Void
    ) async {
        while jobs.withLock({ $0[preset] == id }) {
            do {
                try observer.keeper.ensureRunning()
                guard let job = try workspace.queue.jobs([id]).first else { break }
                guard job.state.isSettled else {
                    tell(.running(job.startedAt == nil ? nil : job.progress))
                    try await Task.sleep(for: .milliseconds(200))
                    continue
                }
                jobs.withLock { $0[preset] = nil }
                return tell(ending(of: job))
            } catch {
                jobs.withLock { $0[preset] = nil }
                return tell(.failed("\(error)"))
            }
        }
    }

    private func ending(of job: Job) -> CameraFollow.Progress {
        job.state == .completed
            ? .done : .failed(job.failure?.message ?? "It was cancelled.")
    }
}
