import CLibAV
import Editorial

/// A frame's pixels in whatever form an encoder or a filter takes them; one
/// owner, one picture's memory.
final class FramePicture {
    private let size: PixelSize
    private let format: AVPixelFormat
    private let tags: ColourTags
    private let path: String
    private let converter = PictureConverter()
    private var slot: FrameSlot?
    private var shown: UnsafeMutablePointer<AVFrame>?

    init(size: PixelSize, format: AVPixelFormat, tags: ColourTags = .film, path: String) {
        self.size = size
        self.format = format
        self.tags = tags
        self.path = path
    }

    /// The picture taken last.
    var pointer: UnsafeMutablePointer<AVFrame> {
        guard let shown else { preconditionFailure("A picture is filled before it is read.") }
        return shown
    }

    /// Takes a frame's pixels: converted into memory of its own, or, where they
    /// have the form already, shared.
    func fill(from frame: Frame) throws(MediaError) {
        guard frame.pointer.pointee.format != format.rawValue else {
            shown = frame.pointer
            return
        }
        let target = try memory()
        // Should the encoder still hold the last picture, this makes way.
        try check(av_frame_make_writable(target), .writing, path)
        try converter.convert(frame.pointer, meaning: .film, to: target, meaning: tags, for: path)
        shown = target
    }

    private func memory() throws(MediaError) -> UnsafeMutablePointer<AVFrame> {
        if let slot { return slot.pointer }
        let slot = try FrameSlot(for: path)
        slot.pointer.pointee.format = format.rawValue
        slot.pointer.pointee.width = CInt(size.width)
        slot.pointer.pointee.height = CInt(size.height)
        try check(av_frame_get_buffer(slot.pointer, 64), .writing, path)
        self.slot = slot
        return slot.pointer
    }
}

extension FrameSlot {
    /// Refers to another picture's pixels under a number of its own, so that
    /// a picture that others read is not stamped.
    func share(_ picture: UnsafeMutablePointer<AVFrame>, number: Int) throws(MediaError) {
        empty()
        try check(av_frame_ref(pointer, picture), .writing, "")
        pointer.pointee.pts = Int64(number)
        pointer.pointee.pict_type = AV_PICTURE_TYPE_NONE
    }
}
