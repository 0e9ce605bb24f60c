import Editorial
import Foundation
import Media
import Motion
import Pipeline
import Rendering

/// Something that reads what comes from outside.
struct FuzzTarget: Sendable {
    let name: String
    /// How many of all inputs it gets, beside the others' shares.
    let share: Int
    /// Makes inputs that are right, in a folder it may write in.
    let seeds: @Sendable (_ folder: String) throws -> [[UInt8]]
    /// Reads an input, which lies at a path, too.
    let body: @Sendable (_ input: [UInt8], _ path: String) throws -> Void

    static let all = [cube, preset, recipe, comment, announcement, probe, picture]

    static let cube = FuzzTarget(name: "cube", share: 300) { _ in
        let points = (0..<8).map { point in
            "\(point & 1) \(point >> 1 & 1) \(point >> 2).0"
        }
        let whole =
            ["TITLE \"A\"", "DOMAIN_MIN 0 0 0", "DOMAIN_MAX 1 1 1", "LUT_3D_SIZE 2"] + points
        let line = ["LUT_1D_SIZE 3", "0 0 0", ".5 .5 .5", "1 1 1"]
        return [whole, line].map { Array($0.joined(separator: "\n").utf8) }
    } body: { input, _ in
        _ = try CubeLUT.decode(input, file: "a.cube")
    }

    static let preset = FuzzTarget(name: "preset", share: 200) { _ in
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let names = ["camera/dolly-in", "camera/whip-pan", "look/super-8", "look/noir"]
        return try names.map { name in
            [UInt8](try Data(contentsOf: top.appending(path: "Presets/\(name).yaml")))
        }
    } body: { input, _ in
        _ = try PresetLibrary.decode(String(decoding: input, as: UTF8.self), file: "a.yaml")
    }

    static let recipe = FuzzTarget(name: "recipe", share: 250) { _ in
        var draft = Draft()
        draft.prompt = "a paper boat, “été”"
        return [Array((try Recipe.metadata(for: draft)["comment"] ?? "").utf8)]
    } body: { input, _ in
        _ = Recipe.draft(from: ["comment": String(decoding: input, as: UTF8.self)])
    }

    /// Comments of pictures, and what their files are made of.
    static let comment = FuzzTarget(name: "comment", share: 60) { folder in
        try FuzzSeeds.pictures(folder).filter { !$0.starts(with: [0xFF]) }
            + FuzzSeeds.animations(folder)
    } body: { _, path in
        _ = PictureComment.read(path)
    }

    /// What a pipe begins with.
    static let announcement = FuzzTarget(name: "announcement", share: 100) { _ in
        let head = "YUV4MPEG2 W16 H16 F30:1 Ip A1:1 C420mpeg2 XCOLORRANGE=LIMITED\nFRAME\n"
        return [Array(head.utf8) + [UInt8](repeating: 90, count: 384)]
    } body: { _, path in
        guard let file = FileHandle(forReadingAtPath: path) else { return }
        let reader = try RawVideoReader(file.fileDescriptor, as: nil)
        for _ in 0..<4 { if try reader.next() == nil { break } }
        try file.close()
    }

    static let probe = FuzzTarget(name: "probe", share: 50) { folder in
        try FuzzSeeds.films(folder) + FuzzSeeds.pictures(folder)
    } body: { _, path in
        _ = try MediaInfo(probing: path)
    }

    static let picture = FuzzTarget(name: "picture", share: 40) { folder in
        try FuzzSeeds.pictures(folder)
    } body: { _, path in
        _ = try StillReader.read(path)
    }
}
