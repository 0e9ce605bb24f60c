import Input

/// A complete `CSI` sequence, taken apart.
struct ControlSequence {
    /// `?`, `<`, `=` or `>` after the bracket.
    let marker: UInt8?
    /// The numbers between semicolons, each with its colon-separated parts;
    /// an absent one is nil.
    let parameters: [[Int?]]
    let intermediates: [UInt8]
    let final: UInt8

    init(_ body: [UInt8], final: UInt8) {
        var body = body[...]
        if let first = body.first, (0x3C...0x3F).contains(first) {
            marker = first
            body = body.dropFirst()
        } else {
            marker = nil
        }
        let split = body.firstIndex { (0x20...0x2F).contains($0) } ?? body.endIndex
        intermediates = Array(body[split...])
        parameters = Self.numbers(body[..<split])
        self.final = final
    }

    /// Returns a number, or a value for it when it is absent.
    func number(_ index: Int, or absent: Int = 0) -> Int {
        part(index, 0) ?? absent
    }

    /// Returns a colon-separated part of a number, when it is there.
    func part(_ index: Int, _ part: Int) -> Int? {
        guard parameters.indices.contains(index), parameters[index].indices.contains(part)
        else { return nil }
        return parameters[index][part]
    }

    /// All numbers, absent ones as zero.
    var numbers: [Int] { parameters.indices.map { number($0) } }

    /// The modifiers in a number, as xterm and kitty count them.
    func modifiers(at index: Int) -> KeyModifiers {
        let bits = max(0, number(index, or: 1) - 1)
        var modifiers: KeyModifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & (2 | 32) != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        return modifiers
    }

    private static func numbers(_ body: ArraySlice<UInt8>) -> [[Int?]] {
        guard !body.isEmpty else { return [] }
        return body.split(separator: 0x3B, omittingEmptySubsequences: false).map { group in
            group.split(separator: 0x3A, omittingEmptySubsequences: false).map { digits in
                guard !digits.isEmpty else { return nil }
                return digits.reduce(0) { sum, digit in
                    (0x30...0x39).contains(digit)
                        ? min(sum * 10 + Int(digit - 0x30), 9_999_999) : sum
                }
            }
        }
    }
}
