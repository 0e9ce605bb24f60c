import Foundation
import Generation
import Networking

/// How far a prompt is and what is seen of it so far, by what ComfyUI says over its WebSocket.
///
/// It says how far each node is. Those that take more than one step count,
/// each as much as the others; how many there are is told by the graph.
struct ComfyUIGlimpse {
    /// From 0 to 1; nil before anything was heard.
    private(set) var progress: Double?
    private var preview: Data?
    private let stages: Int
    private var prompt: String?
    private var shares: [String: Double] = [:]

    /// More nodes than any graph of sense samples in.
    private static let nodeLimit = 64

    init(stages: Int) { self.stages = stages }

    /// Returns the latest picture, once.
    mutating func takePreview() -> Data? {
        defer { preview = nil }
        return preview
    }

    mutating func hear(_ message: WebSocketMessage) {
        switch message {
        case .bytes(let bytes): preview = Self.picture(in: bytes) ?? preview
        case .text(let text):
            let event = JSONValue(Data(text.utf8))
            let data = event["data"]
            if let id = data["prompt_id"].text, id != prompt {
                prompt = id
                shares = [:]
            }
            switch event["type"].text {
            case "progress": note(data["node"].text ?? "", data)
            case "progress_state":
                for (node, state) in data["nodes"].object { note(node, state) }
            default: break
            }
        }
    }

    private mutating func note(_ node: String, _ state: JSONValue) {
        guard let value = state["value"].number, let most = state["max"].number, most > 1,
            shares[node] != nil || shares.count < Self.nodeLimit
        else { return }
        let share = state["state"].text == "finished" ? 1 : min(max(value / most, 0), 1)
        shares[node] = max(shares[node] ?? 0, share)
        progress = shares.values.reduce(0, +) / Double(max(stages, shares.count))
    }

    /// The picture of a binary message: a kind, and behind it a format (1) or
    /// the length of words about the picture and these (4), in whole numbers of
    /// four bytes, the highest first.
    static func picture(in bytes: Data) -> Data? {
        func number(at offset: Int) -> Int {
            bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
        guard bytes.count > 8 else { return nil }
        let start: Int
        switch number(at: 0) {
        case 1: start = 8
        case 4: start = 8 + number(at: 4)
        default: return nil
        }
        let picture = Data(bytes.dropFirst(start))
        return ["jpg", "png"].contains(ResultFile.ending(of: picture)) ? picture : nil
    }
}
