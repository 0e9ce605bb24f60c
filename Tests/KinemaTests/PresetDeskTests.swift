import Editor
import Editorial
import Foundation
import Motion
import Testing

@testable import Kinema

/// A person's own presets, as files.
struct PresetDeskTests {
    private let home: URL
    private let places: Places

    init() throws {
        home = URL(filePath: NSTemporaryDirectory())
            .appending(path: "kinema-presets-\(UUID().uuidString)")
        places = Places(
            environment: ["KINEMA_HOME": home.path, "KINEMA_SHARE": Program.root.path],
            executable: URL(filePath: "/nowhere/kinema")
        )
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    private func desk() throws -> PresetDesk {
        let shipped = try #require(places.shippedPresets)
        return PresetDesk(
            places: places,
            presets: PresetLibrary.load(directory: shipped.path).library
        )
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: places.ownPresets.appending(path: name), encoding: .utf8)
    }

    private func files() -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: places.ownPresets.path)
        return (names ?? []).sorted()
    }

    private func complaint(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch {
            return "\(error)"
        }
    }

    private func copied() throws -> PresetDesk {
        let desk = try desk()
        _ = try desk.carryOut(.copyPreset("dolly-in", as: "my-push", named: "My Push"))
        return desk
    }

    @Test func `A copy is a file of its own that says its own id and name`() throws {
        defer { try? FileManager.default.removeItem(at: home) }
        _ = try copied()
        let preset = try PresetLibrary.decode(text("my-push.yaml"), file: "my-push.yaml")
        #expect(preset.id == "my-push")
        #expect(preset.name == "My Push")
        #expect(files() == ["my-push.yaml"])
    }

    @Test func `A copy never takes the place of a file that is there`() throws {
        defer { try? FileManager.default.removeItem(at: home) }
        let desk = try copied()
        let before = try text("my-push.yaml")
        let said = complaint {
            _ = try desk.carryOut(.copyPreset("dolly-out", as: "my-push", named: "Other"))
        }
        #expect(said.contains("is there already"))
        #expect(try text("my-push.yaml") == before)
    }

    @Test func `What was written wrongly is kept aside, with the line that is wrong`() throws {
        defer { try? FileManager.default.removeItem(at: home) }
        let desk = try copied()
        let before = try text("my-push.yaml")
        let broken = before.replacing("kind: camera", with: "kind: kamera")
        let said = complaint { _ = try desk.carryOut(.keepPreset("my-push", broken)) }
        #expect(said.contains("my-push.yaml:"))
        #expect(said.contains("What you wrote is kept"))
        #expect(try text("my-push.yaml") == before)
        // Whoever edits again goes on with what they wrote.
        #expect(try desk.text(of: "my-push") == broken)
        _ = try desk.carryOut(.keepPreset("my-push", before.replacing("My Push", with: "Push")))
        #expect(try text("my-push.yaml").contains("Push"))
        #expect(files() == ["my-push.yaml"])
    }

    @Test func `Another id is refused, as shots name presets by it`() throws {
        defer { try? FileManager.default.removeItem(at: home) }
        let desk = try copied()
        let other = try text("my-push.yaml").replacing("id: my-push", with: "id: other")
        #expect(
            complaint { _ = try desk.carryOut(.keepPreset("my-push", other)) }
                .contains("The id must stay")
        )
    }

    @Test func `A deleted preset is put away and comes back`() throws {
        defer { try? FileManager.default.removeItem(at: home) }
        let desk = try copied()
        let before = try text("my-push.yaml")
        _ = try desk.carryOut(.removePreset("my-push", true))
        #expect(files() == ["my-push.yaml.deleted"])
        _ = try desk.carryOut(.removePreset("my-push", false))
        #expect(try text("my-push.yaml") == before)
    }

    @Test func `One that came with Kinema is not deleted, and not edited`() throws {
        defer { try? FileManager.default.removeItem(at: home) }
        let desk = try desk()
        #expect(!complaint { _ = try desk.carryOut(.removePreset("dolly-in", true)) }.isEmpty)
        #expect(!complaint { _ = try desk.carryOut(.keepPreset("dolly-in", "id: x")) }.isEmpty)
        #expect(files() == [])
    }

    @Test func `An export is a whole file and replaces none; an import is checked`() throws {
        defer { try? FileManager.default.removeItem(at: home) }
        let desk = try copied()
        let target = home.appending(path: "out.yaml").path
        _ = try desk.carryOut(.exportPreset("my-push", path: target))
        #expect(try String(contentsOfFile: target, encoding: .utf8) == text("my-push.yaml"))
        #expect(
            complaint { _ = try desk.carryOut(.exportPreset("my-push", path: target)) }
                .contains("is there already")
        )
        let broken = home.appending(path: "broken.yaml").path
        try "id: [".write(toFile: broken, atomically: true, encoding: .utf8)
        #expect(complaint { _ = try desk.carryOut(.importPreset(path: broken)) }.contains("broken"))
        #expect(files() == ["my-push.yaml"])
    }
}
