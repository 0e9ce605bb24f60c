/// Where letters are put.
package protocol Postbox: Sendable {
    /// Takes a letter as RFC 5322 spells it, to be sent to one address.
    ///
    /// It blocks its thread until the letter is safe.
    func put(_ letter: [UInt8], to recipient: String) throws

    /// Carries letters on until it is cancelled.
    func run() async
}

extension Postbox {
    /// Where letters are put is where they stay.
    package func run() async {}
}
