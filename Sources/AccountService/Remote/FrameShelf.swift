package import Database

/// Where the pictures are that go into what the service makes.
package protocol FrameShelf: Sendable {
    /// Whether a space has such a picture, whole.
    func has(_ asset: String, in space: String, on connection: any SQLConnection) throws -> Bool
}

/// A shelf with nothing on it: no request with a frame is taken.
package struct NoFrames: FrameShelf {
    package init() {}

    package func has(
        _ asset: String,
        in space: String,
        on connection: any SQLConnection
    ) throws -> Bool { false }
}
