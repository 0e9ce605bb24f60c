import AccountAPI
import Foundation
import Networking
import Sync
import Testing

struct KeyringTests {
    /// A keyring that keeps what it is given in a file.
    private func keyring(_ directory: String, _ body: String) throws -> KeyringCommand {
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        let script = directory + "/keyring"
        try ("#!/bin/sh\ncd '\(directory)'\n" + body)
            .write(toFile: script, atomically: true, encoding: .utf8)
        chmod(script, 0o700)
        return try #require(KeyringCommand(line: script, lock: directory + "/account.json"))
    }

    private func directory() -> String { NSTemporaryDirectory() + "keyring-" + UUID().uuidString }

    private func credentials() throws -> Credentials {
        let server = try #require(WebAddress("https://kinema.test"))
        let grant = TokenGrant(accessToken: "aaa", expiresIn: 60, refreshToken: "rrr")
        return try #require(
            Credentials(server: server, email: "ada@example.org", grant: grant, now: 0)
        )
    }

    @Test func `Tokens are kept in a keyring, read from there and forgotten, and in no file`()
        throws
    {
        let place = directory()
        defer { try? FileManager.default.removeItem(atPath: place) }
        let keyring = try keyring(
            place,
            """
            case $1 in
            get) cat kept ;;
            store) cat > kept ;;
            erase) rm -f kept ;;
            esac
            """
        )
        #expect(try keyring.read() == nil)
        try keyring.write(try credentials())
        #expect(try keyring.read()?.email == "ada@example.org")
        #expect(!FileManager.default.fileExists(atPath: place + "/account.json"))
        keyring.remove()
        #expect(try keyring.read() == nil)
    }

    @Test func `A keyring that reads nothing ends itself alone`() throws {
        let place = directory()
        defer { try? FileManager.default.removeItem(atPath: place) }
        let deaf = try keyring(place, "exec <&-; exit 4")
        let credentials = try credentials()
        let error = #expect(throws: SyncError.self) { try deaf.write(credentials) }
        #expect(error?.message.contains("ended with 4") == true)
    }

    @Test func `A keyring that fails, or prints something else, is told by its name`() throws {
        let place = directory()
        defer { try? FileManager.default.removeItem(atPath: place) }
        let broken = try keyring(place, "cat > /dev/null; [ $1 = get ] && echo hello || exit 3")
        let read = #expect(throws: SyncError.self) { try broken.read() }
        #expect(read?.message.contains("printed no tokens") == true)
        let credentials = try credentials()
        let write = #expect(throws: SyncError.self) { try broken.write(credentials) }
        #expect(write?.message.contains("ended with 3") == true)
        #expect(KeyringCommand(line: "  ", lock: place) == nil)
    }
}
