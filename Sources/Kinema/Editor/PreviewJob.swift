import Editor
import Input
import Terminal

/// One picture that the preview is to show, and where.
struct PreviewJob: Hashable, Sendable {
    let request: PreviewRequest
    /// How much of it is sent.
    var quality = PictureQuality.full
    /// The extent of the screen.
    let screen: CellSize
    /// The cells that are kept for the picture.
    let area: CellRect
    /// The popups over it.
    let covered: [CellRect]
    /// Changes whenever the screen under the picture was painted anew, so that
    /// bytes made for an older screen are never sent.
    let generation: Int

    /// Whether another job is for the same picture in the same place, of
    /// whatever quality.
    func isSamePicture(as other: PreviewJob) -> Bool {
        var other = other
        other.quality = quality
        return self == other
    }
}

/// What came of a preview job.
struct PreviewResult: Sendable {
    let job: PreviewJob
    /// What to send to the terminal; empty when the picture is the one it shows.
    let bytes: [UInt8]
    /// What wipes the place the picture had before, to go ahead of the frame.
    let erasure: [UInt8]
    /// Whether the terminal then has all of the picture.
    let isComplete: Bool
    /// Milliseconds that rendering and encoding took.
    let milliseconds: Double
    /// Why there is no picture, in a sentence; nil when there is one.
    let problem: String?
    /// What a scope measured, where one was asked for.
    let reading: ScopeReading?
    /// The colour at the probe, where there is one.
    let probed: ProbeReading?
}
