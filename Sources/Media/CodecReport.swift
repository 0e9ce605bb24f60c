import CLibAV

/// Which of the codecs Kinema uses this machine's libav has.
package struct CodecReport: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        /// libav's name of the encoder or decoder.
        package var name: String
        package var purpose: String
        package var isPresent: Bool
        /// The Debian package that brings it.
        package var package: String
        /// Whether nothing works without it.
        package var isRequired: Bool
    }

    /// libav's release, such as `5.1.6-0+deb12u1`.
    package var libAVVersion: String
    package var entries: [Entry]

    /// Asks the libav this process runs with.
    package static func current() -> CodecReport {
        CodecReport(
            libAVVersion: String(cString: av_version_info()),
            entries: encoders.map { entry($0, avcodec_find_encoder_by_name($0.name) != nil) }
                + decoders.map { entry($0, avcodec_find_decoder_by_name($0.name) != nil) }
        )
    }

    private typealias Row = (name: String, purpose: String)

    private static let required: Set<String> = ["libx264", "h264", "png"]

    private static func entry(_ row: Row, _ isPresent: Bool) -> Entry {
        Entry(
            name: row.name,
            purpose: row.purpose,
            isPresent: isPresent,
            package: package,
            isRequired: required.contains(row.name)
        )
    }

    /// Debian's libavcodec carries all of these, under the name of its ABI.
    static let package = "libavcodec\(avcodec_version() >> 16)"

    private static let encoders: [Row] = [
        ("libx264", "writes takes and exports as H.264"),
        ("libx265", "writes exports as H.265"),
        ("libsvtav1", "writes exports as AV1"),
        ("libaom-av1", "writes exports as AV1, where SVT-AV1 is not"),
        ("libvpx-vp9", "writes exports as VP9 in WebM"),
        ("prores_ks", "writes exports as ProRes"),
        ("gif", "writes GIF animations"),
        ("libwebp_anim", "writes WebP animations"),
        ("apng", "writes APNG animations"),
        ("aac", "writes the sound of MP4 and MOV"),
        ("libopus", "writes the sound of WebM"),
        ("png", "writes stills and start frames"),
        ("mjpeg", "writes JPEG stills"),
    ]

    private static let decoders: [Row] = [
        ("h264", "reads takes and H.264 films"),
        ("hevc", "reads H.265 films"),
        ("libdav1d", "reads AV1 films and AVIF pictures"),
        ("vp9", "reads VP9 films"),
        ("prores", "reads ProRes films"),
        ("png", "reads PNG pictures"),
        ("mjpeg", "reads JPEG pictures"),
        ("webp", "reads WebP pictures"),
        ("libjxl", "reads JPEG XL pictures"),
        ("tiff", "reads TIFF pictures"),
        ("gif", "reads GIF animations"),
    ]
}
