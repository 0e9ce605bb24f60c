import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Pipeline

struct SegmentTests {
    @Test(arguments: [1, 12, 120, 288, 289, 600, 1440])
    func `The parts of a film are all of its frames, once and in order`(count: Int) {
        let plan = SegmentPlan(frameCount: count, frameRate: FrameRate(24))
        #expect(plan.parts.flatMap(Array.init) == Array(0..<count))
        #expect(plan.parts.allSatisfy { $0.lowerBound.isMultiple(of: 48) && !$0.isEmpty })
    }

    @Test func `A film of twelve seconds is of one piece, and one of a minute of many`() {
        let rate = FrameRate(24)
        #expect(SegmentPlan(frameCount: 287, frameRate: rate).parts.count == 1)
        #expect(SegmentPlan(frameCount: 1440, frameRate: rate).parts.count == 8)
    }

    @Test func `A render that is stopped goes on from its last whole part`() throws {
        let bench = try SegmentBench()
        defer { bench.remove() }
        #expect(throws: StepStopped.self) {
            try bench.render.write(to: bench.path("out.mp4")) { share in
                // In the middle of the third of four parts.
                if share > 0.6 { throw StepStopped() }
            }
        }
        let parts = try bench.parts()
        #expect(parts.count == 2)
        #expect(!FileManager.default.fileExists(atPath: bench.path("out.mp4")))
        #expect(try bench.scratch().isEmpty)

        var first: Double?
        try bench.render.write(to: bench.path("out.mp4")) { first = first ?? $0 }
        #expect(first == 0.5)
        #expect(try bench.parts().filter(parts.contains) == parts)
        let info = try MediaInfo(probing: bench.path("out.mp4"))
        #expect(info.frameCount == 48)
        #expect(info.size == SegmentBench.size)
    }

    @Test func `A film that was stopped and one that was not are the same, byte for byte`() throws {
        let films = try [0.3, 2].map { end in
            let bench = try SegmentBench()
            defer { bench.remove() }
            let path = bench.path("out.mp4")
            try? bench.render.write(to: path) { if $0 > end { throw StepStopped() } }
            try bench.render.write(to: path) { _ in }
            return try Data(contentsOf: URL(filePath: path))
        }
        #expect(films[0] == films[1])
    }

    @Test func `A part that is damaged is made again`() throws {
        let bench = try SegmentBench()
        defer { bench.remove() }
        try bench.render.write(to: bench.path("first.mp4")) { _ in }
        let part = bench.path("shelf/12-24.mp4")
        let whole = try Data(contentsOf: URL(filePath: part))
        try Data(whole.prefix(100)).write(to: URL(filePath: part))
        try bench.render.write(to: bench.path("second.mp4")) { _ in }
        #expect(try Data(contentsOf: URL(filePath: part)) == whole)
        #expect(try MediaInfo(probing: bench.path("second.mp4")).frameCount == 48)
    }
}

/// A film of four parts, a directory for them and one for what is in the making.
private struct SegmentBench {
    static let size = PixelSize(width: 64, height: 48)
    private static let picture = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Kinema/Demo/rocket.jpg").standardized.path

    let directory: String
    let render: SegmentedRender

    init() throws {
        let directory = NSTemporaryDirectory() + "kinema-parts-\(UUID().uuidString)"
        for name in ["shelf", "scratch"] {
            try FileManager.default.createDirectory(
                atPath: "\(directory)/\(name)",
                withIntermediateDirectories: true
            )
        }
        self.directory = directory
        let source = try StillReader.read(Self.picture)
        render = SegmentedRender(
            render: FilmRender(
                source: source,
                direction: ShotDirection(Draft(), in: PresetLibrary([])),
                settings: FilmSettings(size: Self.size, frameRate: FrameRate(24)),
                frameCount: 48
            ),
            plan: SegmentPlan(frameCount: 48, length: 12),
            shelf: "\(directory)/shelf",
            scratchPath: { "\(directory)/scratch/\($0)" },
            log: { _ in }
        )
    }

    func remove() { try? FileManager.default.removeItem(atPath: directory) }

    func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// The whole parts with the time they were written.
    func parts() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path("shelf")).sorted().map { name in
            var status = stat()
            stat(path("shelf/\(name)"), &status)
            return "\(name) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
        }
    }

    func scratch() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path("scratch"))
    }
}
