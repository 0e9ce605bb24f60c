import AccountAPI
import ArgumentParser
import Foundation
import Sync
import Terminal

struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Tell who is signed in on this machine, and where."
    )

    @Option(
        help: ArgumentHelp("Have a picture, a PNG or JPEG, stand for you.", valueName: "file")
    )
    var picture: String?

    @Flag(help: "Have none stand for you any more.")
    var removePicture = false

    @Flag(help: "Print one JSON object.")
    var json = false

    /// The most bytes that are read of a picture; the service takes fewer.
    private static let pictureLimit = 8 << 20

    func run() throws {
        let desk = try AccountDesk()
        guard let server = try desk.access.credentials()?.server else {
            throw Complaint("Nobody is signed in; run “kinema login”.")
        }
        if let picture {
            let data = try read(picture)
            try AccountDesk.wait { try await desk.access.change(picture: data) }
        } else if removePicture {
            try AccountDesk.wait { try await desk.access.change(picture: nil) }
        }
        let profile = try AccountDesk.wait { try await desk.access.profile() }
        if json { return try JSONOutput.print(profile) }
        print("\(profile.name) <\(profile.email)> at \(server)".printable)
        for space in profile.spaces {
            let name = space.isPersonal ? "your own space" : space.name
            print("  \(name): \(space.role.rawValue)".printable)
        }
        if profile.picture != nil { print("  a picture stands for you") }
    }

    private func read(_ path: String) throws -> Data {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: Self.pictureLimit), !data.isEmpty
        else { throw Complaint("\(path) cannot be read; choose a PNG or a JPEG.") }
        return data
    }
}
