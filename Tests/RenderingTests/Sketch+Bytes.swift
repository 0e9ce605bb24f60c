import Editorial
import Media
import Rendering

extension Sketch {
    /// The picture's bytes without the rows' padding, RGBA.
    var bytes: [UInt8] {
        picture.withPlane { base, stride in
            (0..<picture.size.height).flatMap { row in
                Array(
                    UnsafeBufferPointer(start: base + row * stride, count: picture.size.width * 4)
                )
            }
        }
    }
}
