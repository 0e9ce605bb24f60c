import CRenderKernels
package import Editorial
package import Media
package import Motion
import Synchronization

/// Gives the frames of a shot a look.
///
/// A frame depends on its own picture, its number and the seed alone, so
/// scrubbing shows what playing shows; lengths are parts of the height, so a
/// look is the same at every size. Rows run on all cores, and their number
/// makes no difference to the bits. Any number of frames may be in the making
/// at once.
package final class LookRenderer: Sendable {
    package let look: LookRecipe
    package let size: PixelSize
    let clock: LookClock
    let random: LookRandom
    let depth: DepthMap?
    let stills: LookStills
    let palette: Mutex<[Float]?> = Mutex(nil)
    private let benches: Mutex<[LookBench]> = Mutex([])

    /// Prepares a look for frames of one size.
    ///
    /// - Parameters:
    ///   - look: Looks that are mixed are mixed before.
    ///   - size: Of every frame.
    ///   - frameRate: Of the film, for what moves.
    ///   - seed: Of grain, dust, rain and whatever else is left to chance.
    ///   - depth: Of the picture under the look, if it is known; any size.
    package init(
        look: LookRecipe,
        size: PixelSize,
        frameRate: FrameRate,
        seed: UInt32 = 4711,
        depth: DepthMap? = nil
    ) {
        self.look = look
        self.size = size
        self.depth = depth
        clock = LookClock(rate: frameRate, heldRate: look.heldRate)
        random = LookRandom(seed: seed)
        stills = LookStills(look: look, size: size, seed: seed)
    }

    /// Prepares at most three looks, each at its strength.
    package convenience init(
        looks: [(look: LookRecipe, strength: Double)],
        size: PixelSize,
        frameRate: FrameRate,
        seed: UInt32 = 4711,
        depth: DepthMap? = nil
    ) {
        self.init(
            look: .mixing(looks),
            size: size,
            frameRate: frameRate,
            seed: seed,
            depth: depth
        )
    }

    /// Returns the frame of the source that is shown at a frame: another one
    /// where the look holds its pictures.
    ///
    /// Whoever calls ``apply(to:at:)`` brings that one's picture.
    package func sourceIndex(of index: FrameIndex) -> FrameIndex { clock.held(index) }

    /// The frame that shows best what the look does, for a still of it: one in
    /// which the signal breaks or light leaks, where it does.
    package var posterFrame: FrameIndex {
        let frames = 0..<max(1, Int((4 * clock.rate.framesPerSecond).rounded()))
        let scores = frames.map { frame -> Double in
            let index = FrameIndex(frame)
            let burst = look.digital.map { LookBurst($0, random, clock.rate, at: index) }
            let age = min(8, Double(burst?.age ?? 0)) / 8
            return look.leaks.enumerated().reduce((burst?.strength ?? 0) * age) { sum, leak in
                sum
                    + random.wave(
                        60 + UInt32(leak.offset),
                        hz: leak.element.rate,
                        at: clock.seconds(index)
                    )
            }
        }
        return FrameIndex(frames.max { scores[$0] < scores[$1] } ?? 0)
    }

    /// Takes a drawn look's few colours from a frame, for all that follow.
    ///
    /// Until then every frame has its own. Nothing for looks without a palette.
    package func adoptPalette(of frame: Frame) {
        guard let count = look.drawing?.pixel?.palette else { return }
        let colours = LookPalette.colours(of: frame, count: Int(count), grade: ColourGrade(look))
        palette.withLock { $0 = colours }
    }

    /// Gives a frame the look, in place.
    ///
    /// - Precondition: It is rgba8, of the renderer's size, and nobody else's.
    package func apply(to frame: Frame, at index: FrameIndex) {
        apply(to: frame, at: index, rowsPerBand: 16, isPortable: false)
    }

    func apply(to frame: Frame, at index: FrameIndex, rowsPerBand: Int, isPortable: Bool) {
        precondition(frame.format == .rgba8, "A look is given to rgba8 frames.")
        precondition(frame.size == size, "A look is made for frames of one size.")
        guard !stills.changesNothing else { return }
        if let table = stills.wholeTable {
            return table.apply(frame, into: frame, rowsPerBand: rowsPerBand, isPortable: isPortable)
        }
        let bench = benches.withLock { $0.popLast() } ?? LookBench(size: size)
        defer { benches.withLock { $0.append(bench) } }
        let pass = LookPass(
            renderer: self,
            bench: bench,
            index: index,
            rowsPerBand: rowsPerBand,
            isPortable: isPortable
        )
        pass.run(on: frame)
    }
}
