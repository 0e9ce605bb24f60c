import Foundation
package import Logging
package import Networking

/// Sends letters by a mail server, at its pace and not at that of those who ask for them.
///
/// A letter lies in a directory, for its owner alone, until the server has
/// taken it on: a crash or a server that is away loses none, and how long an
/// answer takes tells nobody whether a mail was sent. One that the server
/// refuses for good, or has not taken within two days, is put aside in `cur`.
package final class SMTPPostbox: Postbox {
    private let spool: MaildirPostbox
    private let directory: String
    private let submission: MailSubmission
    private let sender: String
    private let logger: Logger
    private let pause: Duration
    private let pool = WorkPool(width: 1)
    private let arrivals: AsyncStream<Void>
    private let arrived: AsyncStream<Void>.Continuation

    private static let longestPause = Duration.seconds(300)
    private static let patience = 48.0 * 3600

    /// Makes the directory when it is missing.
    ///
    /// `pause` is the first wait after the server took nothing; it doubles with
    /// each. The server is told that letters are from `sender`.
    package init(
        directory: String,
        submission: MailSubmission,
        sender: String,
        logger: Logger,
        pause: Duration = .seconds(1)
    ) throws {
        spool = try MaildirPostbox(directory: directory)
        self.directory = directory
        self.submission = submission
        self.sender = sender
        self.logger = logger
        self.pause = pause
        (arrivals, arrived) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    package func put(_ letter: [UInt8], to recipient: String) throws {
        // Whom it goes to, above the letter, as the server is told it.
        try spool.put(Array("\(recipient)\n".utf8) + letter, to: recipient)
        arrived.yield()
    }

    package func run() async {
        // What an earlier run left goes first.
        arrived.yield()
        for await _ in arrivals {
            var wait = pause
            while !Task.isCancelled, await !sendAll() {
                try? await Task.sleep(for: wait)
                wait = min(wait * 2, Self.longestPause)
            }
        }
        await pool.close()
    }

    /// Whether no letter waits any more.
    private func sendAll() async -> Bool {
        var isDone = true
        // A pool that ended sends nothing more.
        for name in (try? await pool.run({ [self] in waiting() })) ?? [] where !Task.isCancelled {
            let isSent = (try? await pool.run { [self] in send(name) }) ?? false
            isDone = isDone && isSent
        }
        return isDone
    }

    private func waiting() -> [String] {
        // A directory that cannot be read now may be later.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory + "/new")) ?? []
        return names.sorted()
    }

    /// Whether a letter need not be looked at again.
    private func send(_ name: String) -> Bool {
        let path = directory + "/new/" + name
        guard let bytes = FileManager.default.contents(atPath: path),
            let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
        else { return setAside(name) }
        do throws(HTTPError) {
            try submission.send(
                Array(bytes[(end + 1)...]),
                from: sender,
                to: String(decoding: bytes[..<end], as: UTF8.self)
            )
        } catch {
            logger.warning("a mail was not taken", metadata: ["reason": "\(error.message)"])
            if case .refused(let status) = error.kind, (500..<600).contains(status) {
                return setAside(name)
            }
            return isOld(path) && setAside(name)
        }
        return unlink(path) == 0
    }

    private func setAside(_ name: String) -> Bool {
        rename(directory + "/new/" + name, directory + "/cur/" + name) == 0
    }

    private func isOld(_ path: String) -> Bool {
        // Of a file that is gone nobody asks how old it is.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let written = attributes?[.modificationDate] as? Date
        return written.map { -$0.timeIntervalSinceNow > Self.patience } ?? false
    }
}
