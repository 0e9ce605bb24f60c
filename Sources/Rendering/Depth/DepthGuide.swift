import CRenderKernels
import Editorial
import Media

/// A picture made small enough to lead depth along its edges.
struct DepthGuide {
    let size: PixelSize
    /// Red, green, blue and a zero for every pixel, 0…1 in sRGB.
    private var pixels: [Float]

    /// Makes a picture no larger than `limit` pixels on its longer side.
    ///
    /// - Precondition: `picture` is rgba8.
    init(_ picture: Frame, limit: Int) {
        precondition(picture.format == .rgba8, "A guide is made from an rgba8 picture.")
        let long = max(picture.size.width, picture.size.height)
        let box = PixelSize(width: min(limit, long), height: min(limit, long))
        let size = picture.size.fitted(into: box)
        self.size = size
        pixels = [Float](unsafeUninitializedCapacity: size.area * 4) { buffer, count in
            count = size.area * 4
            guard let base = buffer.baseAddress else { return }
            let guide = depth_guide(
                pixels: base,
                width: Int32(size.width),
                height: Int32(size.height)
            )
            picture.withPlane { rgba, stride in
                let (width, height) = (Int32(picture.size.width), Int32(picture.size.height))
                depth_shrink(rgba, stride, width, height, guide)
            }
        }
    }

    /// Guesses how near every pixel is, 0…1.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    mutating func estimate() throws(MediaError) -> [Float] {
        var values = [Float](repeating: 0, count: size.area)
        guard withGuide({ depth_estimate($0, &values) }) == 0 else {
            throw MediaError(outOfMemoryToPart: size)
        }
        return values
    }

    /// Draws values of this guide's size at the size of a larger one, along its edges.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    mutating func draw(
        _ values: [Float],
        radius: Int,
        epsilon: Float,
        on large: inout DepthGuide
    ) throws(MediaError) -> [Float] {
        var drawn = [Float](repeating: 0, count: large.size.area)
        let code = withGuide { small in
            large.withGuide { depth_guided(small, values, Int32(radius), epsilon, $0, &drawn) }
        }
        guard code == 0 else { throw MediaError(outOfMemoryToPart: large.size) }
        for index in drawn.indices { drawn[index] = min(max(drawn[index], 0), 1) }
        return drawn
    }

    private mutating func withGuide(_ body: (depth_guide) -> Int32) -> Int32 {
        let size = size
        return pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return -1 }
            return body(
                depth_guide(pixels: base, width: Int32(size.width), height: Int32(size.height))
            )
        }
    }
}
