import CLibAV
import Glibc

/// What libav says on its own account.
package enum MediaLog {
    /// Stops libav and the encoders it carries from writing to standard error,
    /// for the whole process; call once, before anything is opened.
    package static func silence() {
        av_log_set_level(AV_LOG_QUIET)
        // SVT-AV1 asks nobody but the environment.
        setenv("SVT_LOG", "0", 0)
    }
}
