import Foundation
import Glibc

/// One connection to a server of the tests, and how HTTP/1.1 is spoken on it.
struct LoopbackConnection {
    private let socket: Int32
    private var buffer = Data()

    init(_ socket: Int32) { self.socket = socket }

    /// Returns the next request; nil at the end.
    mutating func read() -> LoopbackRequest? {
        let gap = Data("\r\n\r\n".utf8)
        while buffer.range(of: gap) == nil { guard fill() else { return nil } }
        guard let end = buffer.range(of: gap) else { return nil }
        let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
            .components(separatedBy: "\r\n")
        buffer.removeSubrange(..<end.upperBound)
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        let count = headers["content-length"].flatMap { Int($0) } ?? 0
        while buffer.count < count { guard fill() else { return nil } }
        let body = Data(buffer.prefix(count))
        buffer = Data(buffer.dropFirst(count))
        let words = lines[0].split(separator: " ")
        guard words.count == 3, let target = URLComponents(string: String(words[1])) else {
            return nil
        }
        let query = (target.queryItems ?? []).map { ($0.name, $0.value ?? "") }
        return LoopbackRequest(
            method: String(words[0]),
            path: target.path,
            query: Dictionary(query, uniquingKeysWith: { $1 }),
            headers: headers,
            body: body
        )
    }

    /// Returns whether the connection can be asked again.
    func write(_ answer: LoopbackAnswer, bodyless: Bool) -> Bool {
        let count =
            switch answer.body {
            case .data(let data): data.count
            case .zeros(let count): count
            }
        if case .unanswered = answer.ending { return false }
        var head = "HTTP/1.1 \(answer.status) Told\r\n"
        if answer.headers["Content-Length"] == nil, answer.status != 204 {
            head += "Content-Length: \(count)\r\n"
        }
        for (name, value) in answer.headers where !value.isEmpty { head += "\(name): \(value)\r\n" }
        guard send(Data((head + "\r\n").utf8)) else { return false }
        if bodyless || answer.status == 204 { return true }
        switch answer.ending {
        case .whole:
            // Without a length, the end of the connection is the end of the body.
            return send(answer.body, upTo: count) && answer.headers["Content-Length"] != ""
        case .truncated(let limit):
            _ = send(answer.body, upTo: limit)
            return false
        case .reset(let limit):
            _ = send(answer.body, upTo: limit)
            var option = linger(l_onoff: 1, l_linger: 0)
            setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
            return false
        case .silent(let limit):
            _ = send(answer.body, upTo: limit)
            // Until the other side has had enough, or the server is stopped.
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) > 0 {}
            return false
        case .unanswered: return false
        }
    }

    /// Becomes a WebSocket, where the request is for one.
    func talk(_ request: LoopbackRequest, _ body: @Sendable (LoopbackSocket) -> Void) {
        guard let agreement = LoopbackSocket.agreement(to: request) else {
            return _ = write(.empty(400), bodyless: true)
        }
        guard send(Data(agreement.utf8)) else { return }
        body(LoopbackSocket(socket))
    }

    private func send(_ body: LoopbackAnswer.Body, upTo limit: Int) -> Bool {
        switch body {
        case .data(let data): return send(Data(data.prefix(limit)))
        case .zeros(let count):
            let piece = Data(count: 1 << 16)
            var left = min(count, limit)
            while left > 0 {
                guard send(left < piece.count ? piece.prefix(left) : piece) else { return false }
                left -= piece.count
            }
            return true
        }
    }

    private func send(_ data: Data) -> Bool {
        data.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let base = bytes.baseAddress?.advanced(by: sent)
                let count = Glibc.send(
                    socket,
                    base,
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    private mutating func fill() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(socket, &bytes, bytes.count, 0)
        guard count > 0 else { return false }
        buffer.append(contentsOf: bytes[..<count])
        return true
    }
}
