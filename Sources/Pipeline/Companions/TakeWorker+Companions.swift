import Editorial
import Jobs
import Media

extension Take.Companion {
    /// Nil for a job that makes something else.
    init?(job kind: String) {
        guard let companion = Self.allCases.first(where: { $0.job == kind }) else { return nil }
        self = companion
    }
}

extension TakeWorker {
    /// Makes what goes along with a take's film.
    func make(
        _ companion: Take.Companion,
        for leased: LeasedJob,
        heartbeat: Heartbeat
    ) throws -> (Take.ID, Asset) {
        let take = try take(of: leased.job)
        let context = context(for: take, lease: leased.lease, heartbeat: heartbeat)
        guard let film = take.film else {
            throw StepFailure("This take has no film to make a \(companion.rawValue) of.")
        }
        let path = try context.path(of: film, called: "film")
        switch companion {
        case .thumbnail: return (take.id, try ThumbnailStep(context: context).run(path))
        case .proxy: return (take.id, try ProxyStep(context: context).run(path))
        }
    }
}
