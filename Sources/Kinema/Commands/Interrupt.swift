import Dispatch
import Glibc
import Synchronization

/// Notices Ctrl-C and a polite kill, so that work ends tidily: no half file, no lost take.
final class Interrupt: Sendable {
    private let isRaised = Mutex(false)
    private let sources: Mutex<[any DispatchSourceSignal]>

    init() {
        sources = Mutex([])
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [weak self] in self?.isRaised.withLock { $0 = true } }
            source.resume()
            sources.withLock { $0.append(source) }
        }
    }

    var wasRaised: Bool { isRaised.withLock { $0 } }

    /// - Throws: A complaint once the person has asked to stop.
    func check() throws {
        if wasRaised {
            throw Complaint("Stopped; nothing was written.", code: .cancelled)
        }
    }
}
