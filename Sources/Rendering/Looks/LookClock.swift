import Editorial
import Motion

/// When a frame is, for what moves in a look.
struct LookClock {
    let rate: FrameRate
    /// Pictures a second that are held; nil holds none.
    let heldRate: Double?

    /// Returns the frame whose picture is shown at a frame.
    func held(_ index: FrameIndex) -> FrameIndex {
        guard let heldRate, heldRate < rate.framesPerSecond else { return index }
        let picture = (Double(index.value) * heldRate / rate.framesPerSecond + 1e-9).rounded(.down)
        let first = (picture * rate.framesPerSecond / heldRate - 1e-9).rounded(.up)
        return FrameIndex(min(index.value, max(0, Int(first))))
    }

    func seconds(_ index: FrameIndex) -> Double { Double(index.value) / rate.framesPerSecond }
}
