import Editorial
import Foundation
import Media

/// Small files that are right, made by ourselves.
enum FuzzSeeds {
    private static let size = PixelSize(width: 32, height: 16)

    static func pictures(_ folder: String) throws -> [[UInt8]] {
        try ["seed.png", "seed.jpg"].map { name in
            let path = "\(folder)/\(name)"
            try StillWriter.write(try frame(3), to: path, comment: "a comment")
            return try bytes(path)
        }
    }

    static func animations(_ folder: String) throws -> [[UInt8]] {
        try [FilmContainer.gif, .webp, .apng].map { try film($0, folder) }
    }

    static func films(_ folder: String) throws -> [[UInt8]] {
        try [FilmContainer.mp4, .webm, .mov, .gif].map { try film($0, folder) }
    }

    private static func film(_ container: FilmContainer, _ folder: String) throws -> [UInt8] {
        let codec = container == .mov ? FilmCodec.h264 : container.codecs[0]
        let path = "\(folder)/seed.\(container.endings[0])"
        let writer = try FilmWriter(
            path,
            settings: FilmSettings(
                size: size,
                frameRate: FrameRate(10),
                codec: codec,
                container: container,
                speed: "ultrafast",
                metadata: ["comment": "a comment"],
                threads: 1
            )
        )
        for number in 0..<4 { try writer.append(frame(number)) }
        try writer.finish()
        return try bytes(path)
    }

    private static func frame(_ number: Int) throws -> Frame {
        let frame = try Frame(size: size, format: .rgba8)
        frame.withMutablePlane { base, stride in
            for place in 0..<stride * size.height {
                base[place] = UInt8(truncatingIfNeeded: place * (number + 3))
            }
        }
        return frame
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
