extension InputDecoder {
    mutating func takeString(_ byte: UInt8, _ kind: ControlString) {
        switch byte {
        case 0x07: end(kind)
        case 0x1B: state = .stringEscape(kind)
        case 0x00..<0x20: abandon(byte)
        default: if pending.count < Self.stringLimit { pending.append(byte) }
        }
    }

    mutating func takeStringEscape(_ byte: UInt8, _ kind: ControlString) {
        if byte == 0x5C {
            end(kind)
        } else {
            pending.removeAll(keepingCapacity: true)
            state = .escape
            takeEscape(byte)
        }
    }

    private mutating func end(_ kind: ControlString) {
        let body = pending
        pending.removeAll(keepingCapacity: true)
        state = .ground
        guard body.count < Self.stringLimit,
            let reply = TerminalReply(kind, String(decoding: body, as: UTF8.self))
        else { return }
        output.append(.reply(reply))
    }
}
