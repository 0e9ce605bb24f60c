import Editorial
import Media
import Motion
import Rendering

/// The filters of a plan, made for the frames of one film.
struct PostChain {
    let filters: [any PostFilter]

    /// Prepares filters for frames of one size and format.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    init(
        _ plan: PostPlan,
        size: PixelSize,
        rate: FrameRate,
        seed: UInt32,
        format: FrameFormat
    ) throws {
        var filters: [any PostFilter] = []
        var size = size
        var rest = plan.stages[...]
        while let stage = rest.first {
            let colours = rest.prefix { $0.colour != nil }.compactMap(\.colour)
            if !colours.isEmpty {
                let points = PostChain.points(rest.prefix(colours.count), format)
                filters.append(try PostChain.table(colours, points, size, format))
                rest = rest.dropFirst(colours.count)
                continue
            }
            let next = stage.size(after: size)
            switch stage {
            case .look(let look, _):
                let renderer = LookRenderer(look: look, size: size, frameRate: rate, seed: seed)
                filters.append(LookFilter(renderer: renderer))
            case .table(let table, _): filters.append(CurvesFilter(curves: GradeCurves(table)))
            case .upscale(_, .program(let program)):
                filters.append(UpscaleProgramFilter(program: program, target: next))
            case .upscale(_, .filter):
                let target = try Frame(size: next, format: format)
                filters.append(
                    UpscaleFilter(upscaler: try Upscaler(from: size, to: next), target: target)
                )
            // These are matters of more than one frame: sources of their own.
            case .stabilise, .rate, .overlay: break
            }
            size = next
            rest = rest.dropFirst()
        }
        self.filters = filters
    }

    /// A lone table keeps its own points, so that nothing is lost between them.
    private static func points(_ stages: ArraySlice<PostStage>, _ format: FrameFormat) -> Int {
        guard format == .rgba8, stages.count == 1, case .table(let table, _)? = stages.first else {
            return 65
        }
        return table.domain == CubeLUT.Domain() ? table.size : 65
    }

    private static func table(
        _ colours: [@Sendable (SIMD3<Double>) -> SIMD3<Double>],
        _ points: Int,
        _ size: PixelSize,
        _ format: FrameFormat
    ) throws -> TableFilter {
        let table = GradeTable(format == .rgba8 ? .rgb : .yuv, size: points) { colour in
            colours.reduce(colour) { $1($0) }
        }
        return TableFilter(
            table: table,
            format: format,
            target: format == .rgba8 ? nil : try Frame(size: size, format: format)
        )
    }

    /// Returns the frame of the source that is shown at a frame.
    func sourceIndex(of index: FrameIndex) -> FrameIndex {
        filters.reversed().reduce(index) { $1.sourceIndex(of: $0) }
    }

    func apply(to frame: Frame, at index: FrameIndex) throws -> Frame {
        try filters.reduce(frame) { try $1.apply(to: $0, at: index) }
    }

    /// The frame a still is taken for.
    var posterFrame: FrameIndex {
        let looks = filters.compactMap { $0 as? LookFilter }
        return looks.first?.renderer.posterFrame ?? FrameIndex(0)
    }

    /// Lets looks that keep something of the first picture see it.
    func open(with frame: Frame) {
        for case let filter as LookFilter in filters where frame.format == .rgba8 {
            filter.renderer.adoptPalette(of: frame)
        }
    }
}
