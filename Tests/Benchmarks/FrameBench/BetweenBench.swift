import Editorial
import Foundation
import Media
import Motion
import Rendering

/// Shows two seconds of a film of known motion at another rate.
///
/// The folder receives `in.yuv`, 48 frames at 24 a second; `out.yuv`, what was
/// made of them at 60; and `truth.yuv`, what a camera would have seen. All are
/// 1280×720, yuv420p.
struct BetweenBench {
    private static let size = PixelSize(width: 1280, height: 720)
    private static let source = FrameRate(24)
    private static let target = FrameRate(60)
    private static let count = 48

    let folder: String
    let rounds: Int

    func run() throws {
        let scene = try MovingScene(size: Self.size)
        let film = try (0..<Self.count).map { try scene.frame(at: seconds($0, Self.source)) }
        try write(film, to: "in.yuv")
        var made: [Frame] = []
        let least = try Least.of(rounds) {
            let converter = try FrameRateConverter(
                .motion,
                size: Self.size,
                format: .yuv420p8,
                from: Self.source,
                to: Self.target,
                sourceCount: Self.count
            )
            made = try (0..<(converter.frameCount ?? 0)).map { _ in
                try Frame(size: Self.size, format: .yuv420p8)
            }
            let ready = Least.cpuSeconds()
            for (index, frame) in made.enumerated() {
                try converter.render(FrameIndex(index), into: frame) { film[$0.value] }
            }
            return Least(frames: Least.cpuSeconds() - ready)
        }
        try write(made, to: "out.yuv")
        try write(
            made.indices.map { try scene.frame(at: seconds($0, Self.target)) },
            to: "truth.yuv"
        )
        least.tell("24 to 60 frames a second")
    }

    private func seconds(_ index: Int, _ rate: FrameRate) -> Double {
        rate.time(of: FrameIndex(index)).seconds
    }

    private func write(_ frames: [Frame], to name: String) throws {
        var bytes = Data()
        for frame in frames {
            for plane in 0..<frame.format.planeCount {
                let size =
                    plane == 0
                    ? (Self.size.width, Self.size.height)
                    : (Self.size.width / 2, Self.size.height / 2)
                frame.withPlane(plane) { pixels, stride in
                    for row in 0..<size.1 { bytes.append(pixels + row * stride, count: size.0) }
                }
            }
        }
        try bytes.write(to: URL(fileURLWithPath: folder).appending(path: name))
    }
}
