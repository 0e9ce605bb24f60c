import CPictureKernels

/// A decoded frame's pixels: Y, U and V of 8 bits, chroma with half the rows
/// and half the columns, in memory that belongs to someone else.
///
/// @unchecked: the planes are never written after a frame was decoded, and
/// `owner`, which is only held, keeps them.
package final class PlanarPixels: @unchecked Sendable {
    /// What the numbers mean; matters for colours, not for brightness.
    package enum Matrix: Int32, Hashable, Sendable {
        case bt601
        case bt709
        case bt2020
    }

    /// One plane: where its rows begin, and bytes from one to the next.
    package struct Plane {
        let base: UnsafePointer<UInt8>
        let stride: Int

        package init(base: UnsafePointer<UInt8>, stride: Int) {
            self.base = base
            self.stride = stride
        }
    }

    package let width: Int
    package let height: Int
    private let planes: (Plane, Plane, Plane)
    private let matrix: Matrix
    private let isFullRange: Bool
    private let owner: AnyObject

    /// Borrows planes for as long as this lives.
    ///
    /// `planes` are Y, with `height` rows of `width` bytes, and U and V with
    /// half of each, rounded up; `owner` keeps the memory and lets nobody write
    /// it.
    package init(
        width: Int,
        height: Int,
        planes: (Plane, Plane, Plane),
        matrix: Matrix,
        isFullRange: Bool,
        owner: AnyObject
    ) {
        precondition(width > 0 && height > 0, "A picture has pixels.")
        self.width = width
        self.height = height
        self.planes = planes
        self.matrix = matrix
        self.isFullRange = isFullRange
        self.owner = owner
    }

    func withKernelForm<Result>(_ body: (UnsafePointer<cpicture_planar>) -> Result) -> Result {
        var form = cpicture_planar()
        form.planes = (planes.0.base, planes.1.base, planes.2.base)
        form.strides = (planes.0.stride, planes.1.stride, planes.2.stride)
        form.width = CInt(width)
        form.height = CInt(height)
        form.matrix = matrix.rawValue
        form.full_range = isFullRange ? 1 : 0
        return withExtendedLifetime(owner) { body(&form) }
    }
}

// Two frames are the same picture only when they are the same frame.
extension PlanarPixels: Hashable {
    package static func == (left: PlanarPixels, right: PlanarPixels) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
