import Foundation
import Testing

/// What the program tells of itself to man and to shells.
struct ManualTests {
    @Test func `The manual page is one that man reads without complaint, and holds every command`()
        throws
    {
        let program = try Program()
        defer { program.remove() }
        let page = try program.run("manual")
        try #require(page.code == 0, "\(page.complaint)")
        let file = program.path("kinema.1")
        try page.output.write(toFile: file, atomically: true, encoding: .utf8)
        let checked = try Outcome(
            running: "/usr/bin/env",
            ["groff", "-man", "-Kutf8", "-Tutf8", "-P-c", "-rLL=100n", "-ww", file]
        )
        #expect(checked.code == 0)
        #expect(checked.complaint.isEmpty, "\(checked.complaint)")
        let shown = checked.output.replacing(/.\u{8}/, with: "")
        for words in [
            "kinema render <file>", "--preset <name[:strength]>", "kinema jobs list", "ctrl-g",
            "KINEMA_HOME", "EXIT STATUS",
        ] {
            #expect(shown.contains(words), "“\(words)” is missing.")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `Shells are told what can be completed`(shell: String) throws {
        let program = try Program()
        defer { program.remove() }
        let script = try program.run("--generate-completion-script", shell)
        #expect(script.code == 0)
        #expect(script.output.contains("contact-sheet"))
    }
}
