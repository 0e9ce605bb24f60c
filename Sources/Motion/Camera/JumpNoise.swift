/// A camera that is set down anew four times a second, as for a film of single pictures.
struct JumpNoise: Hashable, Sendable {
    private static let jumpsPerSecond = 4.0

    let channel: CameraChannel
    let rms: Double
    let key: ShakeKey

    /// Returns the value of the frame nearest to a time, so that no frame sees
    /// two places, however long its shutter is open.
    func value(at seconds: Double, clock: ShotClock) -> Double {
        let frame = (seconds / clock.frameSeconds).rounded()
        let jump = (frame * clock.frameSeconds * JumpNoise.jumpsPerSecond + 1e-6).rounded(.down)
        // Evenly spread values between ±√3 have a root mean square of 1.
        return rms * 3.0.squareRoot() * (2 * key.share(Int(jump)) - 1)
    }
}
