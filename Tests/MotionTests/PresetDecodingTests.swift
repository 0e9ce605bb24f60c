import Foundation
import Motion
import PlainText
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
        ("kind: camera", "kind: prop", 2, "allowed is `camera`"),
        ("id: my-move", "id: My Move", 3, "lower case"),
        (
            "name: My Move", "nmae: My Move", 4,
            "`nmae` is not a key of a preset; did you mean `name`?"
        ),
        ("name: My Move\n", "", 1, "has no `name`"),
        ("name: My Move", "name: My Move\nname: Other", 4, "`name` is written twice"),
        ("tags: [one, two]", "tags: one", 5, "`tags` is a list"),
        ("for: To see it.", "for: ''", 6, "`for` is empty"),
        ("[2, 4, 8]", "[2, 4]", 7, "has 2 elements; 3 are allowed"),
        ("[2, 4, 8]", "[8, 4, 2]", 7, "shortest, the usual and the longest"),
        ("[2, 4, 8]", "[2, four, 8]", 7, "is a number from 0.1 to 600"),
        ("  pan:", "  pann:", 9, "`pann` is not a key of `keys`; did you mean `pan`?"),
        (
            "    ease: heavy", "    ease: heavyy", 10,
            "`heavyy` is not an easing; did you mean `heavy`"
        ),
        ("    ease: heavy", "    speed: 3", 10, "`speed` is not a key of `pan`"),
        ("    ease: heavy", "    smooth: yes", 10, "`true` or `false`"),
        ("    ease: heavy", "    wave: square", 12, "`at` has no meaning beside `wave`"),
        ("[0, -1]", "[0, -46]", 12, "is -46; allowed is -45 to 45 (degrees)"),
        ("[0, -1]", "[0, .nan]", 12, "is a number"),
        ("[0, -1]", "[0, \"1\"]", 12, "is a number"),
        ("[0, -1]", "[0]", 12, "has 1 elements; 2 to 3 are allowed"),
        ("[1, 1, snap]", "[1.5, 1]", 13, "is 1.5; allowed is 0 to 1"),
        ("[1, 1, snap]", "[0, 1]", 13, "times of `at` ascend"),
        ("[1, 1, snap]", "[1, 1, snop]", 13, "`snop` is not an easing; did you mean `snap`"),
        ("[1, 1, snap]", "[1, 1, snap", 14, "not YAML"),
        ("  text: a move", "  txet: a move", 15, "did you mean `text`?"),
    ])
    func `A fault is told with its line and what is allowed`(
        old: String,
        new: String,
        line: Int,
        words: String
    ) throws {
        let text = Self.good.replacingOccurrences(of: old, with: new)
        #expect(text != Self.good)
        let error = try #require(throws: PlainTextError.self) {
            try PresetLibrary.decode(text, file: "my-move.yaml")
        }
        #expect(error.line == line)
        #expect(error.column >= 1)
        #expect(error.message.contains(words))
        #expect(error.description.hasPrefix("my-move.yaml:\(line):\(error.column): "))
    }

    /// A line that is put in after the eighth, where it goes wrong, and what is said.
    @Test(arguments: [
        ("shutter: 400", 8, "is 400; allowed is 0 to 360"),
        (
            "handheld: {style: wlak, amp: 1}", 8,
            "`wlak` is not a word for `style`; did you mean `walk`"
        ),
        ("handheld: {style: walk}", 8, "add the one that is missing"),
        ("handheld: {style: walk, amp: 1, around: me}", 8, "there are subject"),
        ("kick: {at: 0.5, amp: 1}", 8, "`at`, `amp` and `decay`"),
        ("kick: {at: 2, amp: 1, decay: 1}", 8, "allowed is 0 to 1"),
        ("ramp: impakt", 8, "`impakt` is not a word for `ramp`; did you mean `impact`"),
        ("ramp: [[0, 0], [0.5, 0.7], [0.6, 0.2], [1, 1]]", 8, "never goes back"),
        ("ramp: [[0, 0]]", 8, "2 to 32 are allowed"),
        ("clip_speed: 0", 8, "allowed is 0.05 to 60"),
        ("anchor: nose", 8, "there are subject, eyes and mouth"),
        ("anchor: [0, 2]", 8, "allowed is -1 to 1"),
        ("loop: maybe", 8, "`true` or `false`"),
        ("hits: [2]", 8, "A hit is 2"),
        ("edge: miror", 8, "`miror` is not a word for `edge`; did you mean `mirror`"),
        ("overscan_cap: 9", 8, "allowed is 1 to 4"),
        ("depth: need", 8, "`need` is not a word for `depth`; did you mean `needs`"),
        ("flat: sane", 8, "`sane` is not a word for `flat`; did you mean `same`"),
        ("flat: {pann: {at: [[0, 1]]}}", 8, "`pann` is not a key of `flat`"),
        ("limited: turns only a little", 8, "add `model: true`"),
        ("model: true", 8, "says in `limited` what it does"),
        ("parameters: {angle: {of: pan, from: 3, to: 9}}", 8, "leaves out 1"),
        ("parameters: {angle: {of: tilt, from: 1, to: 9}}", 8, "`tilt` is not among `keys`"),
        ("parameters: {angle: {of: pan, from: 1}}", 8, "add what is missing"),
        ("parameters: [pan]", 8, "keys with values"),
    ])
    func `A fault beside the curves is told the same way`(
        line: String,
        place: Int,
        words: String
    ) throws {
        let text = Self.good.replacingOccurrences(of: "keys:", with: line + "\nkeys:")
        let error = try #require(throws: PlainTextError.self) {
            try PresetLibrary.decode(text, file: "my-move.yaml")
        }
        #expect(error.line == place)
        #expect(error.message.contains(words), "\(error)")
    }

    @Test func `Everything a camera file may say is read`() throws {
        let head = """
            group: Test
            loop: true
            hits: [0, 0.5]
            open_start: true
            open_end: true
            extreme: true
            limited: turns a little of the way
            model: true
            parameters: {angle: {of: pan, from: 0.5, to: 4}}
            anchor: [0.25, -0.5]
            depth: needs
            edge: mirror
            overscan_cap: 1.2
            ramp: [[0, 0], [0.5, 0.25], [1, 1]]
            clip_speed: 4
            shutter: 270
            handheld: {style: walk, amp: 0.5, around: subject}
            kick: {at: 0.5, amp: 1.5, decay: 0.2}
            flat:
              pan: {wave: sine, cycles: 2, amp: 1}

            """
        let text = Self.good.replacingOccurrences(of: "keys:", with: head + "keys:")
        let preset = try PresetLibrary.decode(text, file: "x")
        let move = preset.camera
        #expect(preset.group == "Test")
        #expect(preset.limits == "turns a little of the way")
        #expect(preset.parameters.map(\.standard) == [1])
        #expect(move.loops && move.opensAtStart && move.opensAtEnd && move.isExtreme)
        #expect(move.hits == [0, 0.5])
        #expect(move.anchor == AnchorPoint(x: 0.25, y: -0.5))
        #expect(move.depth == .needs)
        #expect(move.edge == .mirror)
        #expect(move.overscanCap == 1.2)
        #expect(move.ramp?.points == [[0, 0], [0.5, 0.25], [1, 1]])
        #expect(move.clipSpeed == 4)
        #expect(move.handheld == Handheld(.walk, amount: 0.5, aroundSubject: true))
        #expect(move.kick == Kick(time: 0.5, amount: 1.5, decay: 0.2))
        #expect(move.curves[.shutter] == .eased([CurveKey(0, 270)]))
        let wave = SineWave(cycles: 2, amplitude: 1, phase: 0, loops: true)
        #expect(move.flat == .curves([.pan: .wave(wave)]))
    }

    @Test func `An easing may be a Bézier curve or a spring of one's own`() throws {
        for (written, easing) in [
            ("[0.4, 0, 0.2, 1.1]", Easing.curve(UnitBezier(0.4, 0, 0.2, 1.1))),
            ("{spring: 0.3}", .spring(Spring(bounce: 0.3))),
        ] {
            let text = Self.good.replacingOccurrences(of: "snap]", with: written + "]")
            let preset = try PresetLibrary.decode(text, file: "x")
            guard case .eased(let keys)? = preset.curves[.pan] else {
                Issue.record("The curve is not eased.")
                continue
            }
            #expect(keys.last?.easing == easing)
        }
        for (written, words) in [
            ("[0.4, 0, 0.2]", "has 3 elements"), ("[1.4, 0, 0.2, 1]", "allowed is 0 to 1"),
            ("{spring: 2}", "allowed is 0 to 0.6"), ("{spring: }", "is a number"),
            ("{}", "An easing is a name"),
        ] {
            let text = Self.good.replacingOccurrences(of: "snap]", with: written + "]")
            let error = try #require(throws: PlainTextError.self) {
                try PresetLibrary.decode(text, file: "x")
            }
            #expect(error.message.contains(words))
        }
    }

    @Test func `Only focal holds the subject, and nothing beside it`() throws {
        let curve = "  pan:\n    ease: heavy\n    at:\n      - [0, -1]\n      - [1, 1, snap]"
        func decode(_ replacement: String) throws -> Preset {
            try PresetLibrary.decode(
                Self.good.replacingOccurrences(of: curve, with: replacement),
                file: "x"
            )
        }
        let preset = try decode("  focal:\n    hold_subject: 0.9")
        #expect(preset.curves == [.focal: .holdingSubject(0.9)])
        #expect(throws: PlainTextError.self) { try decode("  pan:\n    hold_subject: 1") }
        #expect(throws: PlainTextError.self) {
            try decode("  focal:\n    hold_subject: 1\n    at: [[0, 1]]")
        }
    }

    @Test func `A wave is read with its numbers`() throws {
        let text = Self.good.replacingOccurrences(
            of: "    ease: heavy\n    at:\n      - [0, -1]\n      - [1, 1, snap]",
            with: "    wave: sine\n    cycles: 2\n    amp: 0.5\n    phase: 90"
        )
        let wave = SineWave(cycles: 2, amplitude: 0.5, phase: 90)
        #expect(try PresetLibrary.decode(text, file: "x").curves == [.pan: .wave(wave)])
    }

    @Test func `A file damaged anywhere is read or refused, and never worse`() throws {
        let file = ShippedPresets.directory + "/camera/snorricam.yaml"
        let good = Array(try String(contentsOfFile: file, encoding: .utf8).utf8)
        var chance = SeededNumbers(state: 4_711)
        let bits = Array("-[]{}:,.#&*!|>'\"%@`0123456789e\n\t ".utf8)
        for _ in 0..<300 {
            var bytes = good
            for _ in 0...Int.random(in: 0...4, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<3, using: &chance) {
                case 0: bytes[place] = bits.randomElement(using: &chance) ?? 0
                case 1: bytes.remove(at: place)
                default: bytes.insert(bits.randomElement(using: &chance) ?? 0, at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let preset = try? PresetLibrary.decode(text, file: "x") else { continue }
            #expect(CameraPath([(preset, 1)]).pose(at: 0.5).focal.isFinite)
        }
    }

    @Test func `An empty file, and one that is no mapping, are refused`() {
        for text in ["", "# only a comment", "- a\n- b", "just words", "\u{0}", "\t"] {
            #expect(throws: PlainTextError.self) { try PresetLibrary.decode(text, file: "x") }
        }
    }

    @Test func `A file over 64 KiB is refused before it is parsed`() throws {
        let text = Self.good + "\n#" + String(repeating: "x", count: 64 * 1024)
        let error = try #require(throws: PlainTextError.self) {
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
        let error = try #require(throws: PlainTextError.self) {
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
        let error = try #require(throws: PlainTextError.self) {
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
    /// unsafe: it is written before the semaphore is raised, and read after.
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

/// Random numbers that are the same in every run (Marsaglia's xorshift).
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
