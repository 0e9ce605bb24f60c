import Foundation
import Motion
import Testing

struct PresetDecodingTests {
    private static let good = """
        version: 1
        kind: camera
        id: my-move
        name: My Move
        tags: [one, two]
        for: To see it.
        seconds: [2, 4, 8]
        keys:
          pan:
            ease: heavy
            at:
              - [0, -1]
              - [1, 1, snap]
        words:
          text: a move
        """

    @Test func `A preset's file says what the preset is`() throws {
        let preset = try PresetLibrary.decode(Self.good, file: "my-move.yaml")
        #expect(preset.name == "My Move")
        #expect(preset.category == .camera)
        #expect(preset.tags == ["one", "two"])
        #expect(preset.seconds == PresetSeconds(minimum: 2, standard: 4, maximum: 8))
        #expect(preset.words == ["text": "a move"])
        let heavy = try #require(Easing(name: "heavy"))
        let snap = try #require(Easing(name: "snap"))
        let keys = [CurveKey(0, -1, heavy), CurveKey(1, 1, snap)]
        #expect(preset.curves == [.pan: .eased(keys)])
    }

    /// What is exchanged for what, and the line and the words of the error.
    @Test(arguments: [
        ("version: 1", "version: 2", 1, "allowed is 1"),
        ("kind: camera", "kind: look", 2, "allowed is `camera`"),
        ("id: my-move", "id: My Move", 3, "lower case"),
        ("name: My Move", "nmae: My Move", 4, "`nmae` is not a key of a preset; allowed are"),
        ("name: My Move\n", "", 1, "has no `name`"),
        ("name: My Move", "name: My Move\nname: Other", 4, "`name` is written twice"),
        ("tags: [one, two]", "tags: one", 5, "`tags` is a list"),
        ("for: To see it.", "for: ''", 6, "`for` is empty"),
        ("[2, 4, 8]", "[2, 4]", 7, "has 2 elements; 3 are allowed"),
        ("[2, 4, 8]", "[8, 4, 2]", 7, "shortest, the usual and the longest"),
        ("[2, 4, 8]", "[2, four, 8]", 7, "is a number from 0.1 to 600"),
        ("  pan:", "  pann:", 9, "`pann` is not a key of `keys`; allowed are truck"),
        ("    ease: heavy", "    ease: heavyy", 10, "`heavyy` is not an easing"),
        ("    ease: heavy", "    speed: 3", 10, "`speed` is not a key of `pan`"),
        ("    ease: heavy", "    smooth: yes", 10, "`true` or `false`"),
        ("    ease: heavy", "    wave: square", 12, "`at` has no meaning beside `wave`"),
        ("[0, -1]", "[0, -21]", 12, "is -21; allowed is -20 to 20 (degrees)"),
        ("[0, -1]", "[0, .nan]", 12, "is a number"),
        ("[0, -1]", "[0, \"1\"]", 12, "is a number"),
        ("[0, -1]", "[0]", 12, "has 1 elements; 2 to 3 are allowed"),
        ("[1, 1, snap]", "[1.5, 1]", 13, "is 1.5; allowed is 0 to 1"),
        ("[1, 1, snap]", "[0, 1]", 13, "times of `at` ascend"),
        ("[1, 1, snap]", "[1, 1, snop]", 13, "`snop` is not an easing"),
        ("[1, 1, snap]", "[1, 1, snap", 14, "not YAML"),
        ("  text: a move", "  txet: a move", 15, "allowed are text, kling and lora"),
    ])
    func `A fault is told with its line and what is allowed`(
        old: String,
        new: String,
        line: Int,
        words: String
    ) throws {
        let text = Self.good.replacingOccurrences(of: old, with: new)
        #expect(text != Self.good)
        let error = try #require(throws: PresetError.self) {
            try PresetLibrary.decode(text, file: "my-move.yaml")
        }
        #expect(error.line == line)
        #expect(error.column >= 1)
        #expect(error.message.contains(words))
        #expect(error.description.hasPrefix("my-move.yaml:\(line):\(error.column): "))
    }

    @Test func `A wave is read with its numbers`() throws {
        let text = Self.good.replacingOccurrences(
            of: "    ease: heavy\n    at:\n      - [0, -1]\n      - [1, 1, snap]",
            with: "    wave: sine\n    cycles: 2\n    amp: 0.5\n    phase: 90"
        )
        let wave = SineWave(cycles: 2, amplitude: 0.5, phase: 90)
        #expect(try PresetLibrary.decode(text, file: "x").curves == [.pan: .wave(wave)])
    }

    @Test func `An empty file, and one that is no mapping, are refused`() {
        for text in ["", "# only a comment", "- a\n- b", "just words", "\u{0}", "\t"] {
            #expect(throws: PresetError.self) { try PresetLibrary.decode(text, file: "x") }
        }
    }

    @Test func `A file over 64 KiB is refused before it is parsed`() throws {
        let text = Self.good + "\n#" + String(repeating: "x", count: 64 * 1024)
        let error = try #require(throws: PresetError.self) {
            try PresetLibrary.decode(text, file: "big.yaml")
        }
        #expect(error.description.hasPrefix("big.yaml: The file is larger than 64 KiB"))
    }

    @Test func `A channel with more than 256 keys is refused`() throws {
        let rows = (0...256).map { "      - [\(Double($0) / 256), 0]" }.joined(separator: "\n")
        let text = Self.good.replacingOccurrences(
            of: "      - [0, -1]\n      - [1, 1, snap]",
            with: rows
        )
        let error = try #require(throws: PresetError.self) {
            try PresetLibrary.decode(text, file: "x")
        }
        #expect(error.message.contains("1 to 256 are allowed"))
    }

    @Test func `Aliases that multiply are refused before they are expanded`() throws {
        let lines = (1...9).map { level in
            "a\(level): &a\(level) ["
                + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]"
        }
        let text = (["a0: &a0 [x]"] + lines).joined(separator: "\n")
        let error = try #require(throws: PresetError.self) {
            try PresetLibrary.decode(text, file: "bomb.yaml")
        }
        #expect(error.message.contains("aliases"))
    }

    @Test func `Deep nesting is refused before the stack ends`() {
        for opener in ["[", "{a: ", "- ", "? "] {
            let count = 60_000 / opener.utf8.count
            let text = String(repeating: opener, count: count)
            let refused = ThreadOutcome()
            let thread = Thread {
                refused.set((try? PresetLibrary.decode(text, file: "deep")) == nil)
            }
            thread.stackSize = 4 * 1024 * 1024
            thread.start()
            #expect(refused.wait())
        }
    }
}

/// What a thread found, for the one who waits for it.
private final class ThreadOutcome: Sendable {
    private let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) private var value = false

    func set(_ value: Bool) {
        self.value = value
        done.signal()
    }

    func wait() -> Bool {
        done.wait()
        return value
    }
}
