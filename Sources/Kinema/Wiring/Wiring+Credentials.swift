import Editorial
import Foundation
import PlainText
import Sync
import Workspace

extension Wiring {
    /// The person's own word on how their account is kept.
    private var accountFile: URL { places.configuration.appending(path: "account.yaml") }

    /// Where the tokens are: in the keyring that `keyring_command` opens, else
    /// in a file that nobody else may read.
    func credentialStore() throws -> any CredentialStore {
        let path = places.credentials.path
        guard let node = try accountSettings()["keyring_command"] else {
            return CredentialFile(path: path)
        }
        let line = try node.text("the command of the keyring", limit: 1000)
        guard let command = KeyringCommand(line: line, lock: path) else {
            throw node.error(
                "The command of the keyring is empty; write one, or take the line out."
            )
        }
        return command
    }

    /// The most bytes of files that came from the service and are kept here,
    /// which `media_cache` says in gigabytes; twenty where it does not.
    func mediaCache() throws -> Int {
        guard let node = try accountSettings()["media_cache"] else { return 20_000_000_000 }
        return Int(try node.number("the gigabytes of media_cache", in: 0...100_000) * 1e9)
    }

    /// What fetches a file from the account that the workspace is shared with,
    /// for a process that waits for it.
    func fetching(into workspace: LocalWorkspace) -> @Sendable (Asset) throws -> Void {
        { asset in
            let courier = try AccountDesk(self).courier(of: workspace)
            try AccountDesk.wait { try await courier.fetch(asset) }
        }
    }

    private func accountSettings() throws -> [String: PlainTextNode] {
        guard FileManager.default.fileExists(atPath: accountFile.path) else { return [:] }
        let root = try PlainTextNode(path: accountFile.path, of: "the account’s settings")
        return try root.mapping(
            "the account’s settings",
            allowed: ["keyring_command", "media_cache"]
        )
    }
}
