extension TerminalReply {
    /// Reads a `CSI` sequence; nil when it is no answer that anybody waits for.
    init?(_ sequence: ControlSequence) {
        switch (sequence.marker, sequence.final) {
        case (0x3F, 0x63): self = .primaryAttributes(sequence.numbers)
        case (0x3E, 0x63): self = .secondaryAttributes(sequence.numbers)
        case (0x3F, 0x75): self = .kittyKeyboard(flags: sequence.number(0))
        case (0x3F, 0x79) where sequence.intermediates == [0x24]:
            self = .mode(sequence.number(0), state: sequence.number(1))
        case (nil, 0x6E) where sequence.number(0) == 0: self = .ready
        case (0x3F, 0x53) where sequence.number(0) == 1 && sequence.number(1) == 0:
            self = .colourRegisters(sequence.number(2))
        case (0x3F, 0x53)
        where sequence.number(0) == 2 && sequence.number(1) == 0 && sequence.number(3) > 0:
            self = .sixelSize(width: sequence.number(2), height: sequence.number(3))
        case (nil, 0x74): self.init(window: sequence)
        default: return nil
        }
    }

    private init?(window sequence: ControlSequence) {
        let height = sequence.number(1)
        let width = sequence.number(2)
        guard sequence.parameters.count == 3, width > 0, height > 0 else { return nil }
        switch sequence.number(0) {
        case 4: self = .windowPixels(width: width, height: height)
        case 6: self = .cellPixels(CellPixels(width: width, height: height))
        case 8: self = .windowCells(columns: width, rows: height)
        default: return nil
        }
    }

    /// Reads what stood between an introducer and ST.
    init?(_ kind: InputDecoder.ControlString, _ body: String) {
        switch kind {
        case .device where body.hasPrefix(">|"):
            self = .version(String(String(body.dropFirst(2)).printable.prefix(80)))
        case .device where body.hasPrefix("1$r") && body.hasSuffix("m"):
            self = .pen(String(String(body.dropFirst(3).dropLast()).printable.prefix(80)))
        case .application where body.hasPrefix("G"):
            let parts = body.dropFirst().split(separator: ";", maxSplits: 1)
            let keys = (parts.first ?? "").split(separator: ",")
            let number = keys.first { $0.hasPrefix("i=") }.flatMap { Int($0.dropFirst(2)) }
            self = .kittyGraphics(number ?? 0, isOK: parts.dropFirst().first == "OK")
        case .system where body.hasPrefix("10;"):
            guard let colour = Colour(reply: body.dropFirst(3)) else { return nil }
            self = .foreground(colour)
        case .system where body.hasPrefix("11;"):
            guard let colour = Colour(reply: body.dropFirst(3)) else { return nil }
            self = .background(colour)
        default: return nil
        }
    }
}

extension Colour {
    /// Reads `rgb:hh/hh/hh`, with one to four digits a channel.
    fileprivate init?(reply: Substring) {
        guard let colon = reply.firstIndex(of: ":"), reply.hasPrefix("rgb") else { return nil }
        let channels = reply[reply.index(after: colon)...].split(separator: "/").prefix(3)
            .compactMap { digits -> UInt8? in
                guard (1...4).contains(digits.utf8.count), let value = UInt32(digits, radix: 16)
                else { return nil }
                let full = UInt32(1) << (4 * UInt32(digits.utf8.count)) - 1
                return UInt8((value * 255 + full / 2) / full)
            }
        guard channels.count == 3 else { return nil }
        self.init(red: channels[0], green: channels[1], blue: channels[2])
    }
}
