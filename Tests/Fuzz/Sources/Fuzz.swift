import Foundation
import Glibc
import Media

/// Gives mutated inputs to whatever reads what comes from outside.
///
///     kinema-fuzz COUNT SEED REGRESSIONS
///
/// Replays every file of the regressions first. Each input has ten seconds and
/// the whole program two gigabytes; the one in hand is kept beside, so that
/// whatever ends the program is known.
@main
enum Fuzz {
    static func main() throws {
        MediaLog.silence()
        let words = CommandLine.arguments
        guard words.count == 4, let count = Int(words[1]), let seed = UInt64(words[2]) else {
            print("usage: kinema-fuzz COUNT SEED REGRESSIONS")
            exit(2)
        }
        let bench = try FuzzBench(regressions: words[3])
        defer { bench.remove() }
        let replayed = try bench.replay()
        var random = FuzzRandom(seed: seed)
        let shares = FuzzTarget.all.reduce(0) { $0 + $1.share }
        var done = 0
        for target in FuzzTarget.all {
            let seeds = try target.seeds(bench.folder)
            let own = max(1, count * target.share / shares)
            for _ in 0..<own {
                let seed = seeds[Int(random.next() % UInt64(seeds.count))]
                bench.run(target, FuzzMutation.apply(to: seed, with: &random))
            }
            done += own
            print("\(target.name): \(own) inputs, \(bench.refused) of them refused")
            bench.refused = 0
        }
        print("\(done) mutated inputs, \(replayed) regressions, peak \(peak()) MB")
    }

    private static func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
