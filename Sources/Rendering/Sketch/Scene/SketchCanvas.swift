import CRenderKernels
import Dispatch
import Editorial
import Media
import Synchronization

/// Colour and distance of a picture while it is painted.
///
/// Layers are painted in bands on all cores; a band writes only its own rows
/// or columns.
///
/// @unchecked: the planes are written only inside `rows` and `columns`, which
/// return when every band is done, and their bands do not overlap.
final class SketchCanvas: @unchecked Sendable {
    let size: PixelSize
    let lanes: Int
    private(set) var light: UnsafeMutablePointer<Float>
    private(set) var spare: UnsafeMutablePointer<Float>
    private(set) var distance: UnsafeMutablePointer<Float>
    private(set) var spareDistance: UnsafeMutablePointer<Float>
    private let isCancelled: @Sendable () -> Bool
    private let stopped = Atomic(false)

    /// Makes a black canvas of which `lanes` bands may be painted at a time.
    init(size: PixelSize, lanes: Int, isCancelled: @escaping @Sendable () -> Bool) {
        self.size = size
        self.lanes = max(1, lanes)
        self.isCancelled = isCancelled
        light = .allocate(capacity: size.area * 3)
        spare = .allocate(capacity: size.area * 3)
        distance = .allocate(capacity: size.area)
        spareDistance = .allocate(capacity: size.area)
        light.initialize(repeating: 0, count: size.area * 3)
        spare.initialize(repeating: 0, count: size.area * 3)
        distance.initialize(repeating: 200, count: size.area)
        spareDistance.initialize(repeating: 200, count: size.area)
    }

    deinit {
        light.deallocate()
        spare.deallocate()
        distance.deallocate()
        spareDistance.deallocate()
    }

    /// Whether the picture is no longer wanted; once true, no band is painted.
    var wasCancelled: Bool {
        if stopped.load(ordering: .relaxed) { return true }
        guard isCancelled() else { return false }
        stopped.store(true, ordering: .relaxed)
        return true
    }

    var kernelCanvas: sketch_canvas {
        sketch_canvas(
            width: Int32(size.width),
            height: Int32(size.height),
            rgb: light,
            z: distance
        )
    }

    /// Paints bands of rows of `range`, which is the whole picture unless said.
    func rows(
        _ range: Range<Int>? = nil,
        _ paint: @Sendable (_ canvas: sketch_canvas, _ first: Int32, _ end: Int32) -> Void
    ) {
        let whole = (range ?? 0..<size.height).clamped(to: 0..<size.height)
        bands(of: whole) { paint(self.kernelCanvas, $0, $1) }
    }

    func columns(
        _ paint: @Sendable (_ canvas: sketch_canvas, _ first: Int32, _ end: Int32) -> Void
    ) {
        bands(of: 0..<size.width) { paint(self.kernelCanvas, $0, $1) }
    }

    /// Makes what was painted into `spare` the picture.
    func swap() {
        (light, spare) = (spare, light)
    }

    func swapDistances() {
        (distance, spareDistance) = (spareDistance, distance)
    }

    /// Carries `work` out for pieces of `range`, on as many lanes as there are.
    func bands(
        of range: Range<Int>,
        perLane: Int = 8,
        _ work: @Sendable (_ first: Int32, _ end: Int32) -> Void
    ) {
        let pieces = lanes * perLane, height = max(4, (range.count + pieces - 1) / pieces)
        let count = (range.count + height - 1) / height
        let band = { @Sendable (index: Int) in
            guard !self.wasCancelled else { return }
            let first = range.lowerBound + index * height
            work(Int32(first), Int32(min(first + height, range.upperBound)))
        }
        if lanes == 1 {
            (0..<count).forEach(band)
        } else {
            DispatchQueue.concurrentPerform(iterations: count, execute: band)
        }
    }
}

/// Memory that bands write together.
///
/// @unchecked: every band writes rows of its own.
struct SharedPlane<Element>: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Element>
}
