import CRenderKernels
import Editorial
import Foundation
import Media
import Motion

/// The mean light of a picture, into which a shot may fade.
struct MeanLight {
    /// R, G, B of 0…`PLANE_WHITE`.
    private let light: (Int32, Int32, Int32)

    /// Takes the mean of every seventh pixel of every seventh row, over black.
    init(of source: Frame) {
        let step = 7
        let linear = (0...255).map { code -> Double in
            let value = Double(code) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        var sum = SIMD3<Double>()
        var count = 0.0
        source.withPlane { pixels, stride in
            for y in Swift.stride(from: 0, to: source.size.height, by: step) {
                for x in Swift.stride(from: 0, to: source.size.width, by: step) {
                    let pixel = pixels + y * stride + x * 4
                    let colour = SIMD3(
                        linear[Int(pixel[0])],
                        linear[Int(pixel[1])],
                        linear[Int(pixel[2])]
                    )
                    sum += colour * (Double(pixel[3]) / 255)
                    count += 1
                }
            }
        }
        let mean = sum / count * Double(PLANE_WHITE)
        light = (Int32(mean.x.rounded()), Int32(mean.y.rounded()), Int32(mean.z.rounded()))
    }

    /// Returns how far the mean of some moments has faded.
    func fade(_ framing: PlaneFraming, _ times: [Double]) -> PlaneFade {
        let shares = times.map { framing.pose(at: $0).fade }
        return PlaneFade(share: shares.reduce(0, +) / Double(shares.count), light: light)
    }
}

extension PlaneFraming {
    /// Whether any frame of the shot fades.
    var fades: Bool { sampleTimes.contains { pose(at: $0).fade > 0 } }
}
