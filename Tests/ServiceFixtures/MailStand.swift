import Foundation
import Synchronization

/// A mail server within a test: takes letters over SMTP (RFC 5321) on a port of its own, and keeps
/// them with what was said around them.
package final class MailStand: Sendable {
    /// What one client said and got.
    package struct Letter: Hashable, Sendable {
        package var sender = ""
        package var recipients: [String] = []
        package var text = ""
        /// What it signed in with, as it came.
        package var credentials: String?
    }

    private struct State {
        var letters: [Letter] = []
        var refusals: [Int] = []
        var commands: [String] = []
    }

    package let port: Int
    private let descriptor: CInt
    private let state = Mutex(State())

    /// The first letters get these statuses in place of being taken.
    package init(refusing refusals: [Int] = []) throws {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) + listen(descriptor, 16)
                    + getsockname(descriptor, $0, &length)
            }
        }
        guard code == 0 else { throw POSIXError(.EADDRINUSE) }
        self.descriptor = descriptor
        port = Int(UInt16(bigEndian: address.sin_port))
        state.withLock { $0.refusals = refusals }
        Thread.detachNewThread { [self] in
            // Closed here alone: elsewhere its number could become another server's while this
            // thread is about to take a connection from it.
            defer { close(descriptor) }
            while true {
                let client = accept(descriptor, nil, nil)
                guard client >= 0 else { return }
                talk(client)
            }
        }
    }

    /// Takes no more.
    package func end() { shutdown(descriptor, CInt(SHUT_RDWR)) }

    package var letters: [Letter] { state.withLock { $0.letters } }
    package var commands: [String] { state.withLock { $0.commands } }

    private func talk(_ client: CInt) {
        guard let file = fdopen(client, "r+") else { return }
        defer { fclose(file) }
        say("220 stand", file)
        var letter = Letter()
        while let line = line(file) {
            state.withLock { $0.commands.append(line) }
            let verb = line.prefix(4).uppercased()
            switch verb {
            case "EHLO": say("250-stand\r\n250-8BITMIME\r\n250 AUTH PLAIN", file)
            case "AUTH":
                letter.credentials = credentials(line, file)
                say("235 welcome", file)
            case "MAIL":
                letter = Letter(sender: line, credentials: letter.credentials)
                say("250 ok", file)
            case "RCPT":
                letter.recipients.append(line)
                say("250 ok", file)
            case "DATA": take(letter, file)
            case "QUIT":
                say("221 bye", file)
                return
            default: say("502 what", file)
            }
        }
    }

    /// What came with the command, or after it was asked for (RFC 4954).
    private func credentials(_ line: String, _ file: UnsafeMutablePointer<FILE>) -> String? {
        let told = line.dropFirst(11)
        guard told.isEmpty else { return String(told) }
        say("334 ", file)
        return self.line(file)
    }

    private func take(_ letter: Letter, _ file: UnsafeMutablePointer<FILE>) {
        var letter = letter
        say("354 go on", file)
        while let line = line(file), line != "." { letter.text += line + "\n" }
        let refusal = state.withLock { state -> Int? in
            if !state.refusals.isEmpty { return state.refusals.removeFirst() }
            state.letters.append(letter)
            return nil
        }
        say(refusal.map { "\($0) not now" } ?? "250 taken", file)
    }

    private func say(_ text: String, _ file: UnsafeMutablePointer<FILE>) {
        fputs(text + "\r\n", file)
        fflush(file)
    }

    private func line(_ file: UnsafeMutablePointer<FILE>) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard fgets(&buffer, CInt(buffer.count), file) != nil else { return nil }
        let bytes = buffer.prefix { $0 != 0 && $0 != 13 && $0 != 10 }.map(UInt8.init(bitPattern:))
        return String(decoding: bytes, as: UTF8.self)
    }
}
