import Foundation
import PlainText
import Sync

extension Wiring {
    /// The person's own word on how their account is kept.
    private var accountFile: URL { places.configuration.appending(path: "account.yaml") }

    /// Where the tokens are: in the keyring that `keyring_command` opens, else
    /// in a file that nobody else may read.
    func credentialStore() throws -> any CredentialStore {
        let path = places.credentials.path
        guard FileManager.default.fileExists(atPath: accountFile.path) else {
            return CredentialFile(path: path)
        }
        let root = try PlainTextNode(path: accountFile.path, of: "the account’s settings")
        let values = try root.mapping("the account’s settings", allowed: ["keyring_command"])
        guard let node = values["keyring_command"] else { return CredentialFile(path: path) }
        let line = try node.text("the command of the keyring", limit: 1000)
        guard let command = KeyringCommand(line: line, lock: path) else {
            throw node.error(
                "The command of the keyring is empty; write one, or take the line out."
            )
        }
        return command
    }
}
