import Foundation
import Terminal
import Testing

/// A screen as text, kept in a file beside the tests.
///
/// `UPDATE_GOLDENS=1` writes the files anew; look at the difference before it is kept.
enum Golden {
    static func expect(
        _ surface: Surface,
        named name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Goldens/\(name).txt")
        let drawn = surface.lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try drawn.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let differing = zip(
            drawn.split(separator: "\n", omittingEmptySubsequences: false),
            kept.split(separator: "\n", omittingEmptySubsequences: false)
        ).enumerated().first { $1.0 != $1.1 }
        let place = differing.map { "row \($0.offset):\n\($0.element.0)\n\($0.element.1)" } ?? ""
        #expect(drawn == kept, "\(name) differs at \(place)", sourceLocation: sourceLocation)
    }
}
