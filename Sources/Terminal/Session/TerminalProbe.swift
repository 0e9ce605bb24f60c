import Glibc

/// What a terminal said when it was asked.
package struct TerminalFindings: Sendable {
    package let capabilities: TerminalCapabilities
    /// Its answers as they came, control characters in caret notation, one
    /// each.
    package let answers: [String]
}

/// Asks the terminal what it can do, without taking the screen over.
package enum TerminalProbe {
    /// Milliseconds that a terminal has for its answers; a line over half the world needs one of these.
    private static let patience = 1000
    /// How long what lies behind a multiplexer may take longer than it.
    private static let afterthought = 300

    /// Returns what the terminal is and can do; nil where there is none.
    ///
    /// Blocks until the last question is answered, a second at most. What is
    /// typed meanwhile is dropped.
    package static func ask(environment: [String: String]) -> TerminalFindings? {
        // No terminal is an answer here, and its reason is the caller's to tell.
        guard let device = try? TerminalDevice(nil) else { return nil }
        defer { device.close() }
        device.enterRaw()
        defer { device.leaveRaw() }
        let proof = SharedMemoryProof()
        let text = TerminalQuestions.text(environment: environment, object: proof?.name)
        let questions = Array(text.utf8)
        guard write(device.descriptor, questions, questions.count) == questions.count else {
            return nil
        }
        let isMultiplexed = TerminalEvidence(environment: environment, replies: []).isMultiplexed
        let heard = withExtendedLifetime(proof) { answers(on: device, isMultiplexed) }
        return TerminalFindings(
            capabilities: .resolve(
                environment: environment,
                replies: heard.replies,
                override: nil,
                window: device.window(environment: environment)
            ),
            answers: ControlText.sequences(heard.bytes)
        )
    }

    private static func answers(
        on device: TerminalDevice,
        _ isMultiplexed: Bool
    ) -> (replies: [TerminalReply], bytes: [UInt8]) {
        var decoder = InputDecoder()
        var replies: [TerminalReply] = []
        var heard: [UInt8] = []
        var end = milliseconds() + patience
        while milliseconds() < end, replies.count < 64, heard.count < 65_536 {
            var wait = pollfd(fd: device.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, Int32(max(0, end - milliseconds()))) > 0,
                let bytes = device.read()
            else { break }
            heard += bytes
            for case .reply(let reply) in decoder.feed(bytes) {
                replies.append(reply)
                // The last question: what comes after was not asked for, or
                // comes from behind a multiplexer.
                guard case .primaryAttributes = reply else { continue }
                guard isMultiplexed else { return (replies, heard) }
                end = min(end, milliseconds() + afterthought)
            }
        }
        return (replies, heard)
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
