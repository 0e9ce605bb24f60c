import Editor
import Editorial
import Foundation
import Sync
import Testing
import Workspace

@testable import Kinema

struct SharedSettingsTests {
    /// A machine with a file of settings, which shares records by hand.
    private final class Desk {
        let directory: String
        let workspace: LocalWorkspace
        let file: SettingsFile
        var settings: SharedSettings { SharedSettings(file) }

        init(_ writer: UInt64, clock: @escaping @Sendable () -> Int) throws {
            directory = NSTemporaryDirectory() + "settings-" + UUID().uuidString
            workspace = try LocalWorkspace.open(directory: directory + "/work", clock: clock)
            file = SettingsFile(path: directory + "/state/interface.yaml")
            try workspace.share(
                server: "https://a.example",
                account: "a",
                space: "s",
                isOwn: true,
                writer: writer
            )
        }

        deinit { try? FileManager.default.removeItem(atPath: directory) }

        /// Hands what waits here to the other, and has it written there.
        func hand(to other: Desk) throws -> Bool {
            _ = try settings.meet(workspace)
            let records = try workspace.pendingRecords(limit: 100)
            try workspace.acknowledge(records)
            _ = try other.workspace.adopt(records, upTo: 0)
            return try other.settings.meet(other.workspace)
        }
    }

    @Test func `What a person chose is on their other machine, and the terminal’s own is not`()
        throws
    {
        let (one, two) = (try Desk(1) { 1_000 }, try Desk(2) { 2_000 })
        var chosen = InterfaceSettings(theme: "nord", reducesMotion: true, graphics: "sixel")
        chosen.newShots = NewShots(model: "runway/gen4", shortSide: 720, frameRate: FrameRate("25"))
        chosen.grids = [.library]
        try one.file.write(chosen)
        try two.file.write(InterfaceSettings(graphics: "kitty"))
        #expect(try one.hand(to: two))
        let there = try two.file.read()
        #expect(there.theme == "nord" && there.reducesMotion == true)
        #expect(there.newShots == chosen.newShots)
        #expect(there.graphics == "kitty" && there.grids.isEmpty)
        // The same again is nothing new, on either side.
        #expect(try !one.hand(to: two))
        #expect(try two.workspace.pendingRecords(limit: 100).isEmpty)
        chosen.theme = nil
        try one.file.write(chosen)
        #expect(try one.hand(to: two))
        #expect(try two.file.read().theme == nil)
        #expect(try two.file.read().newShots.shortSide == 720)
    }

    @Test(
        arguments: [
            ("size", "1"), ("size", "x"), ("rate", "0"), ("motion", "sideways"),
            ("theme", "a: b\nc: d"), ("model", "a #b"), ("model", ""), ("unheard-of", "x"),
        ]
    )
    func `A value that this version cannot read changes nothing, on no side`(
        name: String,
        text: String
    ) throws {
        let desk = try Desk(1) { 1_000 }
        let before = InterfaceSettings(theme: "nord", reducesMotion: false)
        try desk.file.write(before)
        _ = try desk.settings.meet(desk.workspace)
        try desk.workspace.acknowledge(try desk.workspace.pendingRecords(limit: 100))
        let json = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        let stamp = HybridStamp(milliseconds: 9_000, counter: 0, writer: 7)
        let record = SharedRecord(
            key: SharedRecord.Key(kind: "choice", id: name),
            fields: [
                "text": StampedValue(json, stamp),
                SharedRecord.removal: StampedValue(SharedRecord.no, stamp),
            ]
        )
        _ = try desk.workspace.adopt([record], upTo: 1)
        for _ in 0..<2 { #expect(try !desk.settings.meet(desk.workspace)) }
        #expect(try desk.file.read() == before)
        #expect(try desk.workspace.pendingRecords(limit: 100).isEmpty)
    }

    @Test func `A file that cannot be read loses no setting elsewhere`() throws {
        let desk = try Desk(1) { 1_000 }
        try desk.file.write(InterfaceSettings(theme: "nord"))
        _ = try desk.settings.meet(desk.workspace)
        try desk.workspace.acknowledge(try desk.workspace.pendingRecords(limit: 100))
        try Data("theme: [".utf8).write(to: URL(filePath: desk.file.path))
        #expect(try !desk.settings.meet(desk.workspace))
        #expect(try desk.workspace.pendingRecords(limit: 100).isEmpty)
    }
}
