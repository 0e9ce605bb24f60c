import Editorial
import Foundation
import Testing

@testable import Media

struct ThreadPolicyTests {
    /// The scheduling policies of all threads of this process; 0 is the ordinary one.
    static func policies() throws -> Set<Int> {
        let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
        var policies: Set<Int> = []
        for name in names {
            // A thread may end between being listed and being read.
            guard
                let text = try? String(
                    contentsOfFile: "/proc/self/task/\(name)/stat",
                    encoding: .utf8
                ),
                let end = text.lastIndex(of: ")")
            else { continue }
            // Behind the name in parentheses the third field follows; the policy is the forty-first.
            let fields = text[text.index(after: end)...].split(separator: " ")
            policies.insert(try #require(Int(fields[41 - 3])))
        }
        return policies
    }

    @Test(arguments: FilmCodecTests.Case.yuv)
    func `A film being written takes no thread out of the ordinary queue`(
        _ one: FilmCodecTests.Case
    ) throws {
        let scratch = try Scratch()
        let settings = FilmSettings(
            size: FilmCodecTests.size,
            frameRate: FrameRate(25),
            codec: one.codec,
            container: one.container,
            threads: 2,
            format: one.format
        )
        let writer = try FilmWriter(scratch[one.name], settings: settings)
        #expect(try Self.policies() == [0])
        writer.discard()
    }
}
