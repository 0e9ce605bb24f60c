import Editorial
import Foundation
import Workspace

/// Generates one take without the editor, and waits for its film.
struct HeadlessTake {
    /// The project that keeps what the command line makes.
    static let projectName = "Command line"

    let wiring: Wiring
    let workspace: LocalWorkspace

    /// Queues the take, sees to a worker, and follows it to its end.
    ///
    /// - Throws: The take's own failure, or a complaint when it was stopped.
    func run(_ draft: Draft) throws -> Take {
        let interrupt = Interrupt()
        let take = try submit(draft)
        let keeper = WorkerKeeper(process: WorkerProcess(wiring: wiring))
        let bar = ProgressBar()
        defer { bar.finish() }
        var current = take
        while !current.isSettled {
            if interrupt.wasRaised {
                try workspace.cancelTake(take.id)
                throw Complaint("Stopped; the take was cancelled.", code: .cancelled)
            }
            try keeper.ensureRunning()
            show(current, on: bar)
            Thread.sleep(forTimeInterval: 0.1)
            current = try workspace.take(take.id) ?? current
        }
        switch current.status {
        case .failed(let failure), .uncertain(let failure): throw Complaint(failure.message)
        case .cancelled: throw Complaint("The take was cancelled.", code: .cancelled)
        case .queued, .running, .completed: return current
        }
    }

    private func submit(_ draft: Draft) throws -> Take {
        let now = Wiring.timestamp
        var ids = IdentifierSource(seed: .random(in: .min ... .max), now: now)
        let shot = Shot(id: ids.identifier(), name: shotName(draft), draft: draft)
        var (project, history) = try commandLineProject(using: &ids)
        let edit = Edit.insertShot(shot, at: project.shots.count)
        project.apply(edit)
        history.record(edit)
        // Opened at the beginning of time: it never becomes the project that the editor opens.
        try workspace.save(project, history: history, openedAt: Timestamp(milliseconds: 0))
        return try workspace.submitTake(
            id: ids.identifier(),
            shot: shot.id,
            project: project.id,
            draft: draft,
            at: now
        )
    }

    private func commandLineProject(
        using ids: inout IdentifierSource
    ) throws -> (Project, EditHistory) {
        if let summary = try workspace.projects().first(where: { $0.name == Self.projectName }),
            let loaded = try workspace.project(summary.id)
        {
            return loaded
        }
        return (Project(id: ids.identifier(), name: Self.projectName, shots: []), EditHistory())
    }

    private func shotName(_ draft: Draft) -> String {
        let words = draft.prompt.split(whereSeparator: \.isWhitespace).prefix(3)
        return words.isEmpty ? "untitled" : words.joined(separator: " ")
    }

    private func show(_ take: Take, on bar: ProgressBar) {
        let done = take.steps.filter(\.isCompleted).count
        var title = "queued"
        var share = 0.0
        for step in take.steps {
            if case .running(let progress, _) = step.state {
                title = step.kind.rawValue
                share = progress
            }
        }
        bar.show(title, (Double(done) + share) / Double(max(1, take.steps.count)))
    }
}
