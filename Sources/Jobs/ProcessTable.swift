import Foundation

/// What the system says of its processes, read from `/proc`.
enum ProcessTable {
    static var ownID: Int { Int(getpid()) }

    /// The boot and the namespace of process ids: in two containers the same
    /// id means two processes.
    static var host: String {
        let boot = text(ofFile: "/proc/sys/kernel/random/boot_id")
            .map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
        var namespace = stat()
        let found = stat("/proc/self/ns/pid", &namespace) == 0
        return "\(boot ?? "unknown").\(found ? Int(namespace.st_ino) : 0)"
    }

    /// Returns when a process began, in clock ticks since the boot; nil when
    /// there is no such process or it has ended and nobody fetched its result.
    static func startTime(of processID: Int) -> Int? {
        guard let line = text(ofFile: "/proc/\(processID)/stat"),
            let name = line.lastIndex(of: ")")
        else { return nil }
        // The name may hold blanks and brackets; after its last bracket stands
        // field 3, the state. Field 22 is the start.
        let fields = line[line.index(after: name)...].split(separator: " ")
        guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
        return Int(fields[19])
    }

    private static func text(ofFile path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
