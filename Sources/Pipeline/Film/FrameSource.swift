package import Editorial
package import Media

/// Frames that are asked for by number, ascending; one owner.
package protocol FrameSource {
    var size: PixelSize { get }
    var rate: FrameRate { get }
    /// Nil where only their end tells, as with a pipe.
    var frameCount: Int? { get }

    /// Returns a frame, good until the next is asked for and not to be changed;
    /// nil past the end.
    func frame(at index: FrameIndex) throws -> Frame?
}
