import CRenderKernels
import Dispatch
import Editorial
import Foundation
import Media

/// What one frame is worked out in, from its seeds to its light.
///
/// @unchecked: whoever renders has the bench alone until it is done; bands of
/// one frame write rows of their own.
final class ParallaxBench: @unchecked Sendable {
    /// What a lens works in.
    struct FocusRoom {
        /// The light out of focus, laid out as the bench's own.
        let light: UnsafeMutablePointer<UInt16>
        /// Inverse distance from the camera, row by row.
        let depth: UnsafeMutablePointer<Float>
        let halfLight: UnsafeMutablePointer<UInt16>
        let halfRadius: UnsafeMutablePointer<Float>
        let reach: UnsafeMutablePointer<Float>
    }

    let size: PixelSize
    /// Pixels from one row of light to the next.
    let stride: Int
    let seeds: parallax_bench
    /// R, G, B and a number of no meaning, linear, row by row.
    let light: UnsafeMutablePointer<UInt16>
    /// Only where there is a lens.
    let focus: FocusRoom?

    private let memory: UnsafeMutableRawPointer

    /// - Throws: ``MediaError`` when there is not enough memory.
    init(size: PixelSize, hasLens: Bool) throws(MediaError) {
        self.size = size
        // The kernel writes eight pixels at a time.
        stride = (size.width + 7) / 8 * 8
        let (width, height) = (Int32(size.width), Int32(size.height))
        let area = stride * size.height
        let halves = Int(parallax_focus_half_count(width, height))
        let tiles = Int(parallax_focus_tile_count(width, height))
        var plan = Plan()
        let cells = plan.add(Int(parallax_cell_count(width, height)), UInt32.self)
        let grid = plan.add(Int(parallax_grid_count(width, height)), Float.self)
        let sharp = plan.add(area * 4, UInt16.self)
        let soft = plan.add(hasLens ? area * 4 : 0, UInt16.self)
        let depth = plan.add(hasLens ? size.area : 0, Float.self)
        let halfLight = plan.add(hasLens ? halves * 4 : 0, UInt16.self)
        let halfRadius = plan.add(hasLens ? halves : 0, Float.self)
        let reach = plan.add(hasLens ? tiles : 0, Float.self)
        guard let memory = calloc(plan.byteCount, 1) else {
            throw MediaError(outOfMemoryToPart: size)
        }
        self.memory = memory
        seeds = parallax_bench(cells: cells.bound(in: memory), grid: grid.bound(in: memory))
        light = sharp.bound(in: memory)
        focus =
            hasLens
            ? FocusRoom(
                light: soft.bound(in: memory),
                depth: depth.bound(in: memory),
                halfLight: halfLight.bound(in: memory),
                halfRadius: halfRadius.bound(in: memory),
                reach: reach.bound(in: memory)
            ) : nil
    }

    /// Room for the sum of several moments, made when a frame first asks for it.
    private var sums: UnsafeMutablePointer<UInt32>?

    deinit {
        free(memory)
        sums?.deallocate()
    }

    /// Leaves the mean of the light at some moments in ``light``; `light` works
    /// it out for one.
    func sum(_ times: [Double], _ light: (Double) -> UnsafeMutablePointer<UInt16>) {
        let (row, height) = (stride * 4, size.height)
        let sums = self.sums ?? .allocate(capacity: row * height)
        self.sums = sums
        sums.update(repeating: 0, count: row * height)
        for time in times {
            // unsafe: bands read and write rows of their own.
            nonisolated(unsafe) let (sums, light) = (sums, light(time))
            rows(32) { first, end in
                let start = Int(first) * row
                plane_add_light(light + start, sums + start, Int64(Int(end - first) * row))
            }
        }
        let moments = Int32(times.count)
        nonisolated(unsafe) let (from, mean) = (sums, self.light)
        rows(32) { first, end in
            let (start, count) = (Int(first) * row, Int64(Int(end - first) * row))
            plane_mean_light(from + start, moments, mean + start, count)
        }
    }

    /// Runs over all rows on all cores, so many at a time.
    func rows(
        _ rowsPerBand: Int,
        _ body: @Sendable (_ first: Int32, _ end: Int32) -> Void
    ) {
        let height = size.height
        DispatchQueue.concurrentPerform(iterations: (height + rowsPerBand - 1) / rowsPerBand) {
            let first = $0 * rowsPerBand
            body(Int32(first), Int32(min(first + rowsPerBand, height)))
        }
    }
}

/// Where the arrays of a bench lie in one piece of memory.
private struct Plan {
    struct Place<Value> {
        let offset: Int
        let count: Int

        func bound(in memory: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Value> {
            (memory + offset).bindMemory(to: Value.self, capacity: count)
        }
    }

    private(set) var byteCount = 64

    /// Each array begins on a line of the cache.
    mutating func add<Value>(_ count: Int, _: Value.Type) -> Place<Value> {
        defer { byteCount += (count * MemoryLayout<Value>.stride + 63) / 64 * 64 }
        return Place(offset: byteCount, count: count)
    }
}
