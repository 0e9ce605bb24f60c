import Dispatch
import Foundation
import Networking
import Sync
import Synchronization
import Workspace

/// The account of this person, for the commands about it.
struct AccountDesk: Sendable {
    let access: AccountAccess
    let http = HTTPClient()
    private let wiring: Wiring

    init(_ wiring: Wiring = Wiring()) throws {
        self.wiring = wiring
        access = AccountAccess(
            file: try wiring.credentialStore(),
            http: http,
            now: Wiring.now
        )
    }

    /// What a person calls this machine, as the page of the service shows it.
    var device: String { "kinema on " + ProcessInfo.processInfo.hostName }

    /// Returns the exchange of the workspace, which it opens.
    func exchange() throws -> Exchange {
        exchange(of: try wiring.openWorkspace())
    }

    func exchange(of workspace: LocalWorkspace) -> Exchange {
        Exchange(
            workspace: workspace,
            access: access,
            sources: wiring.places.sharedSources,
            now: Wiring.now
        )
    }

    /// What carries the workspace's files.
    func courier(of workspace: LocalWorkspace) -> AssetCourier {
        AssetCourier(workspace: workspace, access: access)
    }

    /// The service that is meant: the one that is named, or that somebody is signed in at.
    func server(_ named: String?) throws -> WebAddress {
        if let text = named ?? wiring.environment["KINEMA_SERVER"] {
            guard let address = WebAddress(text) else {
                throw Complaint(
                    "“\(text)” is no address; write it as https://kinema.example.org.",
                    code: .usage
                )
            }
            return address
        }
        guard let known = try access.credentials()?.server else {
            throw Complaint(
                "Say which service: kinema login https://…, or set KINEMA_SERVER.",
                code: .usage
            )
        }
        return known
    }

    /// What to say of a sign-out that the service knows of, or does not.
    static func signedOut(isKnown: Bool) -> String {
        isKnown
            ? "Signed out; everything here stays."
            : "Signed out here; the service did not answer, so end the session there too: "
                + "“kinema sessions” on another machine lists it."
    }

    /// Runs what waits for the network, on a thread that has nothing else to do.
    static func wait<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let box = Box<Value>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            let result: Result<Value, any Error>
            do {
                result = .success(try await body())
            } catch {
                result = .failure(error)
            }
            box.outcome.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        guard let result = box.outcome.withLock({ $0 }) else {
            preconditionFailure("A call that signalled left its outcome.")
        }
        return try result.get()
    }

    private final class Box<Value: Sendable>: Sendable {
        let outcome = Mutex<Result<Value, any Error>?>(nil)
    }
}
