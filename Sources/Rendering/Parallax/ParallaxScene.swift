import CRenderKernels
import Dispatch
import Editorial
import Foundation
import Media
import Motion
import Synchronization

/// A picture in two layers: what it shows, and what lies behind its silhouettes.
///
/// @unchecked: the layers are written in `init` and never after, so any number
/// of threads may read them.
final class ParallaxScene: @unchecked Sendable {
    /// The largest parallax that layers are made for, as a share of the width.
    static let largestSpread = 0.2

    let size: PixelSize
    let layers: parallax_scene

    /// Takes a picture apart, on all cores.
    ///
    /// - Parameters:
    ///   - light: The picture in linear light; not kept.
    ///   - nearness: 0 far to 1 near, one value for every pixel of `light`.
    ///   - spread: Pixels by which the nearest and the farthest part when the
    ///     camera is farthest out.
    ///   - ring: Pixels around a silhouette that are mixed of both its sides, 1…3.
    ///   - kind: Where the depth comes from, and so how well its edges lie.
    ///   - rowsPerBand: Rows that one core takes at a time.
    /// - Throws: ``MediaError`` when there is not enough memory.
    init(
        light: PlaneLevel,
        nearness: [Float],
        spread: Double,
        ring: Int,
        kind: DepthSummary.Kind = .measured,
        rowsPerBand: Int = 32
    ) throws(MediaError) {
        size = PixelSize(width: Int(light.level.width), height: Int(light.level.height))
        precondition(nearness.count == size.area, "Every pixel has its nearness.")
        let spread = max(spread, 0.01)
        guard let layers = ParallaxScene.allocate(size, spread: spread) else {
            throw MediaError(outOfMemoryToPart: size)
        }
        self.layers = layers
        let isComplete = nearness.withUnsafeBufferPointer { nearness in
            guard let base = nearness.baseAddress else { return false }
            let order = parallax_order(
                light: light.level,
                nearness: base,
                codes: UnsafePointer(PlaneTables.shared.codes),
                spread: Float(spread),
                ring: Int32(ring),
                // What was painted or guessed does not keep to the pixel.
                smear: kind == .measured ? 0 : 3,
                is_painted: kind == .sketched ? 1 : 0
            )
            return ParallaxScene.fill(layers, order, rowsPerBand: rowsPerBand)
        }
        guard isComplete else { throw MediaError(outOfMemoryToPart: size) }
    }

    deinit { ParallaxScene.free(layers) }

    private static func fill(
        _ layers: parallax_scene,
        _ order: parallax_order,
        rowsPerBand: Int
    ) -> Bool {
        let begun = withUnsafePointer(to: order) { order in
            withUnsafePointer(to: layers) { parallax_begin(order, $0) }
        }
        guard let begun else { return false }
        // Bands of a stage write rows of their own.
        nonisolated(unsafe) let pass = begun
        defer { parallax_end(pass) }
        let height = Int(layers.height)
        for stage in 0..<parallax_stage_count() {
            if parallax_stage_is_whole(stage) != 0 {
                parallax_run_stage(pass, stage, 0, Int32(height))
                continue
            }
            let bands = (height + rowsPerBand - 1) / rowsPerBand
            DispatchQueue.concurrentPerform(iterations: bands) { band in
                let first = band * rowsPerBand
                let end = min(first + rowsPerBand, height)
                parallax_run_stage(pass, stage, Int32(first), Int32(end))
            }
        }
        return true
    }

    private static func allocate(_ size: PixelSize, spread: Double) -> parallax_scene? {
        func room<Value>(_ count: Int, of: Value.Type) -> UnsafeMutablePointer<Value>? {
            // Zeroed, for the ends that nothing is written to.
            calloc(count, MemoryLayout<Value>.stride)?.bindMemory(to: Value.self, capacity: count)
        }
        let padding = 2 * PLANE_PAD
        let light = (size.width + padding) * (size.height + padding) * 4
        let depth = size.width * (size.height + 1)
        let seeds = (size.width + 1) / 2 * ((size.height + 1) / 2) + 8
        var layers = parallax_scene()
        layers.width = Int32(size.width)
        layers.height = Int32(size.height)
        layers.stride = Int64(size.width + padding)
        layers.near_light = room(light, of: UInt16.self)
        layers.far_light = room(light, of: UInt16.self)
        layers.near_depth = room(depth, of: UInt32.self)
        layers.far_depth = room(depth, of: UInt32.self)
        layers.seeds = room(seeds, of: UInt16.self)
        // Surfaces one and a half pixels apart are two.
        layers.gap = UInt32(min(1.5 / spread, 1) * Double(PARALLAX_NEAREST))
        guard layers.near_light != nil, layers.far_light != nil, layers.near_depth != nil,
            layers.far_depth != nil, layers.seeds != nil
        else {
            free(layers)
            return nil
        }
        return layers
    }

    private static func free(_ layers: parallax_scene) {
        Foundation.free(layers.near_light)
        Foundation.free(layers.far_light)
        Foundation.free(layers.near_depth)
        Foundation.free(layers.far_depth)
        Foundation.free(layers.seeds)
    }
}

extension MediaError {
    init(outOfMemoryToPart size: PixelSize) {
        self.init(
            kind: .outOfMemory,
            message: "There is not enough memory to move through the depth of a picture of "
                + "\(size) pixels; use a smaller one."
        )
    }
}
