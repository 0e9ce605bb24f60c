import CLibAV

/// An `AVFrame` to decode into, filled and emptied many times.
final class FrameSlot {
    let pointer: UnsafeMutablePointer<AVFrame>

    init(for path: String) throws(MediaError) {
        pointer = try allocated(av_frame_alloc(), for: path)
    }

    deinit {
        var pointer: UnsafeMutablePointer<AVFrame>? = pointer
        av_frame_free(&pointer)
    }

    func empty() { av_frame_unref(pointer) }
}
