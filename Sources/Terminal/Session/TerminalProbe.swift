import Glibc

/// Asks the terminal what it can do, without taking the screen over.
package enum TerminalProbe {
    /// Milliseconds that a terminal has for its answers; a line over half the world needs one of these.
    private static let patience = 1000

    /// Returns what the terminal is and can do; nil where there is none.
    ///
    /// Blocks until the last question is answered, a second at most. What is
    /// typed meanwhile is dropped.
    package static func ask(environment: [String: String]) -> TerminalCapabilities? {
        // No terminal is an answer here, and its reason is the caller's to tell.
        guard let device = try? TerminalDevice(nil) else { return nil }
        defer { device.close() }
        device.enterRaw()
        defer { device.leaveRaw() }
        let questions = Array(TerminalCapabilities.queries(environment: environment).utf8)
        guard write(device.descriptor, questions, questions.count) == questions.count else {
            return nil
        }
        return .resolve(
            environment: environment,
            replies: answers(on: device),
            override: nil,
            window: device.window(environment: environment)
        )
    }

    private static func answers(on device: TerminalDevice) -> [TerminalReply] {
        var decoder = InputDecoder()
        var replies: [TerminalReply] = []
        let end = milliseconds() + patience
        while milliseconds() < end, replies.count < 64 {
            var wait = pollfd(fd: device.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, Int32(max(0, end - milliseconds()))) > 0,
                let bytes = device.read()
            else { break }
            for case .reply(let reply) in decoder.feed(bytes) {
                replies.append(reply)
                // The last question: what comes after was not asked for.
                if case .primaryAttributes = reply { return replies }
            }
        }
        return replies
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
