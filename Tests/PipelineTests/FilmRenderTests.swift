import Editorial
import Foundation
import Media
import Motion
import Rendering
import Synchronization
import Testing

@testable import Pipeline

struct FilmRenderTests {
    private struct Stopped: Error {}

    @Test func `The same shot gives the same bytes, and a stopped one leaves nothing`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("film-render-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let render = FilmRender(
            source: try picture(),
            direction: .still,
            settings: FilmSettings(
                size: PixelSize(width: 64, height: 48),
                frameRate: FrameRate(24)
            ),
            frameCount: 9
        )
        var shares: [Double] = []
        let files = try ["a.mp4", "b.mp4"].map { name in
            let file = folder.appendingPathComponent(name)
            try render.write(to: file.path) { shares.append($0) }
            return try Data(contentsOf: file)
        }
        #expect(files[0] == files[1])
        let steps = (1...9).map { Double($0) / 9 }
        #expect(shares == steps + steps)
        #expect(throws: Stopped.self) {
            try render.write(to: folder.appendingPathComponent("c.mp4").path) { share in
                if share > 0.3 { throw Stopped() }
            }
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.sorted() == ["a.mp4", "b.mp4"])
    }

    @Test func `Frames are taken in the order they are made, at most three on their way`() throws {
        let size = PixelSize(width: 2, height: 2)
        let relay = try FrameRelay(size: size, format: .rgba8, frameCount: 50)
        let ahead = Mutex((now: 0, most: 0))
        var taken: [Int] = []
        relay.run(
            make: { index, frame in
                ahead.withLock { state in
                    state.now += 1
                    state.most = max(state.most, state.now)
                }
                frame.withMutablePlane { pixels, _ in pixels[0] = UInt8(index) }
            },
            take: { index, frame in
                frame.withPlane { pixels, _ in
                    if Int(pixels[0]) == index { taken.append(index) }
                }
                ahead.withLock { $0.now -= 1 }
            }
        )
        #expect(taken == Array(0..<50))
        #expect(ahead.withLock { $0.most } <= 3)
    }

    @Test func `Who stops taking frames waits for the one that is being made, and no more`() throws
    {
        let size = PixelSize(width: 2, height: 2)
        let relay = try FrameRelay(size: size, format: .rgba8, frameCount: 50)
        let made = Mutex(0)
        #expect(throws: Stopped.self) {
            try relay.run(
                make: { _, _ in made.withLock { $0 += 1 } },
                take: { index, _ in if index == 4 { throw Stopped() } }
            )
        }
        let count = made.withLock { $0 }
        #expect((5...8).contains(count))
    }

    private func picture() throws -> Frame {
        let frame = try Frame(size: PixelSize(width: 96, height: 72), format: .rgba8)
        frame.withMutablePlane { pixels, stride in
            for row in 0..<72 {
                for byte in 0..<96 * 4 { pixels[row * stride + byte] = UInt8((row * byte) & 255) }
            }
        }
        return frame
    }
}
