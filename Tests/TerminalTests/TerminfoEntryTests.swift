import Foundation
import Testing

@testable import Terminal

struct TerminfoEntryTests {
    @Test func `The description has 24-bit colours beside the owner's 16, and redefines none`()
        throws
    {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "kinema-terminfo-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try #require(TerminfoEntry.install(in: directory))
        #expect(TerminfoEntry.install(in: directory))
        let names = try FileManager.default.subpathsOfDirectory(atPath: directory)
        #expect(names.filter { $0.hasSuffix(TerminfoEntry.name) }.count == 1)
        #expect(!names.contains { $0.hasSuffix(".ti") })
        let shown = try described(in: directory)
        for capability in ["RGB", "colors#0x1000000", "pairs#0x10000", "cup="] {
            #expect(shown.contains(capability), "\(capability) is missing:\n\(shown)")
        }
        for capability in [" ccc", "initc=", " oc="] { #expect(!shown.contains(capability)) }
        #expect(shown.contains("%e38;2;%p1%{65536}%/%d"))
    }

    @Test func `A directory that cannot be made gives no description and no fault`() {
        #expect(!TerminfoEntry.install(in: "/dev/null/kinema"))
    }

    @Test(arguments: [
        ("xterm-kitty", ColourDepth.direct, ["kinema-direct", "xterm-direct", "xterm-kitty"]),
        ("foot", .indexed256, ["foot", "xterm-256color", "xterm"]),
        ("", .indexed256, ["xterm-256color", "xterm"]),
        ("linux", .indexed16, ["linux", "xterm-256color", "xterm"]),
        ("tmux", .indexed256, ["tmux-256color", "tmux", "xterm-256color"]),
    ])
    func `A terminal without a description of its own falls back to a known one`(
        term: String,
        depth: ColourDepth,
        first: [String]
    ) {
        let names = TerminfoChoice.names(term: term, depth: depth)
        #expect(Array(names.prefix(first.count)) == first)
        #expect(names.contains("xterm-256color"))
    }

    private func described(in directory: String) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["infocmp", "-x", "-1", "-A", directory, TerminfoEntry.name]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
