import Editor
import Foundation
import Terminal

/// How the editor leaves the terminal, for a while or for good.
extension EditorProgram {
    /// Gives the terminal to the shell and stops, until the shell says to go on.
    func suspend() {
        guard !isLentOut else {
            raise(SIGSTOP)
            return
        }
        session.suspend()
        effects?.flush()
        raise(SIGSTOP)
        session.resume()
    }

    /// Leaves, unless what was done last cannot be written; asked again, it
    /// leaves without.
    func leave() {
        guard let obstacle = effects?.flush(), warned != state.history else { return quit() }
        warned = state.history
        let sentence = "What you did last is not saved: \(obstacle) Leave again to give it up."
        dispatch(.noticed(Notice(sentence, severity: .failure, at: Wiring.timestamp)))
    }

    func quit(code: Int32 = 0) {
        observation?.cancel()
        sync?.stop()
        let obstacle = effects?.flush()
        socket?.close()
        session.close()
        if let obstacle {
            let sentence = "kinema: what was done last is not saved: \(obstacle.printable)\n"
            FileHandle.standardError.write(Data(sentence.utf8))
        }
        exit(obstacle == nil || code != 0 ? code : 1)
    }

    /// Follows the signals of whoever rules the process: a shell, a system that shuts down.
    func heedSignals() {
        signals.on([SIGTERM, SIGHUP]) { [weak self] number in self?.quit(code: 128 + number) }
        interrupts = signals.on([SIGINT]) { [weak self] number in self?.quit(code: 128 + number) }
        signals.on([SIGTSTP]) { [weak self] _ in self?.suspend() }
        signals.on([SIGCONT]) { [weak self] _ in
            // Somebody else may have stopped the program and used the terminal since.
            guard let self else { return }
            if let lentTo { return lentTo.resume() }
            session.suspend()
            session.resume()
        }
    }
}
