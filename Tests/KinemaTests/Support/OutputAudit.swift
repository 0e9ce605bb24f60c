/// Reads what a program sends to its terminal, byte by byte, as a strict terminal would.
///
/// It keeps the modes that are on, what was asked, and whatever the program has no business to
/// send: commands it does not use, control characters, C1, bidi overrides, bytes that are no UTF-8.
struct OutputAudit {
    /// What no program of ours may send; the first few.
    private(set) var strange: [String] = []
    /// The private modes that are on.
    private(set) var modes: Set<Int> = [7, 25]
    /// How often the keyboard's protocol was pushed and not popped.
    private(set) var keyboards = 0
    private(set) var bytes = 0
    /// The texts that were shown, one after another; the last few thousand characters.
    private(set) var text = ""
    /// The bodies of titles and other strings, except pictures.
    private(set) var strings: [String] = []
    private var answers = ""
    private var state = State.ground
    private var body: [UInt8] = []

    private enum State { case ground, escape, charset, control, string(UInt8), stringEscape(UInt8) }

    /// Whether everything that was taken over was given back, and no command is open.
    var isRestored: Bool {
        guard case .ground = state else { return false }
        return modes == [7, 25] && keyboards == 0
    }

    mutating func read(_ data: some Collection<UInt8>) {
        bytes += data.count
        for byte in data { read(byte) }
    }

    mutating func takeAnswers() -> String {
        defer { answers = "" }
        return answers
    }

    private mutating func read(_ byte: UInt8) {
        switch state {
        case .ground: ground(byte)
        case .escape: escape(byte)
        case .charset:
            if byte != 0x42, byte != 0x30 { note("charset \(byte)") }
            state = .ground
        case .control: control(byte)
        case .string(let kind):
            if byte == 0x1B { return state = .stringEscape(kind) }
            // CAN is how a string is cut off that a crash has left open.
            if byte < 0x20, byte != 0x18 { note("control \(byte) in a string") }
            if byte == 0x18 { return state = .ground }
            body.append(byte)
        case .stringEscape(let kind):
            // Through tmux an escape is doubled.
            if byte != 0x5C { note("a string that is not ended") }
            finish(kind)
            state = .ground
        }
    }

    private mutating func ground(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            flush()
            state = .escape
        case 0x20...0x7E, 0x80...0xFF: body.append(byte)
        case 0x08, 0x09, 0x0A, 0x0D, 0x18: flush()
        default: note("control \(byte)")
        }
    }

    private mutating func escape(_ byte: UInt8) {
        state = .ground
        switch byte {
        case 0x5B: state = .control
        case 0x50, 0x5D, 0x5F: state = .string(byte)
        case 0x28, 0x29: state = .charset
        // Save, restore, keypads, index and its reverse, and the end of a string.
        case 0x37, 0x38, 0x3D, 0x3E, 0x44, 0x4D, 0x5C: break
        default: note("escape \(byte)")
        }
        body.removeAll()
    }

    private mutating func control(_ byte: UInt8) {
        guard (0x40...0x7E).contains(byte) else {
            if byte < 0x20 || byte > 0x7E { note("control \(byte) in a command") }
            body.append(byte)
            return
        }
        let parameters = String(decoding: body, as: UTF8.self)
        body.removeAll()
        state = .ground
        obey(parameters, Character(Unicode.Scalar(byte)))
    }

    private mutating func obey(_ parameters: String, _ final: Character) {
        let numbers = parameters.drop { !$0.isNumber }.split(separator: ";").compactMap { Int($0) }
        switch (parameters.first, final) {
        case ("?", "h"): modes.formUnion(numbers)
        case ("?", "l"): modes.subtract(numbers)
        case (">", "u"): keyboards += 1
        case ("<", "u"): keyboards -= 1
        case (_, "c") where parameters.isEmpty: answers += "\u{1B}[?62;22c"
        case (_, "n") where parameters == "5": answers += "\u{1B}[0n"
        case ("?", "p"):
            answers += "\u{1B}[?\(numbers.first ?? 0);2$y"
        default:
            if !"@ABCDEFGHIJKLMPSTXbcdghlmnpqrtuSZ`ef".contains(final) {
                note("command \(parameters)\(final)")
            }
        }
    }

    /// Ends a stretch of text.
    private mutating func flush() {
        guard !body.isEmpty else { return }
        check(body)
        text += String(decoding: body, as: UTF8.self)
        if text.count > 40_000 { text.removeFirst(20_000) }
        body.removeAll()
    }

    private mutating func finish(_ kind: UInt8) {
        let isPicture = kind == 0x5F && body.first == 0x47 || kind == 0x50 && body.contains(0x71)
        if !isPicture {
            check(body)
            strings.append(String(decoding: body, as: UTF8.self))
            if strings.count > 200 { strings.removeFirst(100) }
        }
        body.removeAll()
    }

    private mutating func check(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return note("no UTF-8: \(bytes.prefix(40))")
        }
        for scalar in text.unicodeScalars where Self.isDangerous(scalar) {
            note("U+\(String(scalar.value, radix: 16)) in “\(text.prefix(40))”")
        }
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
            || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }

    private mutating func note(_ what: String) {
        if strange.count < 20 { strange.append(what) }
    }
}
