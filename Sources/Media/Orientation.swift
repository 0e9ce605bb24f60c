import CLibAV
import Editorial

/// How a stored picture is turned before it is shown: transposed first, then
/// mirrored.
struct Orientation: Hashable, Sendable {
    var isTransposed = false
    var mirrorsX = false
    var mirrorsY = false

    static let upright = Orientation()

    /// Reads the Exif tag, 1…8; anything else is upright.
    init(exif value: Int) {
        self.init(
            isTransposed: (5...8).contains(value),
            mirrorsX: [2, 3, 6, 7].contains(value),
            mirrorsY: [3, 4, 7, 8].contains(value)
        )
    }

    /// Reads libav's display matrix; slanted ones go to the nearest right angle.
    ///
    /// It is nine 32-bit numbers, of which the first two of the first two rows
    /// turn and mirror.
    init(displayMatrix: UnsafeRawPointer, byteCount: Int) {
        guard byteCount >= 36 else {
            self.init()
            return
        }
        func entry(_ index: Int) -> Int {
            Int(displayMatrix.loadUnaligned(fromByteOffset: index * 4, as: Int32.self))
        }
        let (a, b, c, d) = (entry(0), entry(1), entry(3), entry(4))
        if abs(b) > abs(a) {
            self.init(isTransposed: true, mirrorsX: c < 0, mirrorsY: b < 0)
        } else {
            self.init(isTransposed: false, mirrorsX: a < 0, mirrorsY: d < 0)
        }
    }

    init(isTransposed: Bool = false, mirrorsX: Bool = false, mirrorsY: Bool = false) {
        self.isTransposed = isTransposed
        self.mirrorsX = mirrorsX
        self.mirrorsY = mirrorsY
    }

    /// Returns the size a picture has after turning; also its own inverse.
    func applied(to size: PixelSize) -> PixelSize {
        isTransposed ? PixelSize(width: size.height, height: size.width) : size
    }

    /// Writes the turned picture.
    ///
    /// - Precondition: Both are rgba8, and the target has the turned size.
    func turn(_ source: Frame, into target: Frame) {
        precondition(source.format == .rgba8 && target.format == .rgba8, "Only rgba8 turns.")
        precondition(target.size == applied(to: source.size), "The target has the turned size.")
        let size = target.size
        source.withPlane { from, fromStride in
            target.withMutablePlane { to, toStride in
                let origin = UnsafeRawPointer(from)
                let (stepX, stepY) = isTransposed ? (fromStride, 4) : (4, fromStride)
                for row in 0..<size.height {
                    let y = mirrorsY ? size.height - 1 - row : row
                    var read = origin + y * stepY + (mirrorsX ? (size.width - 1) * stepX : 0)
                    let step = mirrorsX ? -stepX : stepX
                    let write = UnsafeMutableRawPointer(to + row * toStride)
                    for column in 0..<size.width {
                        let pixel = read.load(as: UInt32.self)
                        write.storeBytes(of: pixel, toByteOffset: column * 4, as: UInt32.self)
                        read += step
                    }
                }
            }
        }
    }
}

extension Orientation {
    /// The turn a decoded frame asks for, by its side data or its Exif.
    init(of frame: UnsafePointer<AVFrame>) {
        if let data = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX) {
            self.init(displayMatrix: data.pointee.data, byteCount: data.pointee.size)
        } else if let entry = av_dict_get(frame.pointee.metadata, "Orientation", nil, 0) {
            let text = String(cString: entry.pointee.value)
            self.init(exif: Int(text.filter(\.isWholeNumber)) ?? 1)
        } else {
            self = .upright
        }
    }

    /// The turn a stream of a container asks for.
    init(of stream: UnsafePointer<AVStream>) {
        var count = 0
        guard let data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &count) else {
            self = .upright
            return
        }
        self.init(displayMatrix: data, byteCount: count)
    }
}
