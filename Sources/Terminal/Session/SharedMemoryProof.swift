import Glibc

/// One pixel in shared memory, for a terminal to find if it can.
///
/// An environment says where a program was started from, not whether the
/// terminal sees this machine's memory; only the terminal can say that. The
/// object is removed with the proof, unless the terminal did already.
final class SharedMemoryProof {
    let name: String

    /// Nil where there is no shared memory.
    init?() {
        name = "/kinema-proof-\(getpid())-\(UInt32.random(in: .min ... .max))"
        let descriptor = shm_open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        let pixel: [UInt8] = [0, 0, 0]
        let written = write(descriptor, pixel, pixel.count)
        close(descriptor)
        guard written == pixel.count else { return nil }
    }

    deinit { shm_unlink(name) }
}
