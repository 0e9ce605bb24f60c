import CLibAV
import Glibc

/// What was being done to a file when libav or the system refused.
enum MediaActivity {
    case reading, writing
}

/// Returns a libav result, or throws what it stands for: the one place where
/// a code becomes an error.
@discardableResult
func check(
    _ code: CInt,
    _ activity: MediaActivity,
    _ path: String
) throws(MediaError) -> CInt {
    guard code < 0 else { return code }
    throw MediaError(libAV: code, activity, path)
}

/// Returns what an allocator of libav gave, or throws that memory ran out.
func allocated<Value>(_ value: Value?, for path: String) throws(MediaError) -> Value {
    guard let value else { throw MediaError(outOfMemoryOver: path) }
    return value
}

extension MediaError {
    /// The error that the system's last call left behind.
    static func system(_ activity: MediaActivity, _ path: String) -> MediaError {
        MediaError(libAV: clibav_error(errno), activity, path)
    }

    init(libAV code: CInt, _ activity: MediaActivity, _ path: String) {
        if code == clibav_error(ENOMEM) {
            self.init(outOfMemoryOver: path)
        } else {
            switch activity {
            case .reading: self.init(reading: path, code)
            case .writing: self.init(writing: path, code)
            }
        }
    }

    init(outOfMemoryOver path: String) {
        self.init(
            kind: .outOfMemory,
            message: "There is not enough memory for \(quoted(path)); "
                + "close other programs or use a smaller file."
        )
    }

    private init(reading path: String, _ code: CInt) {
        let name = quoted(path)
        let reason = libAVReason(code)
        switch code {
        case clibav_error(ENOENT), clibav_error(ENOTDIR), clibav_error(ENAMETOOLONG):
            self.init(
                kind: .missing,
                message: "There is no file “\(printable(path))”; check the path."
            )
        case clibav_error(EACCES), clibav_error(EPERM):
            self.init(
                kind: .unreadable,
                message: "\(name) may not be read (\(reason)); change its permissions."
            )
        case clibav_error(EIO), clibav_error(ELOOP), clibav_error(EMFILE), clibav_error(ENFILE):
            self.init(
                kind: .unreadable,
                message: "\(name) could not be read (\(reason)); "
                    + "copy it to another place and try again."
            )
        case clibav_error_no_decoder, clibav_error_patch_welcome, clibav_error(ENOSYS):
            self.init(
                kind: .unsupported,
                message: "\(name) is of a kind this libav cannot decode (\(reason)); "
                    + "convert it to H.264 in MP4, or to PNG."
            )
        default:
            self.init(damaged: path, reason)
        }
    }

    /// A file of a known kind whose contents do not hold together.
    init(damaged path: String, _ reason: String) {
        self.init(
            kind: .damaged,
            message: "\(quoted(path)) is damaged or incomplete (\(reason)); "
                + "copy or export it again."
        )
    }

    private init(writing path: String, _ code: CInt) {
        let name = quoted(path)
        let reason = libAVReason(code)
        switch code {
        case clibav_error(ENOSPC), clibav_error(EDQUOT), clibav_error(EFBIG):
            self.init(
                kind: .diskFull,
                message: "The disk is full, so \(name) was not written (\(reason)); "
                    + "free some space and try again."
            )
        case clibav_error_no_encoder, clibav_error_no_muxer, clibav_error_patch_welcome:
            self.init(
                kind: .unsupported,
                message: "This libav cannot write \(name) (\(reason)); "
                    + "install Debian's own libavcodec and libavformat."
            )
        default:
            self.init(
                kind: .unwritable,
                message: "\(name) cannot be written (\(reason)); choose another place."
            )
        }
    }
}

/// Returns libav's or the system's words for a code, without a full stop.
func libAVReason(_ code: CInt) -> String {
    let capacity = 256
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        buffer.initialize(repeating: 0)
        guard let base = buffer.baseAddress, av_strerror(code, base, capacity) >= 0 else {
            return "error \(code)"
        }
        return printable(String(cString: base))
    }
}
