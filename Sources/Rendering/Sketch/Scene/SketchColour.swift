import CRenderKernels
import Foundation

extension sketch_rgb {
    /// Reads an sRGB colour `0xRRGGBB` as linear light.
    init(_ hex: UInt32) {
        func channel(_ shift: UInt32) -> Float {
            Float(Self.linear(Double((hex >> shift) & 0xff) / 255))
        }
        self.init(r: channel(16), g: channel(8), b: channel(0))
    }

    static func linear(_ encoded: Double) -> Double {
        encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4)
    }

    func scaled(_ factor: Float) -> sketch_rgb {
        sketch_rgb(r: r * factor, g: g * factor, b: b * factor)
    }

    func mixed(_ other: sketch_rgb, _ share: Float) -> sketch_rgb {
        sketch_rgb(
            r: r + (other.r - r) * share,
            g: g + (other.g - g) * share,
            b: b + (other.b - b) * share
        )
    }
}
