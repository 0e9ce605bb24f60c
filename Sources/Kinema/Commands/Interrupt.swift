import Dispatch
import Glibc
import Synchronization

/// Notices Ctrl-C and a polite kill, so that work ends tidily: no half file, no lost take.
final class Interrupt {
    private final class Flag: Sendable {
        let isRaised = Atomic(false)
    }

    private let flag = Flag()
    private let sources: [any DispatchSourceSignal]

    init() {
        sources = [SIGINT, SIGTERM, SIGHUP].map { [flag] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { flag.isRaised.store(true, ordering: .releasing) }
            source.resume()
            return source
        }
    }

    var wasRaised: Bool { flag.isRaised.load(ordering: .acquiring) }

    /// - Throws: A complaint once the person has asked to stop.
    func check() throws {
        if wasRaised {
            throw Complaint("Stopped; nothing was written.", code: .cancelled)
        }
    }
}
