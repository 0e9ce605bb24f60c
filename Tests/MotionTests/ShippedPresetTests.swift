import Foundation
import Motion
import PlainText
import Testing

struct ShippedPresetTests {
    @Test func `Every file decodes, under the name of its id`() throws {
        let (library, errors) = PresetLibrary.load(directory: ShippedPresets.directory + "/camera")
        #expect(errors == [])
        #expect(library.presets.count == 76)
        for preset in library.presets {
            let file = ShippedPresets.directory + "/camera/\(preset.id).yaml"
            #expect(FileManager.default.fileExists(atPath: file))
            #expect(preset.summary.hasSuffix("."))
            #expect(!preset.group.isEmpty)
            #expect(!preset.tags.isEmpty)
        }
    }

    /// What the field calls its camera moves.
    @Test(arguments: [
        "360-orbit", "3d-rotation", "arc-left", "arc-right", "bullet-time", "crane-down",
        "crane-over-the-head", "crane-up", "crash-zoom-in", "crash-zoom-out", "dolly-in",
        "dolly-left", "dolly-out", "dolly-right", "dolly-zoom-in", "dolly-zoom-out", "double-dolly",
        "dutch-angle", "earth-zoom-out", "eyes-in", "fisheye", "fpv-drone", "handheld",
        "head-tracking", "hyperlapse", "jib-down", "jib-up", "lazy-susan", "object-pov", "overhead",
        "snorricam", "static", "super-dolly-in", "super-dolly-out", "through-object-in",
        "through-object-out", "tilt-down", "tilt-up", "whip-pan", "wiggle", "yoyo-zoom", "zoom-in",
        "zoom-out", "general", "pan-left", "pan-right", "rotate", "cinematic-zoom", "orbit-left",
    ])
    func `The field's camera moves are there, in words for every provider`(id: String) throws {
        let words = try #require(ShippedPresets.library[id]).words
        for kind in ["text", "kling", "lora", "runway", "luma"] { #expect(words[kind] != nil) }
    }

    @Test func `Ids of Higgsfield's motions are written as such ids are`() {
        let ids = ShippedPresets.camera.compactMap { $0.words["higgsfield"] }
        #expect(ids.count > 40)
        for id in ids { #expect(UUID(uuidString: id) != nil) }
    }

    /// Kling calls the turn upwards pan, and the turn sideways tilt.
    @Test func `Kling is told pans as tilts and tilts as pans`() throws {
        #expect(ShippedPresets.library["pan-right"]?.words["kling"] == "tilt 4")
        #expect(ShippedPresets.library["tilt-up"]?.words["kling"] == "pan 4")
    }

    @Test func `What cannot be done here says what is done and asks for a model`() {
        let limited = ShippedPresets.camera.filter(\.needsModel)
        #expect(limited.count == 21)
        for preset in limited { #expect((preset.limits?.count ?? 0) > 20) }
    }

    @Test(arguments: ShippedPresets.ids)
    func `A preset that owes anything to depth does something visible without`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        guard preset.camera.depth > .none, preset.camera.flat != .curves([:]) else { return }
        let flat = CameraPath([(preset, 1)]).flattened
        #expect(flat.steady.travel > (preset.tags.contains("focus") ? 0.005 : 0.008))
    }

    @Test(arguments: ShippedPresets.ids)
    func `At strength 0 nothing moves`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let path = CameraPath([(preset: preset, strength: 0)])
        for step in 0...24 { #expect(path.pose(at: Double(step) / 24) == .neutral) }
    }

    @Test(arguments: ShippedPresets.ids)
    func `More strength is more movement, and a little can be seen`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let travels = [0.1, 0.3, 0.6, 1].map { CameraPath([(preset, $0)]).travel }
        if preset.id != "roll-360" { #expect(travels == travels.sorted()) }
        guard !preset.tags.contains("hold"), !preset.tags.contains("focus") else { return }
        #expect(travels[0] > 0.002)
        #expect(travels[2] > 0.012)
    }

    @Test func `No preset moves like a machine`() throws {
        let linear = try #require(Easing(name: "linear"))
        for preset in ShippedPresets.camera {
            for case .eased(let keys) in preset.curves.values {
                #expect(!keys.dropFirst().contains { $0.easing == linear })
            }
        }
    }

    @Test func `Adjusting a parameter turns its channels, and holds to its range`() throws {
        let dolly = try #require(ShippedPresets.library["super-dolly-in"])
        #expect(dolly.parameters.map(\.name) == ["distance", "zoom"])
        let nearer = dolly.adjusted(["distance": 0.15, "zoom": 1.1, "nonsense": 3])
        #expect(abs(CameraPath([(nearer, 1)]).pose(at: 1).dolly - 0.15) < 1e-12)
        #expect(abs(CameraPath([(nearer, 1)]).pose(at: 1).focal - 1.1) < 1e-12)
        let far = dolly.adjusted(["distance": 9, "zoom": .nan])
        let most = try #require(dolly.parameters.first).range.upperBound
        #expect(abs(CameraPath([(far, 1)]).pose(at: 1).dolly - most) < 1e-12)
        #expect(abs(CameraPath([(far, 1)]).pose(at: 1).focal - 1.22) < 1e-12)
    }

    @Test func `The length of a mix is the first's, where all allow it`() throws {
        func seconds(_ id: String) throws -> PresetSeconds {
            try #require(ShippedPresets.library[id]).seconds
        }
        let mixed = try seconds("dolly-in").mixed(with: [seconds("crash-zoom-in")])
        #expect(mixed == PresetSeconds(minimum: 4, standard: 4, maximum: 4))
        let apart = try seconds("creep-in").mixed(with: [seconds("whip-pan")])
        #expect(try apart == seconds("creep-in"))
    }
}
