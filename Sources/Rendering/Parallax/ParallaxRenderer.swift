import CRenderKernels
package import Editorial
package import Media
package import Motion
import Synchronization

/// Renders a shot's frames from one picture and its depth.
///
/// The picture is taken apart once into two layers in linear light; every
/// frame is made from them alone, so that scrubbing shows the same pixels.
/// Frames asked for at the same time are made one after the other.
package final class ParallaxRenderer: MomentRenderer {
    package let framing: PlaneFraming
    /// Inverse distance of nearness 0 and of nearness 1.
    private let relief: ClosedRange<Double>
    private let scene: ParallaxScene
    /// Pixels of the picture, side by side, that are one of the scene's.
    private let reduction: Double
    private let bench: Mutex<ParallaxBench>
    private let mean: MeanLight?

    /// Takes a picture apart for a shot: some tenths of a second for
    /// 1280×720, on all cores.
    ///
    /// Neither `source` nor `depth` is kept; `depth` may be of another size.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: `source` is rgba8.
    package init(
        source: Frame,
        depth: DepthMap,
        path: CameraPath,
        output: PixelSize
    ) throws(MediaError) {
        precondition(source.format == .rgba8, "Parallax is made from an rgba8 picture.")
        framing = PlaneFraming(
            path: path,
            source: source.size,
            output: output,
            depth: depth.summary
        )
        relief = depth.inverseDistances(relief: framing.relief)
        let reach = ParallaxReach(framing: framing, relief: relief)
        reduction = reach.reduction
        let light = try PlaneLevel(source, reduction: reduction, base: nil)
        let size = PixelSize(width: Int(light.level.width), height: Int(light.level.height))
        scene = try ParallaxScene(
            light: light,
            nearness: depth.nearness(for: size, reduction: reduction, of: source.size),
            spread: min(reach.spread, ParallaxScene.largestSpread * Double(size.width)),
            ring: size.height < 620 ? 2 : 3,
            kind: depth.kind
        )
        mean = framing.fades ? MeanLight(of: source) : nil
        bench = Mutex(try ParallaxBench(size: output, hasLens: reach.hasLens))
    }

    /// Renders the frame at a shot time, on all cores; the same bits whatever
    /// their number.
    ///
    /// - Precondition: `frame` has the size the renderer was made for.
    package func render(at time: Double, into frame: Frame) {
        render(mean: [time], isCoarse: false, into: frame)
    }

    func render(mean times: [Double], isCoarse: Bool, into frame: Frame) {
        render(mean: times, into: frame, how: .standard)
    }

    func render(mean times: [Double], into frame: Frame, how: RowBands) {
        precondition(frame.size == framing.output, "The frame has the size of the film.")
        bench.withLock { bench in
            let light = light(mean: times, on: bench, how: how)
            let fade = mean?.fade(framing, times)
            frame.show(UnsafePointer(light), stride: bench.stride, fade: fade, how: how)
        }
    }

    /// Returns where the mean light of some moments lies.
    private func light(
        mean times: [Double],
        on bench: ParallaxBench,
        how: RowBands
    ) -> UnsafeMutablePointer<UInt16> {
        func light(at time: Double) -> UnsafeMutablePointer<UInt16> {
            ParallaxShot(
                scene: scene,
                view: view(at: time),
                lens: ParallaxLens(framing.pose(at: time), height: framing.output.height),
                filter: filter(at: time),
                isPortable: how.isPortable
            ).render(with: bench, rowsPerBand: how.height)
        }
        guard times.count > 1 else { return light(at: times[0]) }
        bench.sum(times, light)
        return bench.light
    }

    private func view(at time: Double) -> parallax_view {
        let seen = framing.depthView(at: time)
        var view = parallax_view()
        let (r, s) = (seen.ray, 1 / reduction)
        view.ray = (
            r[0] * s, r[1] * s, r[2] * s, r[3] * s, r[4] * s, r[5] * s, r[6], r[7], r[8]
        )
        view.shift = (seen.shift[0] * s, seen.shift[1] * s, seen.shift[2])
        view.far = relief.lowerBound
        view.near = relief.upperBound
        return view
    }

    /// The filter that keeps a frame that is smaller than the scene from shimmering.
    private func filter(at time: Double) -> Int {
        let here = framing.homography(at: time).reductionAround(
            x: Double(framing.output.width) / 2,
            y: Double(framing.output.height) / 2
        )
        let softness = (here / reduction - 1) / (2.0.squareRoot() - 1)
        return Int((min(max(softness, 0), 1) * Double(PLANE_FILTERS - 1)).rounded())
    }
}
