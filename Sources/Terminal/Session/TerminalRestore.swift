import CNcurses
import Glibc

/// Puts the terminal right when the program does not get to: by a crash, or a
/// signal that ends it.
///
/// This is the only file that uses the shim's `cncurses_restore_…`, whose
/// storage is one a file.
package enum TerminalRestore {
    /// Catches crashes, hang-up, interrupt, quit and termination.
    ///
    /// The terminal is restored by a write and a mode change, nothing else;
    /// then the signal does what it would have done. Signals that are ignored
    /// stay so. Installing twice is once. Only with `keepingHandlers` are
    /// those told that were there before, such as Swift's own, which shows
    /// where a program crashed.
    /// The log is the file that holds what the program said before it crashed,
    /// which the reader is told of.
    package static func install(keepingHandlers: Bool = false, log: String? = nil) {
        let place = log.map { " What happened is in \($0.printable)." } ?? ""
        cncurses_restore_install(
            keepingHandlers ? 1 : 0,
            "kinema: The program crashed; what you wrote is saved, and takes go on.\(place)"
        )
    }

    /// Sets what is to be written to which descriptor, and the modes it gets.
    static func arm(_ descriptor: CInt, modes: termios, text: String) {
        var modes = modes
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cncurses_restore_arm(descriptor, &modes, $0.baseAddress, $0.count)
            }
        }
    }

    static func disarm() { cncurses_restore_disarm() }
}
