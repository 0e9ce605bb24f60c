import CNcurses
import Dispatch
import Glibc
import Input

/// The other side of a terminal: what a session writes is read here, and what
/// is typed here the session reads.
@MainActor final class PseudoTerminal {
    private(set) var written: [UInt8] = []
    let path: String
    private let descriptor: CInt
    private var source: (any DispatchSourceRead)?
    private var waiting: [(condition: () -> Bool, continuation: CheckedContinuation<Void, Never>)] =
        []

    struct Unavailable: Error {}

    init(_ size: CellSize) throws {
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        // posix_openpt and its kin are hidden from Swift; this is what they do.
        let unlock: UInt = 0x4004_5431
        let askNumber: UInt = 0x8004_5430
        var isLocked: CInt = 0
        var number: CInt = 0
        guard descriptor >= 0, ioctl(descriptor, unlock, &isLocked) == 0,
            ioctl(descriptor, askNumber, &number) == 0
        else { throw Unavailable() }
        path = "/dev/pts/\(number)"
        resize(size)
    }

    var text: String { String(decoding: written, as: UTF8.self) }

    func resize(_ size: CellSize) {
        var window = winsize(
            ws_row: UInt16(size.rows),
            ws_col: UInt16(size.columns),
            ws_xpixel: UInt16(size.columns * 8),
            ws_ypixel: UInt16(size.rows * 16)
        )
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }

    /// Begins to take what is written.
    func listen() {
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
        source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.read() } }
        source.activate()
        self.source = source
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    func forget() { written.removeAll() }

    /// Goes away, as when the window is closed.
    func hangUp() {
        guard let source else { return }
        let descriptor = descriptor
        source.setCancelHandler { _ = close(descriptor) }
        source.cancel()
        self.source = nil
    }

    /// Whether the terminal edits lines, echoes and makes signals of keys, as
    /// a shell's does.
    var isCooked: Bool {
        var modes = termios()
        tcgetattr(descriptor, &modes)
        let local = tcflag_t(ICANON | ECHO | ISIG)
        return modes.c_lflag & local == local && modes.c_oflag & tcflag_t(OPOST) != 0
    }

    /// Whether every byte goes through as it is.
    var isRaw: Bool {
        var modes = termios()
        tcgetattr(descriptor, &modes)
        return modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0
            && modes.c_oflag & tcflag_t(OPOST) == 0
            && modes.c_iflag & tcflag_t(IXON | ICRNL) == 0
    }

    /// Waits until something holds, looked at whenever bytes or events come.
    func until(_ condition: @escaping () -> Bool) async {
        guard !condition() else { return }
        await withCheckedContinuation { waiting.append((condition, $0)) }
    }

    /// Looks again at what is waited for.
    func look() {
        let due = waiting.filter { $0.condition() }
        waiting.removeAll { $0.condition() }
        for wait in due { wait.continuation.resume() }
    }

    private func read() {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        if count > 0 { written += bytes[..<count] }
        // With nobody at the other end the source would fire for ever; the modes can still be
        // asked for.
        if count < 0, errno == EIO {
            source?.cancel()
            source = nil
        }
        look()
    }
}
