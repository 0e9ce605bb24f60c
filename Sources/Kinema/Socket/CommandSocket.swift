import Dispatch
import Foundation
import Glibc

/// A door for other programs into a running editor: one JSON object a line,
/// answered by one a line.
///
/// It belongs to the person alone (mode 0600), has a few clients at a time, and
/// ends with any who writes a line too long or does not read.
@MainActor
final class CommandSocket {
    /// The most clients, and the most bytes of a line.
    private static let clientLimit = 8
    nonisolated static let lineLimit = 1 << 16

    let path: String
    private let answer: @MainActor (CommandRequest) -> CommandReply
    private var door: (any DispatchSourceRead)?
    private var clients: [CInt: Client] = [:]

    private struct Client {
        let source: any DispatchSourceRead
        var line = Data()
    }

    /// Opens the door; nil where there cannot be one, or another editor has it.
    init?(path: String, answer: @escaping @MainActor (CommandRequest) -> CommandReply) {
        self.path = path
        self.answer = answer
        guard let descriptor = Self.listen(at: path) else { return nil }
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
        source.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.accept(from: descriptor) }
        }
        source.setCancelHandler { _ = Glibc.close(descriptor) }
        source.resume()
        door = source
    }

    func close() {
        for descriptor in Array(clients.keys) { drop(descriptor) }
        door?.cancel()
        door = nil
        unlink(path)
    }

    private static func listen(at path: String) -> CInt? {
        guard var address = UnixAddress(path) else { return nil }
        // Whoever answers there is an editor that runs; what is left of a dead one goes.
        if let other = address.connected() {
            Glibc.close(other)
            return nil
        }
        unlink(path)
        let descriptor = socket(
            AF_UNIX,
            CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0 else { return nil }
        // Linux makes the name with the socket's own mode, so that it is never wider.
        guard fchmod(descriptor, 0o600) == 0, address.bind(descriptor),
            Glibc.listen(descriptor, CInt(clientLimit)) == 0
        else {
            Glibc.close(descriptor)
            return nil
        }
        return descriptor
    }

    private func accept(from door: CInt) {
        let descriptor = Glibc.accept(door, nil, nil)
        guard descriptor >= 0 else { return }
        guard clients.count < Self.clientLimit, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0,
            fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0
        else {
            Glibc.close(descriptor)
            return
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
        source.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.hear(descriptor) }
        }
        source.setCancelHandler { _ = Glibc.close(descriptor) }
        clients[descriptor] = Client(source: source)
        source.resume()
    }

    private func hear(_ descriptor: CInt) {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        if count < 0, errno == EAGAIN || errno == EINTR { return }
        guard count > 0, clients[descriptor] != nil else { return drop(descriptor) }
        clients[descriptor]?.line.append(contentsOf: bytes[..<count])
        while let end = clients[descriptor]?.line.firstIndex(of: 10) {
            guard let held = clients[descriptor]?.line else { return }
            let line = Data(held[held.startIndex..<end])
            clients[descriptor]?.line = Data(held[held.index(after: end)...])
            guard line.count <= Self.lineLimit, send(reply(to: line), to: descriptor) else {
                return drop(descriptor)
            }
        }
        if (clients[descriptor]?.line.count ?? 0) > Self.lineLimit { drop(descriptor) }
    }

    private func reply(to line: Data) -> CommandReply {
        guard let request = try? JSONDecoder().decode(CommandRequest.self, from: line) else {
            return CommandReply(
                ok: false,
                said: ["Write an object such as {\"cmd\":\"seed 7\"} on one line."]
            )
        }
        return answer(request)
    }

    /// Returns whether all of it was taken; whoever does not read has no second chance.
    private func send(_ reply: CommandReply, to descriptor: CInt) -> Bool {
        guard let text = try? JSONOutput.line(of: reply) else { return false }
        let bytes = Array(text.utf8)
        return Glibc.send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL))
            == bytes.count
    }

    private func drop(_ descriptor: CInt) {
        clients.removeValue(forKey: descriptor)?.source.cancel()
    }
}
