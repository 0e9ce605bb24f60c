/// What is known of the line to the terminal, from its own answers.
package struct LineEstimate: Hashable, Sendable {
    /// How long a question and its answer take, smoothed; nil before the first.
    package var roundTrip: Duration?
    /// Bytes a second that the terminal takes in, and draws; nil while too few
    /// were sent to tell.
    package var rate: Double?
    /// Whether the terminal answers at all; nil while that is open.
    package var answers: Bool?

    package init(roundTrip: Duration? = nil, rate: Double? = nil, answers: Bool? = nil) {
        self.roundTrip = roundTrip
        self.rate = rate
        self.answers = answers
    }
}
