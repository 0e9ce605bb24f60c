import Foundation
import Glibc

/// Where inputs are tried, and where the one in hand is kept.
final class FuzzBench {
    let folder: String
    /// Inputs that were answered with an error, as most should be.
    var refused = 0
    private let regressions: String

    init(regressions: String) throws {
        self.regressions = regressions
        let room = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
        folder = "\(room)/kinema-fuzz-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Tries every file that once was too much; its name begins with its target's.
    func replay() throws -> Int {
        let names = try FileManager.default.contentsOfDirectory(atPath: regressions).sorted()
        var count = 0
        for name in names {
            guard let target = FuzzTarget.all.first(where: { name.hasPrefix($0.name + "-") }) else {
                continue
            }
            let data = try Data(contentsOf: URL(fileURLWithPath: regressions + "/" + name))
            run(target, [UInt8](data))
            count += 1
        }
        refused = 0
        return count
    }

    func run(_ target: FuzzTarget, _ input: [UInt8]) {
        let path = "\(folder)/\(target.name)-input"
        write(input, path)
        // A signal that nobody handles ends the program, and the input stays.
        limit(10)
        do {
            try target.body(input, path)
        } catch {
            refused += 1
            // Whatever is said must be a sentence that a terminal can show.
            let text = "\(error)"
            precondition(!text.isEmpty && text.utf8.count < 10_000, "An error is a sentence.")
        }
        limit(0)
    }

    /// Allows so many seconds of a core, however busy the machine is, and
    /// twelve times as many of waiting.
    private func limit(_ seconds: Int) {
        let whole = timeval(tv_sec: seconds, tv_usec: 0)
        var timer = itimerval(it_interval: timeval(), it_value: whole)
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
        alarm(CUnsignedInt(12 * seconds))
    }

    private func write(_ bytes: [UInt8], _ path: String) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        precondition(descriptor >= 0, "The bench can be written.")
        defer { close(descriptor) }
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, bytes.count) }
        precondition(count == bytes.count, "The bench has room.")
    }
}
