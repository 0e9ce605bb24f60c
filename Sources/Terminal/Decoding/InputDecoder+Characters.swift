import Input

extension InputDecoder {
    mutating func takeGround(_ byte: UInt8, modifiers: KeyModifiers = []) {
        state = .ground
        switch byte {
        case 0x1B: state = .escape
        case 0x20..<0x7F:
            emit(.character(Character(Unicode.Scalar(byte))), modifiers)
        case 0xC2..<0xE0: begin(byte, expected: 2, modifiers)
        case 0xE0..<0xF0: begin(byte, expected: 3, modifiers)
        case 0xF0..<0xF5: begin(byte, expected: 4, modifiers)
        case 0x80...: break
        default: emitControl(byte, modifiers)
        }
    }

    mutating func takeEscape(_ byte: UInt8) {
        switch byte {
        case 0x1B: emit(.escape)
        case 0x5B: enter(.control)
        case 0x4F: enter(.functionKey)
        case 0x5C: state = .ground
        default:
            if let kind = ControlString(rawValue: byte) {
                enter(.string(kind))
            } else {
                takeGround(byte, modifiers: .alt)
            }
        }
    }

    mutating func takeContinuation(_ byte: UInt8, _ expected: Int, _ modifiers: KeyModifiers) {
        guard (0x80..<0xC0).contains(byte) else { return abandon(byte) }
        pending.append(byte)
        guard pending.count == expected else { return }
        let text = String(decoding: pending, as: UTF8.self)
        state = .ground
        pending.removeAll(keepingCapacity: true)
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
            scalar != "\u{FFFD}", scalar.isPrintable
        else { return }
        emit(.character(Character(scalar)), modifiers)
    }

    private mutating func begin(_ byte: UInt8, expected: Int, _ modifiers: KeyModifiers) {
        state = .character(expected: expected, modifiers: modifiers)
        pending = [byte]
    }

    private mutating func enter(_ next: State) {
        state = next
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func emitControl(_ byte: UInt8, _ modifiers: KeyModifiers) {
        switch byte {
        case 0x00: emit(.character(" "), modifiers.union(.control))
        case 0x08, 0x7F: emit(.backspace, modifiers)
        case 0x09: emit(.tab, modifiers)
        case 0x0D: emit(.enter, modifiers)
        case 0x01...0x1A:
            emit(.character(Character(Unicode.Scalar(byte | 0x60))), modifiers.union(.control))
        default:
            emit(.character(Character(Unicode.Scalar(byte | 0x40))), modifiers.union(.control))
        }
    }
}
