import CRenderKernels
import Editorial
import Media

extension Frame {
    /// Runs with what a level of a pyramid is made from.
    ///
    /// - Precondition: The frame is rgba8 or yuv420p10.
    func withSource<Value>(_ body: (convert_source) -> Value) -> Value {
        var source = convert_source()
        source.width = Int32(size.width)
        source.height = Int32(size.height)
        guard format == .yuv420p10 else {
            precondition(format == .rgba8, "A plane is made from rgba8 or yuv420p10.")
            return withPlane { pixels, stride in
                source.rgba = pixels
                source.rgba_stride = stride
                return body(source)
            }
        }
        return withPlane(0) { luma, lumaStride in
            withPlane(1) { blue, chromaStride in
                withPlane(2) { red, _ in
                    source.luma = UnsafePointer(OpaquePointer(luma))
                    source.luma_stride = lumaStride
                    source.blue = UnsafePointer(OpaquePointer(blue))
                    source.red = UnsafePointer(OpaquePointer(red))
                    source.chroma_stride = chromaStride
                    return body(source)
                }
            }
        }
    }
}
