import Glibc

extension TerminalDevice {
    private static let answer = Array("\u{1B}[0n".utf8)

    /// Reads and drops what comes until the terminal has given so many answers
    /// to `CSI 5n`, or the time is over.
    ///
    /// An answer that is still on its way when the program ends would be typed
    /// into the shell. Blocks the calling thread for as long.
    func dropAnswers(_ count: Int, within seconds: Double) {
        var missing = count
        var matched = 0
        let deadline = Self.now + seconds
        while missing > 0 {
            let left = deadline - Self.now
            guard left > 0 else { return }
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, CInt(left * 1000) + 1) >= 0 || errno == EINTR else { return }
            guard ready.revents != 0 else { continue }
            guard let bytes = read() else { return }
            for byte in bytes {
                matched = byte == Self.answer[matched] ? matched + 1 : byte == 0x1B ? 1 : 0
                guard matched == Self.answer.count else { continue }
                (matched, missing) = (0, missing - 1)
            }
        }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
