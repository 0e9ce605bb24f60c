/// Measures the line by how long frames take to be acknowledged.
///
/// A machine without a clock; times are since any one moment.
struct LineMeter: Sendable {
    private(set) var estimate = LineEstimate()
    /// The shortest way there and back, which is the line's own; what takes
    /// longer was waiting its turn.
    private var shortest: Double?
    private var lastAnswer = -Double.infinity
    /// Bytes and seconds of the last frames, the newest counting most.
    ///
    /// Summed before they are divided: answers often come in bunches, and one
    /// alone would tell of a line without end.
    private var bytes = 0.0
    private var time = 0.0

    /// Frames smaller than this tell more of the machine than of the line.
    private static let tellingBytes = 1500
    private static let leastTime = 0.0004
    private static let weight = 0.3

    /// Takes the answer to a question that carried little.
    mutating func answered(after seconds: Double) {
        shortest = min(shortest ?? seconds, seconds)
        smooth(seconds)
    }

    /// Takes the acknowledgement of a frame.
    mutating func acknowledged(_ bytes: Int, sent: Double, at now: Double) {
        let whole = max(0, now - sent)
        let known = shortest ?? whole
        // A little upwards each time, as a line may have become a longer one.
        shortest = min(known * 1.002 + 0.00001, whole)
        smooth(whole)
        defer { lastAnswer = now }
        guard bytes >= Self.tellingBytes else { return }
        // Behind another frame it began to be taken when that was done.
        let own = max(Self.leastTime, min(whole - min(known, whole), now - lastAnswer))
        self.bytes = self.bytes * (1 - Self.weight) + Double(bytes) * Self.weight
        time = time * (1 - Self.weight) + own * Self.weight
        estimate.rate = self.bytes / time
    }

    mutating func gaveUp() {
        if estimate.answers == nil { estimate.answers = false }
    }

    private mutating func smooth(_ seconds: Double) {
        estimate.answers = true
        let old = estimate.roundTrip?.inSeconds ?? seconds
        estimate.roundTrip = .seconds(old + (seconds - old) / 8)
    }
}

extension Duration {
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
