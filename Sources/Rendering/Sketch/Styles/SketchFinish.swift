import CRenderKernels
import Editorial
import Media

/// Turns the light on a canvas into a picture in a style.
///
/// One painterly pass joins all layers in one hand before anything glows; then
/// the picture is developed, and the style draws from that.
struct SketchFinish: Sendable {
    let canvas: SketchCanvas
    let scene: SketchScene
    let style: Style
    let hand: SketchHand

    /// Lengths of the styles are given for this many rows.
    private static let referenceRows = 720.0

    init(canvas: SketchCanvas, scene: SketchScene, style: Style) {
        self.canvas = canvas
        self.scene = scene
        self.style = style
        var hand = SketchHand(style)
        hand.look.seed = scene.air.seed
        hand.feel(scene.reading)
        self.hand = hand
    }

    func develop(into frame: Frame) {
        wobble()
        brush(hand.brushes)
        defocus()
        expose()
        brush(hand.washes)
        frame.withMutablePlane { bytes, stride in
            let target = SketchTarget(bytes: SharedPlane(pointer: bytes), stride: stride)
            switch style {
            case .natural, .cinematic, .vintage: write(target)
            case .anime, .noir, .watercolour, .synthwave: tint(target)
            case .ink, .pencil, .blueprint: draw(target)
            case .oil: paintStrokes(target)
            case .lowpoly: cutFacets(target)
            case .pixel: setMosaic(target)
            }
        }
    }

    var scale: Double { Double(canvas.size.height) / Self.referenceRows }
}

/// The bytes that a style writes, RGBA.
struct SketchTarget: Sendable {
    let bytes: SharedPlane<UInt8>
    let stride: Int
}

// What every style begins with.
extension SketchFinish {
    private func wobble() {
        let canvas = canvas, amount = Float(Double(hand.wobble) * scale)
        canvas.rows { kernel, first, end in
            sketch_wobble(
                kernel,
                canvas.spare,
                canvas.spareDistance,
                amount,
                45,
                5,
                first,
                end
            )
        }
        canvas.swap()
        canvas.swapDistances()
    }

    func brush(_ strokes: [(radius: Double, mix: Float)]) {
        let canvas = canvas
        for stroke in strokes {
            let radius = Int32(min((stroke.radius * scale).rounded(), 48))
            guard radius > 0 else { continue }
            canvas.rows { kernel, first, end in
                sketch_kuwahara(
                    kernel.rgb,
                    canvas.spare,
                    kernel.width,
                    kernel.height,
                    radius,
                    stroke.mix,
                    first,
                    end
                )
            }
            canvas.swap()
        }
    }

    /// Blurs what the lens does not hold sharp.
    private func defocus() {
        let reading = scene.reading
        guard reading.lens == .shallow || reading.shot == .close else { return }
        let share = reading.lens == .shallow ? 0.014 : 0.005
        let focus: Double
        if let hero = reading.cast.first {
            focus = scene.placement(of: hero, at: 0).z
        } else {
            focus = 2.5
        }
        let canvas = canvas, radius = Float(share * Double(canvas.size.height))
        canvas.rows { kernel, first, end in
            sketch_defocus(kernel, canvas.spare, Float(focus), radius, first, end)
        }
        canvas.swap()
    }

    private func expose() {
        let bloom = bloom(), canvas = canvas, look = hand.look
        canvas.rows { kernel, first, end in
            var look = look
            bloom.values.withUnsafeBufferPointer { cells in
                sketch_develop(
                    kernel.rgb,
                    canvas.spare,
                    kernel.width,
                    kernel.height,
                    cells.baseAddress,
                    Int32(bloom.columns),
                    Int32(bloom.rows),
                    Int32(bloom.step),
                    &look,
                    first,
                    end
                )
            }
        }
        canvas.swap()
    }

    func write(_ target: SketchTarget) {
        let look = hand.look
        canvas.rows { kernel, first, end in
            var look = look
            sketch_write(
                kernel.rgb,
                kernel.width,
                kernel.height,
                &look,
                target.bytes.pointer,
                Int64(target.stride),
                first,
                end
            )
        }
    }
}
