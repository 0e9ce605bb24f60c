import CRenderKernels

/// The weights of an enlargement along one axis; made once, read by any number
/// of threads.
///
/// @unchecked: written before `init` returns and never after.
final class UpscaleAxis: @unchecked Sendable {
    let axis: UnsafePointer<upscale_axis>
    private let room: UnsafeMutableRawPointer

    /// - Parameters:
    ///   - source: Pixels that are there.
    ///   - target: Pixels that are wanted, not fewer.
    ///   - shift: How far left of its pixel's middle a sample lies, in pixels.
    init(source: Int, target: Int, shift: Double = 0) {
        let header = 64, numbers = target * 4, weights = target * Int(UPSCALE_TAPS) * 2
        room = .allocate(byteCount: header + 2 * numbers + weights + target, alignment: 64)
        let first = room + header
        let axis = room.bindMemory(to: upscale_axis.self, capacity: 1)
        axis.initialize(
            to: upscale_axis(
                source: Int32(source),
                target: Int32(target),
                first: first.bindMemory(to: Int32.self, capacity: target),
                weights: (first + 2 * numbers).bindMemory(
                    to: Int16.self,
                    capacity: target * Int(UPSCALE_TAPS)
                ),
                near: (first + numbers).bindMemory(to: Int32.self, capacity: target),
                spread: (first + 2 * numbers + weights).bindMemory(
                    to: UInt8.self,
                    capacity: target
                )
            )
        )
        self.axis = UnsafePointer(axis)
        upscale_fill_axis(axis, shift)
    }

    deinit { room.deallocate() }
}
