import Input

extension InputDecoder {
    mutating func takeControl(_ byte: UInt8) {
        switch byte {
        case 0x5B where pending.isEmpty: state = .consoleKey
        case 0x24 where !pending.isEmpty && pending.allSatisfy { (0x30...0x39).contains($0) }:
            // rxvt's shifted keys end so; a reply that has it begins with a mark.
            finish(final: byte)
        case 0x20...0x3F:
            // One byte past the limit is kept as the mark of a sequence too long.
            if pending.count <= Self.sequenceLimit { pending.append(byte) }
        case 0x40...0x7E: finish(final: byte)
        default: abandon(byte)
        }
    }

    private mutating func finish(final: UInt8) {
        state = .ground
        let body = pending
        pending.removeAll(keepingCapacity: true)
        guard body.count <= Self.sequenceLimit else { return }
        dispatch(ControlSequence(body, final: final))
    }

    /// `CSI [ A` to `CSI [ E` are F1 to F5.
    mutating func takeConsoleKey(_ byte: UInt8) {
        state = .ground
        guard (0x41...0x45).contains(byte) else {
            if byte < 0x20 { abandon(byte) }
            return
        }
        emit(.function(Int(byte - 0x40)))
    }

    mutating func takeFunctionKey(_ byte: UInt8) {
        switch byte {
        case 0x30...0x3B: if pending.count < 8 { pending.append(byte) }
        case 0x20...0x7E:
            let modifiers = ControlSequence(pending, final: byte).modifiers(at: 0)
            state = .ground
            pending.removeAll(keepingCapacity: true)
            if let key = KeyTable.functionKeys[byte] {
                emit(key, modifiers)
            } else if let key = KeyTable.rxvtArrows[byte] {
                emit(key, modifiers.union(.control))
            } else if let digit = Self.keypad(byte) {
                emit(.character(digit), modifiers)
            }
        default: abandon(byte)
        }
    }

    /// The application keypad: `j` to `y` stand 64 above what they print.
    private static func keypad(_ byte: UInt8) -> Character? {
        (0x6A...0x79).contains(byte) ? Character(Unicode.Scalar(byte - 0x40)) : nil
    }

    private mutating func dispatch(_ sequence: ControlSequence) {
        switch (sequence.marker, sequence.final) {
        case (0x3C, 0x4D), (0x3C, 0x6D): emitPointer(sequence)
        case (nil, 0x4D) where sequence.parameters.isEmpty: state = .oldMouse(3)
        case (nil, 0x49): output.append(.event(.focus(true)))
        case (nil, 0x4F): output.append(.event(.focus(false)))
        case (nil, 0x5A): emit(.tab, sequence.modifiers(at: 1).union(.shift))
        case (nil, 0x75): emitCharacterKey(sequence)
        case (nil, 0x7E): emitEditingKey(sequence)
        case (nil, 0x24), (nil, 0x5E), (nil, 0x40): emitRXVTKey(sequence)
        case (nil, 0x61...0x64) where sequence.parameters.isEmpty:
            if let key = KeyTable.rxvtArrows[sequence.final] { emit(key, .shift) }
        case (nil, _) where sequence.intermediates.isEmpty && isLetterKey(sequence):
            guard let key = KeyTable.functionKeys[sequence.final] else { return }
            emit(key, sequence.modifiers(at: 1))
        default:
            if let reply = TerminalReply(sequence) { output.append(.reply(reply)) }
        }
    }

    /// Whether arrows and the like are meant: a cursor report ends with `R` as F3 does.
    private func isLetterKey(_ sequence: ControlSequence) -> Bool {
        sequence.final != 0x4D && KeyTable.functionKeys[sequence.final] != nil
            && sequence.number(0, or: 1) == 1 && sequence.parameters.count <= 2
            && sequence.part(1, 1) != 3
    }

    private mutating func emitEditingKey(_ sequence: ControlSequence) {
        switch sequence.number(0) {
        case 27 where sequence.parameters.count == 3:
            emitCharacter(sequence.number(2), nil, sequence.modifiers(at: 1))
        case 200:
            state = .paste
            endMatch = 0
        case let number:
            guard let key = KeyTable.editingKeys[number], sequence.part(1, 1) != 3 else { return }
            emit(key, sequence.modifiers(at: 1))
        }
    }

    /// rxvt ends a key with `$` for shift, `^` for control and `@` for both.
    private mutating func emitRXVTKey(_ sequence: ControlSequence) {
        guard let key = KeyTable.editingKeys[sequence.number(0)], sequence.parameters.count == 1
        else { return }
        let modifiers: KeyModifiers =
            switch sequence.final {
            case 0x24: .shift
            case 0x5E: .control
            default: [.shift, .control]
            }
        emit(key, modifiers)
    }

    private mutating func emitCharacterKey(_ sequence: ControlSequence) {
        // Super and hyper belong to the window manager: what is held with them is no text.
        guard sequence.part(1, 1) != 3, (max(1, sequence.number(1, or: 1)) - 1) & 0b11000 == 0
        else { return }
        emitCharacter(sequence.number(0), sequence.part(0, 1), sequence.modifiers(at: 1))
    }

    private mutating func emitCharacter(_ code: Int, _ shifted: Int?, _ modifiers: KeyModifiers) {
        guard let key = KeyTable.key(kitty: code) else { return }
        guard case .character(let character) = key, modifiers == .shift else {
            return emit(key, modifiers)
        }
        if let shifted, case .character(let other)? = KeyTable.key(kitty: shifted) {
            emit(.character(other))
        } else {
            let upper = character.uppercased()
            emit(.character(upper.count == 1 ? upper.first ?? character : character))
        }
    }

    private mutating func emitPointer(_ sequence: ControlSequence) {
        guard sequence.parameters.count == 3 else { return }
        let bits = sequence.number(0)
        var modifiers: KeyModifiers = []
        if bits & 4 != 0 { modifiers.insert(.shift) }
        if bits & 8 != 0 { modifiers.insert(.alt) }
        if bits & 16 != 0 { modifiers.insert(.control) }
        let buttons: [PointerEvent.Button] = [.left, .middle, .right, .none]
        var button = buttons[bits & 3]
        let kind: PointerEvent.Kind
        switch (bits & 64 != 0, bits & 32 != 0) {
        case (true, _):
            // Buttons beyond the two of the wheel's turn are not told apart by any terminal.
            guard bits & 0b10 == 0, bits < 128 else { return }
            kind = bits & 1 == 0 ? .wheelUp : .wheelDown
            button = .none
        case (false, true): kind = button == .none ? .move : .drag
        case (false, false): kind = sequence.final == 0x4D && button != .none ? .press : .release
        }
        let position = CellPoint(
            column: max(0, sequence.number(1) - 1),
            row: max(0, sequence.number(2) - 1)
        )
        output.append(
            .event(
                .pointer(
                    PointerEvent(
                        kind: kind,
                        button: button,
                        position: position,
                        modifiers: modifiers
                    )
                )
            )
        )
    }
}
