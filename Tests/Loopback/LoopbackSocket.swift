import CLibCrypto
package import Foundation
import Glibc

/// The server's side of a WebSocket (RFC 6455), as a test speaks it; calls block.
package struct LoopbackSocket: Sendable {
    package enum Kind: UInt8, Sendable {
        case continuation = 0
        case text = 1
        case bytes = 2
        case goodbye = 8
        case ping = 9
        case pong = 10
    }

    /// What the client sent.
    package struct Frame: Hashable, Sendable {
        package let kind: Kind
        package let isMasked: Bool
        package let data: Data

        package var text: String { String(decoding: data, as: UTF8.self) }
    }

    private let socket: Int32

    init(_ socket: Int32) { self.socket = socket }

    /// The head of the answer that agrees to a request; nil where it asks for no WebSocket.
    static func agreement(to request: LoopbackRequest) -> String? {
        guard request.headers["upgrade"]?.lowercased() == "websocket",
            request.headers["connection"]?.lowercased().contains("upgrade") == true,
            request.headers["sec-websocket-version"] == "13",
            let key = request.headers["sec-websocket-key"]
        else { return nil }
        let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
        var sum = [UInt8](repeating: 0, count: 20)
        var count = sum.count
        guard EVP_Q_digest(nil, "SHA1", nil, text, text.count, &sum, &count) == 1 else {
            return nil
        }
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: \(Data(sum).base64EncodedString())\r\n\r\n"
    }

    package func send(_ text: String) { send(.text, Data(text.utf8)) }

    /// Sends one frame, the last of its message unless told otherwise.
    package func send(_ kind: Kind, _ data: Data, isLast: Bool = true) {
        var frame = Data([(isLast ? 0x80 : 0) | kind.rawValue])
        switch data.count {
        case ..<126: frame.append(UInt8(data.count))
        case ..<65_536: frame += [126, UInt8(data.count >> 8), UInt8(data.count & 255)]
        default:
            frame.append(127)
            frame += (0..<8).map { UInt8(truncatingIfNeeded: data.count >> (56 - 8 * $0)) }
        }
        raw(frame + data)
    }

    /// Sends bytes that need be no frame.
    package func raw(_ data: Data) {
        data.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let base = bytes.baseAddress?.advanced(by: sent)
                let count = Glibc.send(socket, base, bytes.count - sent, Int32(MSG_NOSIGNAL))
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    /// Returns the next frame; nil at the end.
    package func read() -> Frame? {
        guard let head = take(2), let kind = Kind(rawValue: head[0] & 15) else { return nil }
        let isMasked = head[1] & 0x80 != 0
        var count = Int(head[1] & 127)
        if count >= 126 {
            guard let more = take(count == 126 ? 2 : 8) else { return nil }
            count = more.reduce(0) { $0 << 8 | Int($1) }
        }
        guard count < 1 << 24, let mask = take(isMasked ? 4 : 0), let data = take(count) else {
            return nil
        }
        let bytes = isMasked ? data.enumerated().map { $1 ^ mask[$0 % 4] } : data
        return Frame(kind: kind, isMasked: isMasked, data: Data(bytes))
    }

    private func take(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var had = 0
        while had < count {
            let more = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress?.advanced(by: had), count - had, 0)
            }
            guard more > 0 else { return nil }
            had += more
        }
        return bytes
    }
}
