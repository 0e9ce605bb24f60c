import Foundation

/// Kinema's own terminal description: xterm's, with 24-bit colours as they are
/// and the terminal's 16 colours beside them.
///
/// Debian's base system has no description with direct colours, and that of
/// ncurses-term reaches only 8 of the 16.
package enum TerminfoEntry {
    static let name = "kinema-direct"

    /// How many of its colour numbers are the terminal's own.
    static let ownColours = 16

    private static func colour(_ layer: Int) -> String {
        "\\E[%?%p1%{8}%<%t\(layer)%p1%d%e%p1%{16}%<%t\(layer + 6)%p1%{8}%-%d"
            + "%e\(layer)8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
    }

    /// What `tic` compiles.
    private static var source: String {
        """
        \(name)|xterm with 24-bit colours beside its first 16,
        \tRGB, ccc@, colors#0x1000000, pairs#0x10000, initc@, initp@, oc@,
        \tsetaf=\(colour(3)),
        \tsetab=\(colour(4)),
        \tsetf@, setb@, use=xterm-256color,
        """ + "\n"
    }

    /// Compiles the description into a directory, unless it is there.
    ///
    /// Takes some milliseconds the first time and one look at the disk later.
    ///
    /// - Returns: Whether the directory has the description.
    package static func install(in directory: String) -> Bool {
        let files = FileManager.default
        let places = ["k", "6b"].map { "\(directory)/\($0)/\(name)" }
        if places.contains(where: { files.fileExists(atPath: $0) }) { return true }
        let draft = "\(directory)/\(name).\(ProcessInfo.processInfo.processIdentifier).ti"
        defer { unlink(draft) }
        do {
            try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
            try source.write(toFile: draft, atomically: false, encoding: .utf8)
            let tic = Process()
            tic.executableURL = URL(filePath: "/usr/bin/env")
            tic.arguments = ["tic", "-x", "-o", directory, draft]
            tic.standardInput = FileHandle.nullDevice
            tic.standardOutput = FileHandle.nullDevice
            tic.standardError = FileHandle.nullDevice
            try tic.run()
            tic.waitUntilExit()
        } catch {
            // Without it the system's descriptions serve, with fewer colours.
            return false
        }
        return places.contains { files.fileExists(atPath: $0) }
    }
}
