package import Editorial

/// What a media file is, as its container and first picture tell.
package struct MediaInfo: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case still, video
    }

    /// The colour tags by libav's names (`bt709`, `tv`); nil where untagged.
    package struct Colour: Hashable, Sendable {
        package var primaries: String?
        package var transfer: String?
        package var matrix: String?
        /// `tv` is limited, `pc` is full.
        package var range: String?

        package init(
            primaries: String? = nil,
            transfer: String? = nil,
            matrix: String? = nil,
            range: String? = nil
        ) {
            self.primaries = primaries
            self.transfer = transfer
            self.matrix = matrix
            self.range = range
        }
    }

    package var kind: Kind
    /// The size as displayed: turned, and with square pixels.
    package var size: PixelSize
    /// The average rate; nil for a still.
    package var frameRate: FrameRate?
    /// Frames at ``frameRate``; counted when the container does not say.
    package var frameCount: Int?
    /// ``frameCount`` at ``frameRate``.
    package var duration: RationalTime?
    package var videoCodec: String
    package var pixelFormat: String
    /// A short name, such as `mp4`, `matroska` or `png`.
    package var container: String
    package var colour: Colour
    /// libav's name of the sound's codec, such as `aac`; nil where there is none.
    package var audioCodec: String?
    package var hasAudio: Bool { audioCodec != nil }
    package var byteCount: Int
    /// The container's own tags, or a still's Exif; as found, so not safe to
    /// show unfiltered.
    package var metadata: [String: String]
}
