import CRenderKernels
import Editorial
import Media

extension plane_frame {
    /// Points at the planes of a frame, which has to outlive this.
    init(_ frame: Frame, fade: PlaneFade?) {
        self.init()
        width = Int32(frame.size.width)
        height = Int32(frame.size.height)
        format =
            switch frame.format {
            case .rgba8: PLANE_RGBA8
            case .yuv420p8: PLANE_YUV8
            case .yuv420p10: PLANE_YUV10
            }
        frame.withMutablePlane(0) {
            plane0 = $0
            stride0 = $1
        }
        if frame.format != .rgba8 {
            frame.withMutablePlane(1) {
                plane1 = $0
                stride1 = $1
            }
            frame.withMutablePlane(2) {
                plane2 = $0
                stride2 = $1
            }
        }
        noise = UnsafePointer(PlaneTables.shared.noise)
        if let fade {
            self.fade = Int32((min(max(fade.share, 0), 1) * 32_768).rounded())
            faded = (fade.light.0, fade.light.1, fade.light.2)
        }
    }
}

/// How far a frame has turned into one light.
struct PlaneFade {
    let share: Double
    /// R, G, B of 0…`PLANE_WHITE`.
    let light: (Int32, Int32, Int32)
}
