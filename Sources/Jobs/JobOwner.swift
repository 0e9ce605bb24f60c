/// A process that takes jobs, told apart from every other there was.
package struct JobOwner: Hashable, Sendable, CustomStringConvertible {
    /// The running system it lives in: boot id and namespace of process ids.
    package let host: String
    package let processID: Int
    /// When the process began, in clock ticks since the boot; a process id
    /// that is given out again has another.
    package let startTime: Int
    package let nonce: UInt64

    package init(host: String, processID: Int, startTime: Int, nonce: UInt64) {
        self.host = host
        self.processID = processID
        self.startTime = startTime
        self.nonce = nonce
    }

    /// Reads the spelling that `description` gives; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[0].isEmpty, let processID = Int(parts[1]), processID > 0,
            let startTime = Int(parts[2]), let nonce = UInt64(parts[3], radix: 16)
        else { return nil }
        self.init(
            host: String(parts[0]),
            processID: processID,
            startTime: startTime,
            nonce: nonce
        )
    }

    /// Letters, digits, `-`, `.` and `_` only, so that it may name a file.
    package var description: String {
        "\(host)_\(processID)_\(startTime)_\(String(nonce, radix: 16))"
    }

    /// The process that asks.
    package static func current(
        nonce: UInt64 = UInt64.random(in: 0...UInt64.max)
    ) -> JobOwner {
        let processID = ProcessTable.ownID
        return JobOwner(
            host: ProcessTable.host,
            processID: processID,
            startTime: ProcessTable.startTime(of: processID) ?? 0,
            nonce: nonce
        )
    }

    /// Whether the process still runs; nil when it is another system's, where
    /// nobody here can know.
    package var isAlive: Bool? {
        guard host == ProcessTable.host else { return nil }
        return ProcessTable.startTime(of: processID) == startTime
    }
}
