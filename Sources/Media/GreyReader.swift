import CLibAV
import Editorial

/// Reads single pictures whose samples are numbers, not colours: depth maps
/// and masks.
package enum GreyReader {
    /// The most pixels that are read.
    package static let largestArea = 40_000_000

    /// Returns the first samples of a picture at their full precision: the
    /// grey, the red, or the luma.
    ///
    /// Nothing is turned, scaled or converted.
    ///
    /// - Throws: ``MediaError``; `.tooLarge` for more than `largestArea` pixels,
    ///   `.unsupported` when the picture is in colours.
    package static func read(_ path: String) throws(MediaError) -> GreyPicture {
        let decoded = try decode(path)
        let frame = decoded.pointer
        let size = PixelSize(width: Int(frame.pointee.width), height: Int(frame.pointee.height))
        guard size.area > 0, size.area <= largestArea else {
            throw MediaError(
                kind: .tooLarge,
                message: "\(quoted(path)) is \(size) pixels, which is too large for a depth map; "
                    + "scale it down to the size of its picture."
            )
        }
        guard let facts = av_pix_fmt_desc_get(AVPixelFormat(frame.pointee.format)) else {
            throw MediaError(damaged: path, "its samples are of no known kind")
        }
        let first = try SampleLines(of: frame, facts, component: 0, path)
        if facts.pointee.flags & UInt64(AV_PIX_FMT_FLAG_RGB) != 0, facts.pointee.nb_components > 2 {
            let second = try SampleLines(of: frame, facts, component: 1, path)
            try checkColourless(first, second, size, path)
        }
        return GreyPicture(
            name: quoted(path),
            size: size,
            values: first.values(size),
            isFloatingPoint: first.isFloatingPoint
        )
    }

    private static func decode(_ path: String) throws(MediaError) -> FrameSlot {
        let input = try StillReader.open(path)
        do {
            return try StillReader.decode(input)
        } catch  where error.kind == .damaged && input.formatName == "tiff_pipe" {
            // libav 59 takes TIFFs of floating-point numbers for damaged ones.
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) is a TIFF this libav cannot decode; "
                    + "save the depth as OpenEXR or as a PNG of 16 bits."
            )
        }
    }

    /// Compares red and green in some rows: a depth map in false colours says
    /// nothing that could be read.
    private static func checkColourless(
        _ red: SampleLines,
        _ green: SampleLines,
        _ size: PixelSize,
        _ path: String
    ) throws(MediaError) {
        var (apart, most) = (Float(0), Float(0))
        for row in stride(from: 0, to: size.height, by: max(1, size.height / 64)) {
            for (r, g) in zip(red.row(row, size.width), green.row(row, size.width))
            where r.isFinite && g.isFinite {
                apart += abs(r - g)
                most += max(abs(r), abs(g))
            }
        }
        guard apart > 0.04 * most else { return }
        throw MediaError(
            kind: .unsupported,
            message: "\(quoted(path)) is in colours, which do not say how deep a picture is; "
                + "export the depth as grey."
        )
    }
}

/// The samples of one component of a picture, as numbers.
private struct SampleLines {
    let isFloatingPoint: Bool
    private let frame: UnsafePointer<AVFrame>
    private let facts: UnsafePointer<AVPixFmtDescriptor>
    private let component: CInt
    private let isPalette: Bool
    private let scale: Float

    init(
        of frame: UnsafeMutablePointer<AVFrame>,
        _ facts: UnsafePointer<AVPixFmtDescriptor>,
        component: CInt,
        _ path: String
    ) throws(MediaError) {
        let flags = facts.pointee.flags
        let depth = withUnsafePointer(to: facts.pointee.comp) {
            UnsafeRawPointer($0).assumingMemoryBound(to: AVComponentDescriptor.self)[0].depth
        }
        isFloatingPoint = flags & UInt64(AV_PIX_FMT_FLAG_FLOAT) != 0
        isPalette = flags & UInt64(AV_PIX_FMT_FLAG_PAL) != 0
        guard flags & UInt64(AV_PIX_FMT_FLAG_HWACCEL) == 0,
            isFloatingPoint ? depth == 32 : (1...16).contains(depth)
        else { throw MediaError(libAV: clibav_error_patch_welcome, .reading, path) }
        self.frame = UnsafePointer(frame)
        self.facts = facts
        self.component = component
        scale = isFloatingPoint ? 1 : 1 / Float((1 << depth) - 1)
    }

    func row(_ row: Int, _ width: Int) -> [Float] {
        [Float](unsafeUninitializedCapacity: width) { buffer, count in
            count = width
            guard let base = buffer.baseAddress else { return }
            read(row, width, into: base)
        }
    }

    func values(_ size: PixelSize) -> [Float] {
        [Float](unsafeUninitializedCapacity: size.area) { buffer, count in
            count = size.area
            guard let base = buffer.baseAddress else { return }
            for row in 0..<size.height { read(row, size.width, into: base + row * size.width) }
        }
    }

    private func read(_ row: Int, _ width: Int, into line: UnsafeMutablePointer<Float>) {
        // Integers arrive in 32 bits each, floating-point numbers as their bits.
        clibav_read_line(
            UnsafeMutableRawPointer(line),
            frame,
            facts,
            CInt(row),
            component,
            CInt(width),
            isPalette ? 1 : 0
        )
        guard !isFloatingPoint else { return }
        for column in 0..<width {
            line[column] = Float(line[column].bitPattern) * scale
        }
    }
}
