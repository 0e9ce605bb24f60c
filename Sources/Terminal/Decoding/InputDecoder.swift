import Input

/// Makes events and replies of the bytes a terminal sends.
///
/// A machine without clock or descriptor: bytes may come split anywhere, and
/// what is no event is swallowed rather than typed. It remembers no more than
/// one paste of ``pasteLimit`` bytes.
package struct InputDecoder: Sendable {
    /// Bytes of one paste that are kept; the rest of it is dropped.
    package static let pasteLimit = 1 << 20
    /// Bytes of one control string that are looked at.
    static let stringLimit = 4096
    static let sequenceLimit = 64

    enum State: Hashable {
        case ground
        case escape
        case control
        case functionKey
        /// The last byte of a function key of the Linux console.
        case consoleKey
        case string(ControlString)
        case stringEscape(ControlString)
        case character(expected: Int, modifiers: KeyModifiers)
        /// The bytes left of an X10 mouse report.
        case oldMouse(Int)
        case paste
    }

    /// The kinds of string that end with ST.
    enum ControlString: UInt8 {
        case device = 0x50
        case start = 0x58
        case system = 0x5D
        case privacy = 0x5E
        case application = 0x5F
    }

    var state = State.ground
    /// Bytes of the sequence, string or character under way.
    var pending: [UInt8] = []
    /// How far the bytes at the end of a paste match its end mark.
    var endMatch = 0
    /// What a timeout last gave away as a key, in case its tail still comes.
    var flushed: [UInt8] = []
    var output: [DecodedInput] = []
    /// How often the rest of a key came after a ``flush()`` had given it up.
    private(set) var hastyFlushes = 0

    package init() {}

    /// Whether a lone Escape may be waiting for a ``flush()``.
    package var isWaiting: Bool {
        switch state {
        case .escape: true
        case .control, .functionKey, .string: pending.isEmpty
        default: false
        }
    }

    /// Takes bytes as they were read and returns what they complete.
    package mutating func feed(_ bytes: some Collection<UInt8>) -> [DecodedInput] {
        let bytes = Array(bytes)
        if !flushed.isEmpty, let first = bytes.first {
            resume(before: first, second: bytes.dropFirst().first)
        }
        var index = 0
        while index < bytes.count {
            if state == .paste, endMatch == 0 {
                index = takePaste(bytes, from: index)
            } else {
                take(bytes[index])
                index += 1
            }
        }
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    /// Says that nothing came for a while: a waiting Escape was the key.
    package mutating func flush() -> [DecodedInput] {
        guard isWaiting else { return [] }
        switch state {
        case .escape:
            emit(.escape)
            flushed = [0x1B]
        case .control:
            emit(.character("["), .alt)
            flushed = [0x1B, 0x5B]
        case .functionKey:
            emit(.character("O"), .alt)
            flushed = [0x1B, 0x4F]
        case .string(let kind):
            emit(.character(Character(Unicode.Scalar(kind.rawValue))), .alt)
            flushed = [0x1B, kind.rawValue]
        default: break
        }
        state = .ground
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    /// Goes back into a sequence whose beginning was taken for a key, when
    /// what comes now can only be its rest: a person does not type two bytes
    /// in one read.
    private mutating func resume(before first: UInt8, second: UInt8?) {
        let head = flushed + [first]
        flushed.removeAll()
        guard let second else { return }
        let body = head.count == 3 ? first : second
        let isRest =
            switch head[1] {
            case 0x5B: (0x30...0x3F).contains(body)
            case 0x5D: (0x30...0x39).contains(body)
            case 0x50: (0x30...0x3F).contains(body) || body == 0x21 || body == 0x24
            case 0x5F: body == 0x47
            case 0x4F: head.count == 2 && KeyTable.functionKeys[body] != nil
            default: false
            }
        guard isRest else { return }
        hastyFlushes += 1
        state = .escape
        if head.count == 3 { take(head[1]) }
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .escape: takeEscape(byte)
        case .control: takeControl(byte)
        case .functionKey: takeFunctionKey(byte)
        case .consoleKey: takeConsoleKey(byte)
        case .string(let kind): takeString(byte, kind)
        case .stringEscape(let kind): takeStringEscape(byte, kind)
        case .character(let expected, let modifiers):
            takeContinuation(byte, expected, modifiers)
        case .oldMouse(let left): state = left > 1 ? .oldMouse(left - 1) : .ground
        case .paste: takePasteEnd(byte)
        }
    }

    mutating func emit(_ key: Key, _ modifiers: KeyModifiers = []) {
        output.append(.event(.key(KeyChord(key, modifiers))))
    }

    /// Gives up the sequence under way and reads the byte afresh.
    mutating func abandon(_ byte: UInt8) {
        state = .ground
        pending.removeAll(keepingCapacity: true)
        takeGround(byte)
    }
}
