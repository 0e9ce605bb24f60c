import Glibc

/// What encoders say on their own account.
package enum MediaLog {
    /// Stops the encoders that libav carries from writing to standard error,
    /// for the whole process; call once, before there is a second thread.
    ///
    /// libav itself is told as soon as it is loaded.
    package static func silence() {
        // SVT-AV1 asks nobody but the environment.
        setenv("SVT_LOG", "0", 0)
    }
}
