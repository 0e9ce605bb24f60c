import Foundation
import Glibc
import Input
import Testing

@testable import Terminal

struct KittyPassageTests {
    private let area = CellRect(column: 3, row: 2, columns: 10, rows: 4)

    private func layer(_ passage: KittyPassage, sharesMemory: Bool = false) -> PictureLayer {
        PictureLayer(
            protocol: .kitty,
            capabilities: TerminalCapabilities(
                graphics: .kitty,
                depth: .direct,
                passage: passage,
                sharesMemory: sharesMemory
            )
        )
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `Through tmux every command is wrapped, and nothing else is`() {
        let text = text(layer(.tmux).encode(.disc(80, 64), in: area, covered: []))
        let pieces = text.components(separatedBy: "\u{1B}Ptmux;").dropFirst()
        #expect(!pieces.isEmpty)
        for piece in pieces {
            #expect(piece.hasPrefix("\u{1B}\u{1B}_G"))
            #expect(piece.contains("\u{1B}\u{1B}\\\u{1B}\\"))
        }
        #expect(text.contains("U=1,c=10,r=4"))
        #expect(!text.contains("z="))
    }

    @Test func `Placeholders stand in each cell, with its row and column`() {
        let text = text(layer(.tmux).encode(.disc(80, 64), in: area, covered: []))
        let scalars = Array(text.unicodeScalars)
        let places = scalars.indices.filter { scalars[$0] == "\u{10EEEE}" }
        #expect(places.count == 40)
        for (number, place) in places.enumerated() {
            #expect(scalars[place + 1] == Placeholders.marks[number / 10])
            #expect(scalars[place + 2] == Placeholders.marks[number % 10])
        }
        #expect(text.contains("\u{1B}[3;4H"))
    }

    @Test func `No placeholder stands under a pop-up`() {
        let cover = CellRect(column: 5, row: 3, columns: 4, rows: 2)
        let text = text(layer(.tmux).encode(.disc(80, 64), in: area, covered: [cover]))
        #expect(text.unicodeScalars.count { $0 == "\u{10EEEE}" } == 32)
    }

    @Test func `The picture leaves no placeholder behind`() {
        let layer = layer(.tmux)
        _ = layer.encode(.disc(80, 64), in: area, covered: [])
        let text = text(layer.erase())
        #expect(text.contains("a=d,d=I,i=204"))
        #expect(text.contains(String(repeating: " ", count: 10)))
    }

    @Test func `There are as many marks as the protocol lists, all different`() {
        #expect(Placeholders.marks.count == 297)
        #expect(Set(Placeholders.marks).count == 297)
    }

    @Test func `Shared memory holds the pixels, and is removed`() throws {
        let bytes: [UInt8] = (0..<100).map { UInt8($0) }
        var name = ""
        do {
            let shared = SharedPixels()
            name = try #require(shared.put(bytes))
            let descriptor = shm_open(name, O_RDONLY, 0)
            #expect(descriptor >= 0)
            var read = [UInt8](repeating: 0, count: 200)
            #expect(Glibc.read(descriptor, &read, 200) == 100)
            #expect(Array(read[..<100]) == bytes)
            close(descriptor)
            for _ in 0..<4 { _ = shared.put(bytes) }
            #expect(shm_open(name, O_RDONLY, 0) == -1)
            name = try #require(shared.put(bytes))
        }
        #expect(shm_open(name, O_RDONLY, 0) == -1)
    }

    @Test func `A terminal that sees this machine's memory is sent a name`() {
        let layer = layer(.direct, sharesMemory: true)
        let bytes = layer.encode(.disc(80, 64), in: area, covered: [])
        #expect(bytes.count < 300)
        #expect(text(bytes).contains("t=s"))
        // Where a pop-up lies over it the picture has holes, which this form has not.
        let cover = CellRect(column: 5, row: 3, columns: 4, rows: 2)
        #expect(text(layer.encode(.disc(80, 64), in: area, covered: [cover])).contains("f=100"))
    }
}
