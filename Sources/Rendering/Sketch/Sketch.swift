import CRenderKernels
import Dispatch
package import Editorial
import Foundation
package import Media

/// A picture painted from a prompt without any model, and how deep it is.
///
/// The same prompt, style, seed and size give the same bytes, on any number of
/// cores. Another size gives the same scene, another style the same scene in
/// another hand; words that are not understood change nothing.
package struct Sketch: Sendable {
    /// `rgba8`, opaque.
    package let picture: Frame
    package let depth: DepthMap
    /// The hand it is painted in.
    package let style: Style
    /// What the words of the prompt did.
    package let explanation: SketchExplanation

    /// Every word of the prompt in its order, and what became of it.
    package var words: [SketchWord] { explanation.words }

    /// The pixels that a side may have.
    package static let sides = 16...8192
    /// The most pixels that a sketch may have.
    package static let largestArea = 40_000_000

    /// Paints a prompt.
    ///
    /// Uses all cores and returns when done: about half a second at 1280×720 on
    /// two of them, so call it off the main loop.
    ///
    /// - Parameters:
    ///   - prompt: What is to be seen. An empty one gives a field at golden hour.
    ///   - style: The hand it is painted in; nil for the one that the prompt
    ///     names, or natural.
    ///   - seed: Another seed is another picture of the same thing.
    ///   - size: 16…8192 pixels a side, at most 40 million in all.
    ///   - isCancelled: Asked from any thread between bands of rows.
    /// - Returns: The sketch, or nil when it was cancelled.
    /// - Throws: ``MediaError`` when the size is out of bounds or there is not
    ///   enough memory for it.
    package static func paint(
        prompt: String,
        style: Style?,
        seed: UInt32,
        size: PixelSize,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(MediaError) -> Sketch? {
        let lanes = ProcessInfo.processInfo.activeProcessorCount
        return try paint(
            SketchOrder(prompt: prompt, style: style, seed: seed, size: size),
            lanes: lanes,
            isCancelled: isCancelled
        )
    }

    /// Paints in `lanes` bands at a time.
    static func paint(
        _ order: SketchOrder,
        lanes: Int,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(MediaError) -> Sketch? {
        try order.check()
        let frame = try Frame(size: order.size, format: .rgba8)
        let reading = SketchReading(order.prompt)
        let scene = SketchScene(reading, seed: order.seed, size: order.size)
        let canvas = SketchCanvas(size: order.size, lanes: lanes, isCancelled: isCancelled)
        SketchPainter(scene: scene, canvas: canvas).paint()
        let style = order.style ?? reading.style ?? .natural
        SketchFinish(canvas: canvas, scene: scene, style: style).develop(into: frame)
        guard let depth = DepthMap(of: canvas) else { return nil }
        return Sketch(
            picture: frame,
            depth: depth,
            style: style,
            explanation: SketchExplanation(reading, style: order.style)
        )
    }
}

/// What a sketch is painted from.
struct SketchOrder: Hashable, Sendable {
    var prompt: String
    var style: Style? = .natural
    var seed: UInt32 = 1
    var size: PixelSize

    func check() throws(MediaError) {
        guard Sketch.sides.contains(size.width), Sketch.sides.contains(size.height) else {
            throw MediaError(
                kind: .unsupported,
                message: "A sketch of \(size) pixels cannot be painted; "
                    + "use a size of 16 to 8192 pixels a side."
            )
        }
        guard size.area <= Sketch.largestArea else {
            throw MediaError(
                kind: .tooLarge,
                message: "A sketch of \(size) pixels is too large; "
                    + "use a size of at most 40 million pixels, such as 7680×4320."
            )
        }
    }
}
