import CNcurses
import Glibc
import Input

/// The terminal's device: its descriptor, modes and extent.
///
/// The descriptor belongs to it and is closed by ``close()``; it does not
/// block, and being opened afresh shares that with nobody.
final class TerminalDevice {
    let descriptor: CInt
    /// The modes it had before; they are given back by ``leaveRaw()``.
    let modes: termios

    init(_ path: String?) throws(TerminalError) {
        guard path != nil || (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) else {
            throw .notATerminal
        }
        let path = path ?? "/dev/tty"
        descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unusable(path, String(cString: strerror(errno))) }
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else {
            let reason = String(cString: strerror(errno))
            Glibc.close(descriptor)
            throw .unusable(path, reason)
        }
        self.modes = modes
    }

    func close() { Glibc.close(descriptor) }

    // The modes are set at once: waiting until all is written would stop the program with a
    // terminal that is stopped, and a signal would break off the wait and leave the modes.

    /// Gives every byte through as it is, both ways, and makes no signals of keys.
    func enterRaw() {
        var raw = modes
        cfmakeraw(&raw)
        raw.c_iflag &= ~tcflag_t(IXOFF)
        tcsetattr(descriptor, TCSANOW, &raw)
    }

    /// Gives the modes back; input that nobody read is dropped, so that late
    /// answers do not end up in the shell.
    func leaveRaw() {
        var modes = modes
        tcflush(descriptor, TCIFLUSH)
        tcsetattr(descriptor, TCSANOW, &modes)
    }

    /// Measures the window; 80 by 24 where nobody knows.
    func window(environment: [String: String]) -> TerminalWindow {
        var rows: CInt = 0
        var columns: CInt = 0
        var width: CInt = 0
        var height: CInt = 0
        cncurses_window_size(descriptor, &rows, &columns, &width, &height)
        func extent(_ measured: CInt, _ name: String, _ assumed: Int, _ limit: Int) -> Int {
            let known = measured > 0 ? Int(measured) : environment[name].flatMap(Int.init)
            return min(max(1, known ?? assumed), limit)
        }
        let limit = TerminalWindow.limit
        return TerminalWindow(
            cells: CellSize(
                columns: extent(columns, "COLUMNS", 80, limit.columns),
                rows: extent(rows, "LINES", 24, limit.rows)
            ),
            pixelWidth: Int(width),
            pixelHeight: Int(height)
        )
    }

    /// Reads what is there; nil when the terminal is gone.
    func read() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        if count > 0 { return Array(bytes[..<count]) }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
    }
}
