/// A picture that could not be enlarged.
package struct UpscaleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened and what to do, in one sentence.
    package let message: String

    init(_ message: String) { self.message = message }

    package var description: String { message }
}
