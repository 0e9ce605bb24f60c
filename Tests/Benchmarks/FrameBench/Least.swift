import Glibc

/// CPU seconds of some work, and of what is prepared once for it; the least of
/// several rounds, because other load only ever adds.
struct Least {
    var frames = Double.infinity
    var setup = 0.0

    /// Does the work some times.
    static func of(_ rounds: Int, _ work: () throws -> Least) rethrows -> Least {
        var least = Least(setup: .infinity)
        for _ in 0..<max(1, rounds) {
            let spent = try work()
            least.frames = min(least.frames, spent.frames)
            least.setup = min(least.setup, spent.setup)
        }
        return least
    }

    /// Prints a line: the name, the seconds of the frames and of what is prepared.
    func tell(_ name: String) { print("\(name)\t\(frames)\t\(setup)") }

    /// What this process has used of all cores so far.
    static func cpuSeconds() -> Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let (user, system) = (usage.ru_utime, usage.ru_stime)
        return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1e6
    }
}
