import Foundation
import Input
import Testing

@testable import Terminal

struct ImageFileTests {
    private let rect = CellRect(column: 4, row: 3, columns: 40, rows: 11)

    private func layer(_ graphics: GraphicsProtocol) -> PictureLayer {
        let capabilities = TerminalCapabilities(graphics: graphics, depth: .direct)
        return PictureLayer(protocol: graphics, capabilities: capabilities)
    }

    private func screen(_ bytes: [UInt8]) -> ScreenReader {
        var screen = ScreenReader(60, 20)
        screen.read(bytes)
        return screen
    }

    /// The commands of kitty's protocol with their payloads joined.
    private func commands(_ bytes: [UInt8]) -> [(keys: [String: String], payload: [UInt8])] {
        var commands: [(keys: [String: String], text: String)] = []
        for string in screen(bytes).strings where string.hasPrefix("_G") {
            let parts = string.dropFirst(2).split(separator: ";", maxSplits: 1)
            var keys: [String: String] = [:]
            for pair in (parts.first ?? "").split(separator: ",") {
                let sides = pair.split(separator: "=").map(String.init)
                keys[sides[0]] = sides[1]
            }
            let payload = parts.count > 1 ? String(parts[1]) : ""
            #expect(payload.utf8.count <= 4096)
            if keys["a"] == nil {
                commands[commands.count - 1].text += payload
            } else {
                commands.append((keys, payload))
            }
        }
        return commands.map { ($0.keys, Array(Data(base64Encoded: $0.text) ?? Data())) }
    }

    @Test func `kitty gets the picture as a PNG for its cells, beneath the text`() throws {
        let picture = Picture.disc(320, 176)
        let bytes = layer(.kitty).encode(picture, in: rect, covered: [])
        let commands = commands(bytes)
        #expect(commands.count == 1)
        let keys = commands[0].keys
        #expect(keys["a"] == "T" && keys["f"] == "100" && keys["C"] == "1" && keys["q"] == "2")
        #expect(keys["c"] == "40" && keys["r"] == "11")
        #expect(keys["z"].flatMap { Int($0) }.map { $0 < Int(Int32.min) / 2 } == true)
        let image = try #require(PNGReader(commands[0].payload))
        #expect((image.width, image.height) == (320, 176))
        #expect(picture.nearness(to: image.pixels.map { $0 ?? 0 }, square: 8) > 36)
        #expect(screen(bytes).cursor == CellPoint(column: 4, row: 3))
        #expect(screen(bytes).touched.isEmpty)
    }

    @Test func `kitty's images take turns, and the old one goes when the new one is there`() {
        let layer = layer(.kitty)
        var shown: Set<String> = []
        for time in 0..<5 {
            let commands = commands(
                layer.encode(.disc(320, 176, time: time), in: rect, covered: [])
            )
            let id = commands[0].keys["i"] ?? ""
            #expect(!shown.contains(id))
            shown.insert(id)
            for command in commands.dropFirst() {
                #expect(command.keys["a"] == "d" && command.keys["d"] == "I")
                #expect(shown.remove(command.keys["i"] ?? "") != nil)
            }
            #expect(shown == [id])
        }
        for command in commands(layer.erase()) { shown.remove(command.keys["i"] ?? "") }
        #expect(shown.isEmpty)
    }

    @Test func `kitty's picture is transparent under a pop-up`() throws {
        let layer = layer(.kitty)
        let picture = Picture.disc(320, 176)
        let cover = CellRect(column: 10, row: 5, columns: 7, rows: 2)
        let commands = commands(layer.encode(picture, in: rect, covered: [cover]))
        let image = try #require(PNGReader(commands[0].payload))
        let pixels = image.pixels
        for y in 0..<176 {
            for x in 0..<320 {
                let point = CellPoint(column: 4 + x / 8, row: 3 + y / 16)
                let isClear = pixels[y * 320 + x] == nil
                guard isClear != cover.contains(point) else { continue }
                Issue.record("The pixel \(x), \(y) is wrong.")
                return
            }
        }
        #expect(!layer.encode(picture, in: rect, covered: []).isEmpty)
    }

    @Test func `iTerm2 gets files that lie side by side and fill the rectangle`() throws {
        let picture = Picture.disc(320, 176)
        let bytes = layer(.iterm2).encode(picture, in: rect, covered: [])
        let files = screen(bytes).strings.filter { $0.hasPrefix("]1337;File=") }
        #expect(files.count == 2)
        var pixels: [UInt32] = []
        for file in files {
            let parts = file.split(separator: ":", maxSplits: 1)
            #expect(parts[0].contains("inline=1") && parts[0].contains("width=40;"))
            let data = try #require(Data(base64Encoded: String(parts[1])))
            let image = try #require(PNGReader(Array(data)))
            #expect(parts[0].contains("size=\(data.count);"))
            #expect(parts[0].contains("height=\(image.height / 16);"))
            pixels += image.pixels.map { $0 ?? 0 }
        }
        #expect(picture.nearness(to: pixels, square: 8) > 36)
    }

    @Test func `iTerm2 gets nothing under a pop-up`() {
        let cover = CellRect(column: 0, row: 0, columns: 60, rows: 10)
        let bytes = layer(.iterm2).encode(.disc(320, 176), in: rect, covered: [cover])
        let files = screen(bytes).strings
        #expect(files.count == 2)
        #expect(files.first?.contains("height=1;") == true)
        #expect(files.last?.contains("height=3;") == true)
    }
}
