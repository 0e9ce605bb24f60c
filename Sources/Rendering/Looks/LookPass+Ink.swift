import CRenderKernels
import Editorial
import Foundation
import Motion

extension LookPass {
    /// Lays lines, strokes, dots and paper over a drawing, and the drawing
    /// over the picture it is made of.
    func ink(_ drawing: LookDrawing, _ work: look_picture, over picture: look_picture) {
        var job = look_ink_job()
        job.original = picture
        job.drawing = work
        job.out = picture
        job.amount = Float(drawing.amount)
        job.seed = random.hash([72])
        job.ink = (0.12, 0.12, 0.13, 0)
        setLines(drawing, picture, &job)
        setGround(drawing, &job)
        let shared = job
        bands { first, end in
            var job = shared
            look_ink(&job, first, end)
        }
    }

    private func setLines(
        _ drawing: LookDrawing,
        _ picture: look_picture,
        _ job: inout look_ink_job
    ) {
        if let edge = drawing.edge {
            job.ink = edge.ink.floats
            job.edge_threshold = Float(edge.threshold)
            job.edge_amount = Float(edge.amount)
            let sigma = Float(edge.sigma * height)
            job.narrow = UnsafePointer(softened(picture, sigma: sigma, into: 1))
            job.wide = UnsafePointer(softened(picture, sigma: sigma * 1.6, into: 2))
        }
        if let hatch = drawing.hatch {
            job.hatch_pitch = Float(hatch.pitch * height)
            job.hatch_amount = Float(hatch.amount)
            job.hatch_count = Int32(min(4, hatch.levels.count))
            let levels = four(hatch.levels)
            job.hatch_levels = levels
            let angles = (0..<4).map { hatch.angle + Double($0) * hatch.cross }
            (job.hatch_x, job.hatch_y) = directions(angles)
        }
        if let halftone = drawing.halftone {
            job.dot_pitch = Float(halftone.pitch * height)
            job.dot_amount = Float(halftone.amount)
            (job.dot_x, job.dot_y) = directions(halftone.angles)
        }
    }

    private func setGround(_ drawing: LookDrawing, _ job: inout look_ink_job) {
        job.keep = 1
        if let fill = drawing.fill {
            job.fill = fill.floats
            job.keep = Float(drawing.keep)
        }
        if let grid = drawing.grid {
            job.grid = grid.colour.floats
            job.grid_pitch = Float(grid.pitch * height)
            job.grid_weight = Float(max(0.6, grid.weight * height))
            job.grid_amount = Float(grid.amount)
        }
        if let paper = drawing.paper {
            job.paper_size = Float(paper.size * height)
            job.paper_amount = Float(paper.amount)
            // What is already filled with the paper's colour takes its grain alone.
            job.paper = drawing.fill == nil ? paper.colour.tint : (1, 1, 1, 0)
        }
    }

    /// Luma of a picture through a Gaussian, in a plane of the bench.
    private func softened(_ picture: look_picture, sigma: Float, into plane: Int)
        -> UnsafeMutablePointer<Float>
    {
        // unsafe: bands read one plane and write rows of their own of another.
        nonisolated(unsafe) let (luma, across) = (bench.plane(0), bench.plane(3))
        nonisolated(unsafe) let down = bench.plane(plane)
        let (width, rows) = (Int32(size.width), Int32(size.height))
        bands { look_fill_luma(picture, luma, $0, $1) }
        bands { look_soften_across(luma, across, width, rows, sigma, $0, $1) }
        bands { look_soften_down(across, down, width, rows, sigma, $0, $1) }
        return down
    }

    private typealias Four = (Float, Float, Float, Float)

    private func four(_ numbers: [Double]) -> Four {
        func at(_ index: Int) -> Float { index < numbers.count ? Float(numbers[index]) : 0 }
        return (at(0), at(1), at(2), at(3))
    }

    private func directions(_ degrees: [Double]) -> (Four, Four) {
        let angles = degrees.map { $0 * .pi / 180 }
        return (four(angles.map(cos)), four(angles.map(sin)))
    }
}

extension LookColour {
    fileprivate var floats: (Float, Float, Float, Float) {
        (Float(red), Float(green), Float(blue), 0)
    }

    /// Half of the colour, as a factor that leaves the brightest channel.
    fileprivate var tint: (Float, Float, Float, Float) {
        let top = max(red, green, blue, 0.01)
        func half(_ value: Double) -> Float { Float(0.5 + 0.5 * value / top) }
        return (half(red), half(green), half(blue), 0)
    }
}
