import Foundation
import Generation
import Networking
import Synchronization

/// Listens to what ComfyUI says of the prompts of its clients, for as long as it is kept.
///
/// Whether a prompt is done is asked for elsewhere: what is not heard here costs
/// nothing but the sight of it.
final class ComfyUIWatch: Sendable {
    private final class Heard: Sendable {
        let glimpses = Mutex<[String: ComfyUIGlimpse]>([:])
    }

    private let session: VendorSession
    private let heard = Heard()
    private let tasks = Mutex<[Task<Void, Never>]>([])

    /// What the server may leave out for those who do not ask for it.
    private static let greeting = WebSocketMessage.text(
        #"{"type":"feature_flags","data":{"supports_preview_metadata":true}}"#
    )

    init(_ session: VendorSession) { self.session = session }

    deinit {
        tasks.withLock { tasks in
            for task in tasks { task.cancel() }
        }
    }

    /// Begins to listen for a client, unless it does; `stages` is how many
    /// nodes of its graph take their time.
    func listen(for client: String, stages: Int) {
        let isNew = heard.glimpses.withLock { glimpses in
            defer { glimpses[client] = glimpses[client] ?? ComfyUIGlimpse(stages: stages) }
            return glimpses[client] == nil
        }
        // A server that cannot be asked is told of by whoever asks it for the result.
        guard isNew, let address = try? session.address("/ws", query: [("clientId", client)]),
            let headers = try? session.authorization(session.setup)
        else { return }
        let sockets = session.setup.sockets
        let task = Task { [heard] in
            // An older server, or a proxy before it, may know no such thing.
            _ = try? await sockets.stay(
                connectedTo: address,
                headers: headers,
                greeting: [Self.greeting]
            ) { event in
                guard case .message(let message) = event else { return }
                heard.glimpses.withLock { $0[client]?.hear(message) }
            }
        }
        tasks.withLock { $0.append(task) }
    }

    /// Returns how far a client's prompt is, and its latest picture where that is new.
    func look(for client: String) -> (progress: Double?, preview: Data?) {
        heard.glimpses.withLock { glimpses in
            (glimpses[client]?.progress, glimpses[client]?.takePreview())
        }
    }
}
