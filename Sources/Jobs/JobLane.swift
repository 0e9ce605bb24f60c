/// The jobs of one queue that call one service: they stand in one line.
///
/// Its name is the queue's, or `QUEUE/SERVICE`.
struct JobLane: Hashable, Sendable {
    let name: String

    init(queue: String, provider: String?) {
        name = provider.map { "\(queue)/\($0)" } ?? queue
    }

    init(name: String) { self.name = name }

    var queue: String { String(name.prefix { $0 != "/" }) }

    /// The names of the limits that hold for it, with their scope.
    var limits: [String] {
        var names = [JobLimit.everything, JobLimit.queue(queue)]
        if let slash = name.firstIndex(of: "/") {
            names.append(JobLimit.provider(String(name[name.index(after: slash)...])))
        }
        return names
    }
}
