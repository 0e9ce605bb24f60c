extension LookDrawing {
    /// Lines where lightness changes: a difference of Gaussians.
    package struct Edge: LookStage {
        /// In frame heights.
        package var sigma = 0.001
        package var threshold = 0.02
        package var ink = LookColour.black
        package var amount = 1.0

        package init() {}

        package static let fields = [
            LookField<Edge>("sigma", \.sigma, 0.0003...0.02),
            LookField<Edge>("threshold", \.threshold, 0.001...0.5),
            LookField<Edge>("amount", \.amount, 0...1),
        ]
    }

    /// Parallel strokes in the shades.
    package struct Hatch: LookStage {
        package var angle = 45.0
        /// From stroke to stroke, in frame heights.
        package var pitch = 0.006
        /// Lightness below which each layer of strokes is drawn.
        package var levels: [Double] = []
        /// Degrees from each layer to the next.
        package var cross = 90.0
        package var amount = 1.0

        package init() {}

        package static let fields = [
            LookField<Hatch>("angle", \.angle, -360...360),
            LookField<Hatch>("pitch", \.pitch, 0.001...0.1),
            LookField<Hatch>("cross", \.cross, -180...180),
            LookField<Hatch>("amount", \.amount, 0...1),
        ]
    }

    /// Dots of cyan, magenta, yellow and black.
    package struct Halftone: LookStage {
        package var pitch = 0.009
        /// Of the four screens, in degrees.
        package var angles: [Double] = [15, 75, 0, 45]
        package var amount = 1.0

        package init() {}

        package static let fields = [
            LookField<Halftone>("pitch", \.pitch, 0.002...0.1),
            LookField<Halftone>("amount", \.amount, 0...1),
        ]
    }

    /// Lines of a drawing board.
    package struct Grid: LookStage {
        package var pitch = 0.05
        package var weight = 0.001
        package var colour = LookColour.white
        package var amount = 1.0

        package init() {}

        package static let fields = [
            LookField<Grid>("pitch", \.pitch, 0.005...1),
            LookField<Grid>("weight", \.weight, 0.0002...0.05),
            LookField<Grid>("amount", \.amount, 0...1),
        ]
    }

    /// Light that rakes over the paint.
    package struct Relief: LookStage {
        package var amount = 0.3
        package var angle = 135.0

        package init() {}

        package static let fields = [
            LookField<Relief>("amount", \.amount, 0...2),
            LookField<Relief>("angle", \.angle, -360...360),
        ]
    }

    /// What it is drawn on.
    package struct Paper: LookStage {
        /// Of its grain, in frame heights.
        package var size = 0.003
        package var amount = 0.1
        package var colour = LookColour.white

        package init() {}

        package static let fields = [
            LookField<Paper>("size", \.size, 0.0005...0.1),
            LookField<Paper>("amount", \.amount, 0...1),
        ]
    }

    /// A hand that is not quite steady.
    package struct Wobble: LookStage {
        /// In frame heights.
        package var amount = 0.002
        /// Frames for which a drawing is kept.
        package var hold = 3.0

        package init() {}

        package static let fields = [
            LookField<Wobble>("amount", \.amount, 0...0.05),
            LookField<Wobble>("hold", \.hold, 1...48),
        ]
    }

    /// Large square dots of few colours.
    package struct Pixels: LookStage {
        /// Side of a dot, in frame heights.
        package var cell = 0.007
        /// How many colours there are.
        package var palette = 24.0
        package var dither = Dither.bayer4
        package var ditherAmount = 0.5

        package init() {}

        package static let fields = [
            LookField<Pixels>("cell", \.cell, 0.001...0.25),
            LookField<Pixels>("palette", \.palette, 2...64),
            LookField<Pixels>("dither_amount", \.ditherAmount, 0...1),
        ]
    }
}
