package import AccountAPI
package import Networking

/// The sign-in of this terminal: a code is shown, a person approves it in a browser.
package struct DeviceSignIn: Sendable {
    private let client: AccountClient
    private let pause: @Sendable (Duration) async throws -> Void

    /// `pause` waits between two questions.
    package init(
        server: WebAddress,
        http: HTTPClient,
        pause: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) throws(SyncError) {
        client = try AccountClient(server: server, http: http)
        self.pause = pause
    }

    /// Asks for a code; `device` is what the person sees on the page.
    package func begin(device: String) async throws(SyncError) -> DeviceCode {
        let data = try await client.ask(
            .deviceCode,
            form: [("client_id", TokenGrant.terminalClient), ("device", device)]
        )
        return try client.decoded(DeviceCode.self, data)
    }

    /// Waits until the code is approved.
    ///
    /// - Throws: ``SyncError`` of kind `denied` when it was denied or nobody came.
    package func grant(for code: DeviceCode) async throws(SyncError) -> TokenGrant {
        var interval = min(max(1, code.interval), 60)
        var left = min(max(60, code.expiresIn), 3600)
        while left > 0 {
            guard (try? await pause(.seconds(interval))) != nil else {
                throw SyncError(.cancelled, "The sign-in was cancelled.")
            }
            left -= interval
            let answer: AccountClient.TokenAnswer
            do {
                answer = try await client.tokens([
                    ("grant_type", TokenGrant.deviceGrant), ("device_code", code.deviceCode),
                    ("client_id", TokenGrant.terminalClient),
                ])
            } catch  where error.isTransient {
                continue
            }
            switch answer {
            case .granted(let grant): return grant
            case .refused(let problem):
                switch problem.error {
                case .authorizationPending: continue
                case .slowDown: interval = min(60, interval + 5)
                case .accessDenied: throw SyncError(.denied, "The sign-in was denied on the page.")
                default: throw SyncError(.denied, "The code is too old; run “kinema login” again.")
                }
            }
        }
        throw SyncError(.denied, "Nobody approved the code in time; run “kinema login” again.")
    }
}
