import Editorial

/// A media file that could not be read or written.
package struct MediaError: Error, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        case missing, unreadable, notMedia, damaged, tooLarge, unsupported
        case unwritable, diskFull, outOfMemory
    }

    package var kind: Kind
    /// What happened, to which file, and what to do now, in one sentence.
    package var message: String

    package init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    init(outOfMemoryFor size: PixelSize) {
        self.init(
            kind: .outOfMemory,
            message: "There is not enough memory for a picture of \(size) pixels; "
                + "use a smaller one."
        )
    }

    package var description: String { message }
}
