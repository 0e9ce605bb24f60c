import Input

extension InputDecoder {
    private static let endMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    /// Takes everything up to what may be the end of the paste.
    mutating func takePaste(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        // An end mark with another behind it came out of the clipboard: it
        // must not let the rest be read as keys.
        if let last = lastEndMark(in: bytes, from: start) {
            append(bytes[start..<last])
            index = last
        } else {
            let escape = bytes[start...].lastIndex(of: 0x1B) ?? bytes.count
            let cut = bytes.count - escape < Self.endMark.count ? escape : bytes.count
            append(bytes[start..<cut])
            index = cut
        }
        guard index < bytes.count else { return index }
        takePasteEnd(bytes[index])
        return index + 1
    }

    mutating func takePasteEnd(_ byte: UInt8) {
        if byte == Self.endMark[endMatch] {
            endMatch += 1
            if endMatch == Self.endMark.count { endPaste() }
        } else {
            append(Self.endMark[..<endMatch])
            endMatch = byte == Self.endMark[0] ? 1 : 0
            if endMatch == 0 { append([byte]) }
        }
    }

    private func lastEndMark(in bytes: [UInt8], from start: Int) -> Int? {
        var last: Int?
        var index = start
        while index + Self.endMark.count <= bytes.count {
            if bytes[index] == 0x1B {
                let mark = bytes[index..<index + Self.endMark.count]
                if mark.elementsEqual(Self.endMark) { last = index }
                if last != nil, mark.elementsEqual([0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E]) { break }
            }
            index += 1
        }
        return last
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        pending.append(contentsOf: bytes.prefix(max(0, Self.pasteLimit - pending.count)))
    }

    private mutating func endPaste() {
        var text = ""
        text.unicodeScalars.reserveCapacity(pending.count)
        var wasReturn = false
        for scalar in String(decoding: pending, as: UTF8.self).unicodeScalars {
            if scalar == "\r" {
                text.unicodeScalars.append("\n")
            } else if scalar == "\n" {
                if !wasReturn { text.unicodeScalars.append(scalar) }
            } else if scalar == "\t" || scalar.properties.generalCategory != .control {
                text.unicodeScalars.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        state = .ground
        endMatch = 0
        pending = []
        output.append(.event(.paste(text)))
    }
}
