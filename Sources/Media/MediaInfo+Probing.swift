import CLibAV
import Editorial

extension MediaInfo {
    /// Looks into a file.
    ///
    /// A still is decoded for it; a film only counted
    /// through when its container does not say how many frames it has.
    ///
    /// - Throws: ``MediaError`` when the file is missing, damaged or no media.
    package init(probing path: String) throws(MediaError) {
        if let announced = PictureHeader.size(of: path) {
            try PixelLimit.checkStill(announced, path)
        }
        let input = try InputFile(path)
        if input.isStill {
            let film = input.isPicture ? nil : try MediaInfo(film: input)
            if let film, film.frameCount ?? 1 > 1 {
                self = film
            } else {
                try self.init(still: InputFile(path))
            }
        } else {
            try self.init(film: input)
        }
        if metadata["comment"] == nil, let comment = PictureComment.read(path) {
            metadata["comment"] = comment
        }
    }

    private init(still input: InputFile) throws(MediaError) {
        let stream = try input.videoStream()
        let slot = try StillReader.decode(input)
        let frame = slot.pointer
        let stored = PixelSize(width: Int(frame.pointee.width), height: Int(frame.pointee.height))
        try PixelLimit.checkStill(stored, input.path)
        self.init(
            kind: .still,
            size: Orientation(of: frame).applied(to: stored),
            videoCodec: codecName(stream.pointee.codecpar.pointee.codec_id),
            pixelFormat: pixelFormatName(frame.pointee.format),
            container: input.shortName,
            colour: Colour(
                primaries: frame.pointee.color_primaries,
                transfer: frame.pointee.color_trc,
                matrix: frame.pointee.colorspace,
                range: frame.pointee.color_range
            ),
            byteCount: input.byteCount,
            metadata: entries(input.context.pointee.metadata)
                .merging(entries(frame.pointee.metadata)) { container, _ in container }
        )
    }

    /// Reads a film's facts; the input's packets are not touched.
    init(film input: InputFile) throws(MediaError) {
        let stream = try input.videoStream()
        let parameters = stream.pointee.codecpar.pointee
        let stored = try squarePixelSize(stream, input)
        guard let rate = FrameRate(of: stream, in: input) else {
            throw MediaError(damaged: input.path, "its film has no frame rate")
        }
        let count = try FrameCounter.count(stream, of: input, rate: rate)
        guard count > 0 else { throw MediaError(damaged: input.path, "its film has no frames") }
        self.init(
            kind: .video,
            size: Orientation(of: stream).applied(to: stored),
            frameRate: rate,
            frameCount: count,
            duration: rate.time(of: FrameIndex(count)),
            videoCodec: codecName(parameters.codec_id),
            pixelFormat: pixelFormatName(parameters.format),
            container: input.shortName,
            colour: Colour(
                primaries: parameters.color_primaries,
                transfer: parameters.color_trc,
                matrix: parameters.color_space,
                range: parameters.color_range
            ),
            audioCodec: input.audioCodec,
            byteCount: input.byteCount,
            metadata: entries(input.context.pointee.metadata)
        )
    }
}

/// Returns a film's size with square pixels, before turning.
private func squarePixelSize(
    _ stream: UnsafeMutablePointer<AVStream>,
    _ input: InputFile
) throws(MediaError) -> PixelSize {
    let parameters = stream.pointee.codecpar.pointee
    var size = PixelSize(width: Int(parameters.width), height: Int(parameters.height))
    guard size.width > 0, size.height > 0 else {
        throw MediaError(damaged: input.path, "its film has no frames")
    }
    let aspect = av_guess_sample_aspect_ratio(input.context, stream, nil)
    let ratio = aspect.den > 0 ? Double(aspect.num) / Double(aspect.den) : 0
    // Beyond a factor of 4 the tag is damage, not a squeezed picture.
    if (0.25...4).contains(ratio) {
        size.width = max(1, Int((Double(size.width) * ratio).rounded()))
    }
    try PixelLimit.checkFilm(size, input.path)
    return size
}

extension InputFile {
    fileprivate var audioCodec: String? {
        let index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, nil, 0)
        guard index >= 0 else { return nil }
        return context.pointee.streams[Int(index)].map {
            codecName($0.pointee.codecpar.pointee.codec_id)
        }
    }

    /// The container's name as people know it.
    fileprivate var shortName: String {
        if formatName.hasPrefix("mov,") {
            let brand = av_dict_get(context.pointee.metadata, "major_brand", nil, 0)
                .map { String(cString: $0.pointee.value) }
            return brand == "qt  " ? "mov" : brand == "avif" ? "avif" : "mp4"
        }
        let first = formatName.prefix { $0 != "," }
        return String(first.hasSuffix("_pipe") ? first.dropLast(5) : first)
    }
}

extension MediaInfo.Colour {
    fileprivate init(
        primaries: AVColorPrimaries,
        transfer: AVColorTransferCharacteristic,
        matrix: AVColorSpace,
        range: AVColorRange
    ) {
        self.init(
            primaries: primaries == AVCOL_PRI_UNSPECIFIED
                ? nil : av_color_primaries_name(primaries).map { String(cString: $0) },
            transfer: transfer == AVCOL_TRC_UNSPECIFIED
                ? nil : av_color_transfer_name(transfer).map { String(cString: $0) },
            matrix: matrix == AVCOL_SPC_UNSPECIFIED
                ? nil : av_color_space_name(matrix).map { String(cString: $0) },
            range: range == AVCOL_RANGE_UNSPECIFIED
                ? nil : av_color_range_name(range).map { String(cString: $0) }
        )
    }
}

private func codecName(_ codec: AVCodecID) -> String { String(cString: avcodec_get_name(codec)) }

private func pixelFormatName(_ format: CInt) -> String {
    av_get_pix_fmt_name(AVPixelFormat(format)).map { String(cString: $0) } ?? "unknown"
}

/// Returns a dictionary's entries, each bounded.
private func entries(_ dictionary: OpaquePointer?) -> [String: String] {
    var entries: [String: String] = [:]
    var entry: UnsafeMutablePointer<AVDictionaryEntry>?
    while entries.count < 1000 {
        entry = av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX)
        guard let entry else { break }
        entries[String(cString: entry.pointee.key)] =
            String(String(cString: entry.pointee.value).prefix(65_536))
    }
    return entries
}
