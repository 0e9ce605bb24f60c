import Dispatch
import Glibc
import Pipeline

/// SIGTERM and SIGINT as the wish that the worker leave: the first when it has
/// finished what it is at, the second at once.
///
/// The hang-up of a terminal is not heard at all.
final class LeaveSignal {
    let departure: Departure
    private let sources: [any DispatchSourceSignal]

    init() {
        signal(SIGHUP, SIG_IGN)
        // Whoever started it may have had them blocked, and that is inherited.
        var own = sigset_t()
        sigemptyset(&own)
        sigaddset(&own, SIGTERM)
        sigaddset(&own, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &own, nil)
        let departure = Departure()
        self.departure = departure
        let queue = DispatchQueue(label: "leave")
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { departure.ask() }
            source.resume()
            return source
        }
    }
}
