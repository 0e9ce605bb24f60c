import Dispatch
import Glibc
import Pipeline
import Terminal

/// SIGTERM and SIGINT as the wish that the worker leave: the first when it has
/// finished what it is at, the second at once.
///
/// The hang-up of a terminal is not heard at all.
final class LeaveSignal {
    let departure: Departure
    private let watch: SignalWatch

    init() {
        signal(SIGHUP, SIG_IGN)
        let departure = Departure()
        self.departure = departure
        watch = SignalWatch([SIGTERM, SIGINT], queue: DispatchQueue(label: "leave")) { _ in
            departure.ask()
        }
        // Whoever started it may have had them blocked, and that is inherited.
        var own = sigset_t()
        sigemptyset(&own)
        sigaddset(&own, SIGTERM)
        sigaddset(&own, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &own, nil)
    }
}
