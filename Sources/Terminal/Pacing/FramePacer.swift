/// Decides when the next picture may go to the terminal.
///
/// Each is followed by a question; at most two answers may be outstanding, so
/// that no queue grows in whatever lies between. Pictures are at least half a
/// round trip apart, between 20 and 250 ms, as mosh has it, and as long as
/// the line is still busy with the last one.
package struct FramePacer: Sendable {
    private struct Frame {
        let bytes: Int
        let sent: Double
    }

    private var meter = LineMeter()
    private var underWay: [Frame] = []
    private var last: Frame?
    /// When the first picture went that was never answered.
    private var unanswered: Double?

    private static let most = 2
    private static let patience = 1.0
    /// Less than this is not worth a timer.
    private static let instant = 0.0005

    package init() {}

    package var estimate: LineEstimate { meter.estimate }

    /// Whether pictures carry a question; a terminal that answers none is
    /// asked no more.
    package var asks: Bool { estimate.answers != false }

    /// Says how long the terminal took for an answer to something small.
    package mutating func answered(after time: Duration) { meter.answered(after: time.inSeconds) }

    /// Says that a picture went, followed by a question.
    package mutating func sent(bytes: Int, at now: Duration) {
        let frame = Frame(bytes: bytes, sent: now.inSeconds)
        last = frame
        guard asks else { return }
        underWay.append(frame)
        if estimate.answers == nil { unanswered = unanswered ?? frame.sent }
    }

    /// Says that the oldest question was answered.
    package mutating func acknowledged(at now: Duration) {
        guard !underWay.isEmpty else { return }
        let frame = underWay.removeFirst()
        meter.acknowledged(frame.bytes, sent: frame.sent, at: now.inSeconds)
    }

    /// Returns how long the next picture has to wait; zero when it may go.
    ///
    /// While two are under way there is nothing to wait for but an answer, or
    /// that it is given up; the time until then is returned.
    package mutating func wait(at now: Duration) -> Duration {
        let now = now.inSeconds
        giveUp(at: now)
        guard let last else { return .zero }
        if underWay.count >= Self.most {
            return .seconds(max(0.001, limit(now) - now))
        }
        let due = last.sent + interval(after: last)
        return due - now > Self.instant ? .seconds(due - now) : .zero
    }

    /// How many answers are still to come.
    package var outstanding: Int { underWay.count }

    /// How many seconds an answer may take that nobody waits for but the one who
    /// leaves: twice the usual time, and no longer than a reader would notice.
    package var farewellPatience: Double {
        min(0.5, max(0.1, 2 * (estimate.roundTrip?.inSeconds ?? 0.1)))
    }

    /// Forgets what is under way, as when the terminal was given away.
    package mutating func reset() {
        underWay.removeAll()
        last = nil
    }

    private func interval(after frame: Frame) -> Double {
        guard asks, let roundTrip = estimate.roundTrip?.inSeconds else { return 0.02 }
        let spacing = min(max(roundTrip / 2, 0.02), 0.25)
        guard let rate = estimate.rate else { return spacing }
        return max(spacing, min(1, Double(frame.bytes) / rate))
    }

    /// When the oldest question counts as lost.
    private func limit(_ now: Double) -> Double {
        let patience = max(Self.patience, 8 * (estimate.roundTrip?.inSeconds ?? 0))
        return (underWay.first?.sent ?? now) + patience
    }

    private mutating func giveUp(at now: Double) {
        while !underWay.isEmpty, now >= limit(now) {
            underWay.removeFirst()
            if estimate.answers == nil { meter.gaveUp() }
        }
        if !asks { underWay.removeAll() }
    }
}
