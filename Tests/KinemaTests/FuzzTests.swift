import Foundation
import Testing

struct FuzzTests {
    /// A few in a moment; a million where time does not matter.
    static var count: Int {
        ProcessInfo.processInfo.environment["KINEMA_SOAK"] == nil ? 3000 : 1_000_000
    }

    @Test func `No mutated input crashes, hangs or takes all memory`() throws {
        let program = URL(filePath: try Program.executable).deletingLastPathComponent()
        let outcome = try Outcome(
            running: program.appending(path: "kinema-fuzz").path,
            ["\(Self.count)", "4711", Program.root.appending(path: "Tests/Fuzz/Regressions").path]
        )
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.complaint)")
        let last = try #require(outcome.output.split(separator: "\n").last)
        let words = last.split(separator: " ")
        #expect(try #require(Int(words.first ?? "")) >= Self.count * 9 / 10)
        // A film's picture may have 128 megapixels, and is there in two forms.
        #expect(try #require(Int(words.dropLast().last ?? "")) < 2000, "\(last)")
    }
}
