import Editorial
import Foundation
import Media
import Testing

@testable import Rendering

struct UpscalerTests {
    private static func enlarged(
        _ frame: Frame,
        _ size: PixelSize,
        rowsPerBand: Int = 64,
        isPortable: Bool = false
    ) throws -> Frame {
        let larger = try Frame(size: size, format: frame.format)
        try Upscaler(from: frame.size, to: size)
            .apply(frame, into: larger, rowsPerBand: rowsPerBand, isPortable: isPortable)
        return larger
    }

    @Test func `A flat picture stays flat, at any ratio`() throws {
        for size in [PixelSize(width: 64, height: 40), PixelSize(width: 51, height: 29)] {
            let result = try Self.enlarged(try .grey(77, width: 32, height: 20), size)
            #expect(result.rgba.enumerated().allSatisfy { $0.offset % 4 == 3 || $0.element == 77 })
        }
    }

    @Test func `The same size gives a picture that is hardly sharper`() throws {
        let frame = try Frame.colours(width: 40, height: 30)
        let result = try Self.enlarged(frame, frame.size)
        #expect(result.size == frame.size)
    }

    @Test func `Wide instructions and bands make no difference to the bits`() throws {
        for size in [PixelSize(width: 90, height: 62), PixelSize(width: 73, height: 45)] {
            let frame = try Frame.colours(width: 45, height: 31)
            let a = try Self.enlarged(frame, size).rgba
            #expect(a == (try Self.enlarged(frame, size, rowsPerBand: 4, isPortable: true)).rgba)
        }
        let film = try Frame(size: PixelSize(width: 46, height: 32), format: .yuv420p8)
        for plane in 0..<3 {
            let samples = film.planeSize(plane)
            film.withMutablePlane(plane) { base, stride in
                for y in 0..<samples.height {
                    for x in 0..<samples.width {
                        base[y * stride + x] = UInt8((x * 9 + y * 5) % 200)
                    }
                }
            }
        }
        let size = PixelSize(width: 92, height: 64)
        let (a, b) = (
            try Self.enlarged(film, size),
            try Self.enlarged(film, size, rowsPerBand: 2, isPortable: true)
        )
        for plane in 0..<3 { #expect(a.samples(plane) == b.samples(plane)) }
    }

    @Test func `An edge hardly rings`() throws {
        let frame = try Frame.grey(40, width: 32, height: 16)
        frame.withMutablePlane { base, stride in
            for y in 0..<16 { for x in 64..<128 { base[y * stride + x] = 200 } }
        }
        let result = try Self.enlarged(frame, PixelSize(width: 64, height: 32)).rgba
        let values = stride(from: 0, to: result.count, by: 4).map { Int(result[$0]) }
        #expect((values.max() ?? 255) <= 206)
        #expect((values.min() ?? 0) >= 34)
    }

    @Test func `A smaller picture is refused with a sentence`() {
        let error = #expect(throws: UpscaleError.self) {
            try Upscaler(
                from: PixelSize(width: 64, height: 64),
                to: PixelSize(width: 32, height: 64)
            )
        }
        #expect(error?.message.contains("cannot be enlarged") == true)
    }
}

struct UpscaleProgramTests {
    /// A program of this machine that does what a script says.
    private static func program(_ script: String, timeLimit: Double = 20) throws
        -> (UpscaleProgram, directory: URL)
    {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "kinema-upscale-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let file = directory.appending(path: UpscaleProgram.name)
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return (UpscaleProgram(path: file.path, timeLimit: timeLimit), directory)
    }

    @Test func `A picture of the right size counts`() throws {
        let (program, directory) = try Self.program(
            "exec ffmpeg -v error -i \"$2\" -vf scale=iw*4:ih*4 \"$4\""
        )
        defer { try? FileManager.default.removeItem(at: directory) }
        let result = try program.enlarge(try .grey(90, width: 8, height: 6))
        #expect(result.size == PixelSize(width: 32, height: 24))
        #expect(UpscaleProgram.find(in: "relative:\(directory.path)")?.path == program.path)
    }

    @Test(arguments: ["exit 0", "cp \"$2\" \"$4\"", "echo nothing > \"$4\"", "exit 9"])
    func `Success without such a picture is a failure`(script: String) throws {
        let (program, directory) = try Self.program(script)
        defer { try? FileManager.default.removeItem(at: directory) }
        let error = #expect(throws: UpscaleError.self) {
            try program.enlarge(try .grey(90, width: 8, height: 6))
        }
        #expect(error?.message.contains("did not enlarge the picture") == true)
    }

    @Test func `A program that does not end is stopped`() throws {
        let (program, directory) = try Self.program("exec sleep 60", timeLimit: 0.2)
        defer { try? FileManager.default.removeItem(at: directory) }
        let error = #expect(throws: UpscaleError.self) {
            try program.enlarge(try .grey(90, width: 8, height: 6))
        }
        #expect(error?.message.contains("still at it") == true)
    }
}
