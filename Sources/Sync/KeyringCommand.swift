import Dispatch
import Foundation

/// The tokens in a keyring, which a program of the person's opens.
///
/// It is called with one word more: `get` prints what is kept, `store` keeps
/// what it reads on its standard input, and `erase` forgets it. It ends with 0
/// where it did so, and with something else where there is nothing.
package struct KeyringCommand: CredentialStore {
    private let words: [String]
    private let lock: CredentialFile

    /// Seconds that it may take, as a person may have to unlock the keyring.
    private static let patience = 60
    private static let byteLimit = 65_536

    /// `lock` is a path at which one process at a time is let in.
    ///
    /// nil for a line without a word.
    package init?(line: String, lock path: String) {
        words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        lock = CredentialFile(path: path)
        if words.isEmpty { return nil }
    }

    package func read() throws(SyncError) -> Credentials? {
        let (status, output) = try run("get", input: Data())
        guard status == 0, !output.isEmpty else { return nil }
        guard let credentials = try? JSONDecoder().decode(Credentials.self, from: output) else {
            throw SyncError(
                .local,
                "“\(words[0]) get” printed no tokens; run “kinema logout” and “kinema login”."
            )
        }
        return credentials
    }

    package func write(_ credentials: Credentials) throws(SyncError) {
        guard let data = try? JSONEncoder().encode(credentials) else {
            throw SyncError(.malformed, "The tokens of the service cannot be kept; sign in again.")
        }
        let (status, _) = try run("store", input: data)
        guard status == 0 else {
            throw SyncError(
                .local,
                "“\(words[0]) store” ended with \(status) and kept nothing; run it by hand to see why."
            )
        }
        lock.touch()
    }

    package func remove() {
        // A keyring that cannot be asked keeps tokens that the service has ended.
        _ = try? run("erase", input: Data())
        lock.touch()
    }

    package func locked<Value: Sendable>(
        _ body: () async throws(SyncError) -> Value
    ) async throws(SyncError) -> Value {
        try await lock.locked(body)
    }

    private func run(_ verb: String, input: Data) throws(SyncError) -> (Int32, Data) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--"] + words + [verb]
        // No pipe: a program that reads nothing would end whoever writes to it.
        var ends: [CInt] = [-1, -1]
        guard socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw SyncError(.local, "“\(words[0])” cannot be asked: too many files are open.")
        }
        let asked = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        let asking = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let answer = Pipe()
        process.standardInput = asked
        process.standardOutput = answer
        // What it says on standard error may hold anything, and is not for us.
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else {
            throw SyncError(.local, "“\(words[0])” could not be run; check keyring_command.")
        }
        let number = process.processIdentifier
        let alarm = DispatchWorkItem { kill(number, SIGTERM) }
        DispatchQueue.global().asyncAfter(
            deadline: .now() + .seconds(Self.patience),
            execute: alarm
        )
        // What is not taken was not wanted, which the program's status tells.
        _ = input.withUnsafeBytes { send(ends[1], $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
        try? asking.close()
        let output = try? answer.fileHandleForReading.read(upToCount: Self.byteLimit)
        process.waitUntilExit()
        alarm.cancel()
        return (process.terminationStatus, output ?? Data())
    }
}
