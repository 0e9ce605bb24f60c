import CRenderKernels
import Editorial
import Foundation

/// A grey picture, a little blurred, in which patches are looked for; owns its
/// pixels.
///
/// The blur keeps what a resampled picture makes of its finest detail from
/// pulling a patch toward whole pixels.
final class SoftPicture {
    let size: PixelSize
    private let pixels: UnsafeMutablePointer<UInt16>

    init(size: PixelSize) {
        self.size = size
        pixels = .allocate(capacity: size.area)
        pixels.initialize(repeating: 0, count: size.area)
    }

    deinit { pixels.deallocate() }

    func fill(_ plane: UnsafePointer<UInt8>, stride: Int) {
        transfer_soften(plane, stride, Int32(size.width), Int32(size.height), pixels)
    }

    func withKernel<Result>(_ body: (UnsafePointer<transfer_soft>) -> Result) -> Result {
        var picture = transfer_soft(
            pixels: pixels,
            width: Int32(size.width),
            height: Int32(size.height)
        )
        defer { withExtendedLifetime(self) {} }
        return withUnsafePointer(to: &picture, body)
    }

    /// The mean difference from another picture of the size, in levels.
    func difference(from other: SoftPicture) -> Double {
        var sum = 0.0
        // Every fourth pixel of every fourth row tells as much as all.
        var count = 0
        for y in stride(from: 0, to: size.height, by: 4) {
            for x in stride(from: 0, to: size.width, by: 4) {
                let place = y * size.width + x
                sum += abs(Double(pixels[place]) - Double(other.pixels[place]))
                count += 1
            }
        }
        return sum / Double(max(count, 1)) / 16
    }
}
