import CLibAV
import Editorial
import Glibc

/// Makes a film's pictures small, grey and upright.
final class MotionVectorPicture {
    /// The picture, a byte a pixel; refilled by each call of ``fill(from:)``.
    let frame: UnsafeMutablePointer<AVFrame>
    /// The same, smaller still.
    let half: UnsafeMutablePointer<AVFrame>

    private let path: String
    private let orientation: Orientation
    private let size: PixelSize
    private var scaler: OpaquePointer?
    private var halver: OpaquePointer?
    /// The picture before it is turned, if it is.
    private var lying: UnsafeMutablePointer<AVFrame>?

    init(
        size: PixelSize,
        half: PixelSize,
        orientation: Orientation,
        path: String
    ) throws(MediaError) {
        self.size = size
        self.orientation = orientation
        self.path = path
        frame = try MotionVectorPicture.grey(size, path)
        self.half = try MotionVectorPicture.grey(half, path)
        if orientation != .upright {
            lying = try MotionVectorPicture.grey(orientation.applied(to: size), path)
        }
    }

    deinit {
        var doomed: UnsafeMutablePointer<AVFrame>? = frame
        av_frame_free(&doomed)
        doomed = half
        av_frame_free(&doomed)
        av_frame_free(&lying)
        sws_freeContext(scaler)
        sws_freeContext(halver)
    }

    /// Makes a decoded picture small, whatever its format.
    func fill(from source: UnsafePointer<AVFrame>) throws(MediaError) {
        let format = isBytesOfLuma(source) ? AV_PIX_FMT_GRAY8.rawValue : source.pointee.format
        try scale(source, AVPixelFormat(format), to: lying ?? frame, by: &scaler)
        if let lying { turn(lying) }
        // The encoder may still hold the last one.
        try check(av_frame_make_writable(half), .reading, path)
        try scale(frame, AV_PIX_FMT_GRAY8, to: half, by: &halver)
    }

    private func scale(
        _ source: UnsafePointer<AVFrame>,
        _ format: AVPixelFormat,
        to target: UnsafeMutablePointer<AVFrame>,
        by scaler: inout OpaquePointer?
    ) throws(MediaError) {
        scaler = sws_getCachedContext(
            scaler,
            source.pointee.width,
            source.pointee.height,
            format,
            target.pointee.width,
            target.pointee.height,
            AV_PIX_FMT_GRAY8,
            SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT,
            nil,
            nil,
            nil
        )
        guard let scaler else { throw MediaError(libAV: clibav_error(ENOSYS), .reading, path) }
        let planes = (0..<4).map { UnsafePointer(clibav_plane(source, $0)) }
        let strides = (0..<4).map { clibav_stride(source, $0) }
        let out = [clibav_plane(target, 0), nil, nil, nil]
        let outStrides = [clibav_stride(target, 0), 0, 0, 0]
        let height = source.pointee.height
        try check(sws_scale(scaler, planes, strides, 0, height, out, outStrides), .reading, path)
    }

    /// Whether the first plane is the brightness, a byte a pixel, so that the
    /// others need not be looked at.
    private func isBytesOfLuma(_ source: UnsafePointer<AVFrame>) -> Bool {
        guard let facts = av_pix_fmt_desc_get(AVPixelFormat(source.pointee.format)) else {
            return false
        }
        let others = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM
        let luma = facts.pointee.comp.0
        return facts.pointee.flags & UInt64(others) == 0 && luma.depth == 8 && luma.plane == 0
            && luma.step == 1
    }

    private func turn(_ lying: UnsafePointer<AVFrame>) {
        guard let from = clibav_plane(lying, 0), let to = clibav_plane(frame, 0) else { return }
        let stride = Int(clibav_stride(lying, 0))
        let (stepX, stepY) = orientation.isTransposed ? (stride, 1) : (1, stride)
        for row in 0..<size.height {
            let y = orientation.mirrorsY ? size.height - 1 - row : row
            let line = to + row * Int(clibav_stride(frame, 0))
            for column in 0..<size.width {
                let x = orientation.mirrorsX ? size.width - 1 - column : column
                line[column] = from[y * stepY + x * stepX]
            }
        }
    }

    private static func grey(
        _ size: PixelSize,
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVFrame> {
        let frame = try allocated(av_frame_alloc(), for: path)
        frame.pointee.format = AV_PIX_FMT_GRAY8.rawValue
        frame.pointee.width = CInt(size.width)
        frame.pointee.height = CInt(size.height)
        guard av_frame_get_buffer(frame, 64) == 0 else {
            var doomed: UnsafeMutablePointer<AVFrame>? = frame
            av_frame_free(&doomed)
            throw MediaError(outOfMemoryOver: path)
        }
        return frame
    }
}
