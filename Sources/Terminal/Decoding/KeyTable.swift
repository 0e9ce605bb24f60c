import Input

/// The keys by their numbers and letters in control sequences.
enum KeyTable {
    /// Finals of `ESC O` and of `CSI`, after xterm.
    static let functionKeys: [UInt8: Key] = [
        0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
        0x4D: .enter, 0x50: .function(1), 0x51: .function(2), 0x52: .function(3),
        0x53: .function(4),
    ]

    /// Finals of rxvt's arrows with shift (after `CSI`) or control (after `ESC O`).
    static let rxvtArrows: [UInt8: Key] = [0x61: .up, 0x62: .down, 0x63: .right, 0x64: .left]

    /// Numbers of `CSI n ~`, after the VT220, xterm and rxvt.
    static let editingKeys: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4),
        15: .function(5), 17: .function(6), 18: .function(7), 19: .function(8),
        20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
        25: .function(13), 26: .function(14), 28: .function(15), 29: .function(16),
        31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
    ]

    /// Code points of `CSI n u` that are no characters, after kitty.
    private static let kittyKeys: [Int: Key] = [
        9: .tab, 13: .enter, 27: .escape, 127: .backspace, 8: .backspace,
        57409: .character("."), 57410: .character("/"), 57411: .character("*"),
        57412: .character("-"), 57413: .character("+"), 57414: .enter,
        57415: .character("="), 57417: .left, 57418: .right, 57419: .up, 57420: .down,
        57421: .pageUp, 57422: .pageDown, 57423: .home, 57424: .end, 57425: .insert,
        57426: .delete,
    ]

    /// Returns the key of a `CSI n u` code, or nil for modifiers, media keys
    /// and what is no key at all.
    static func key(kitty code: Int) -> Key? {
        switch code {
        case 57376...57387: return .function(code - 57376 + 13)
        case 57399...57408:
            return .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
        default: break
        }
        if let key = kittyKeys[code] { return key }
        guard !(0xE000...0xF8FF).contains(code), let value = UInt32(exactly: code),
            let scalar = Unicode.Scalar(value), scalar.isPrintable
        else { return nil }
        return .character(Character(scalar))
    }
}
