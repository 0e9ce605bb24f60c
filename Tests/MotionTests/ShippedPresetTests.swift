import Foundation
import Motion
import Testing

struct ShippedPresetTests {
    @Test func `Every file decodes, under the name of its id`() throws {
        let (library, errors) = PresetLibrary.load(directory: ShippedPresets.directory)
        #expect(errors == [])
        #expect(
            Set(library.presets.map(\.id)) == [
                "static", "cinematic-zoom", "dolly-in", "dolly-out", "pan-left", "pan-right",
                "tilt-up", "orbit-left", "rotate", "crash-zoom-in",
            ]
        )
        for preset in library.presets {
            let file = ShippedPresets.directory + "/camera/\(preset.id).yaml"
            #expect(FileManager.default.fileExists(atPath: file))
            #expect(Set(preset.words.keys) == ["text", "kling", "lora"])
            #expect(preset.summary.hasSuffix("."))
        }
    }

    @Test func `Presets are read in the order of their names`() {
        let names = ShippedPresets.library.presets.map(\.name)
        #expect(names == names.sorted())
    }

    @Test(arguments: ShippedPresets.library.presets)
    func `At strength 0 nothing moves`(preset: Preset) {
        let path = CameraPath([(preset: preset, strength: 0)])
        for step in 0...24 {
            #expect(path.pose(at: Double(step) / 24) == .neutral)
        }
    }

    @Test(arguments: ShippedPresets.library.presets)
    func `Poses change without a jump`(preset: Preset) {
        let path = CameraPath([(preset: preset, strength: 1)])
        var last = path.pose(at: 0)
        for step in 1...2_000 {
            let next = path.pose(at: Double(step) / 2_000)
            #expect(abs(next.roll - last.roll) < 0.05)
            #expect(abs(next.pan - last.pan) < 0.05)
            #expect(abs(next.azimuth - last.azimuth) < 0.05)
            #expect(abs(next.focal - last.focal) < 0.05)
            #expect(abs(next.dolly - last.dolly) < 0.005)
            last = next
        }
    }

    @Test func `In and out moves touch the composed picture`() throws {
        #expect(try ShippedPresets.path("dolly-in").pose(at: 0) == .neutral)
        #expect(try ShippedPresets.path("dolly-out").pose(at: 1) == .neutral)
        #expect(try ShippedPresets.path("crash-zoom-in").pose(at: 0) == .neutral)
    }

    @Test func `Known moves reach their known ends`() throws {
        #expect(abs(try ShippedPresets.path("dolly-in").pose(at: 1).dolly - 0.18) < 1e-12)
        #expect(abs(try ShippedPresets.path("pan-right").pose(at: 0.5).pan) < 1e-6)
        #expect(abs(try ShippedPresets.path("pan-left").pose(at: 1).pan + 4) < 1e-12)
        #expect(abs(try ShippedPresets.path("crash-zoom-in").pose(at: 0.5).focal - 2.24) < 1e-9)
        let half = try ShippedPresets.path("crash-zoom-in", strength: 0.5)
        #expect(abs(half.pose(at: 0.5).focal - 2.24.squareRoot()) < 1e-9)
    }

    @Test func `Left is the mirror of right`() throws {
        let (left, right) = (
            try ShippedPresets.path("pan-left"), try ShippedPresets.path("pan-right")
        )
        for step in 0...48 {
            let time = Double(step) / 48
            #expect(abs(left.pose(at: time).pan + right.pose(at: time).pan) < 1e-9)
        }
    }
}
