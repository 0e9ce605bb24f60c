import Editorial
import Media
import Terminal

extension Picture {
    /// Copies the pixels of an `rgba8` frame, row by row.
    init(_ frame: Frame) {
        let (width, height) = (frame.size.width, frame.size.height)
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
            frame.withPlane { base, stride in
                for row in 0..<height {
                    buffer.baseAddress?.advanced(by: row * width * 4)
                        .update(from: base + row * stride, count: width * 4)
                }
            }
            count = width * height * 4
        }
        self.init(width: width, height: height, pixels: pixels)
    }

    /// Shares the pixels of a decoded frame.
    init(_ frame: FilmFrame) {
        func plane(_ index: Int) -> PlanarPixels.Plane {
            let plane = frame.plane(index)
            return PlanarPixels.Plane(base: plane.base, stride: plane.stride)
        }
        let matrix: PlanarPixels.Matrix =
            switch frame.matrix {
            case .bt601: .bt601
            case .bt709: .bt709
            case .bt2020: .bt2020
            }
        self.init(
            PlanarPixels(
                width: frame.size.width,
                height: frame.size.height,
                planes: (plane(0), plane(1), plane(2)),
                matrix: matrix,
                isFullRange: frame.isFullRange,
                owner: frame
            )
        )
    }
}
