package import Editorial

/// What is done to a file, in order.
package struct PostPlan: Sendable {
    package let stages: [PostStage]

    /// Leaves out stages that change nothing.
    package init(_ stages: [PostStage]) {
        self.stages = stages.filter { !$0.changesNothing }
    }

    /// Whether the file may be copied as it is.
    package var changesNothing: Bool { stages.isEmpty }

    package func size(of source: PixelSize) -> PixelSize {
        stages.reduce(source) { $1.size(after: $0) }
    }

    /// Returns the size at which a film is worked on: its own, with even sides.
    package static func filmSize(of source: PixelSize) -> PixelSize {
        PixelSize(
            width: max(2, source.width - source.width % 2),
            height: max(2, source.height - source.height % 2)
        )
    }

    /// Returns the rate at which a film of a rate is shown behind the stages.
    package func rate(of source: FrameRate) -> FrameRate {
        stages.reduce(source) { rate, stage in
            if case .rate(let next, _) = stage { next } else { rate }
        }
    }

    /// Whether no stage needs a film out of its 4:2:0: colours are looked up
    /// and planes enlarged as they are.
    var keepsFormat: Bool {
        stages.allSatisfy { stage in
            switch stage {
            case .upscale(_, .filter), .stabilise, .rate, .overlay: true
            case .upscale, .look, .table: stage.colour != nil
            }
        }
    }

    /// The stages for a person, a line each.
    package var lines: [String] {
        changesNothing ? ["nothing to do: streams are copied untouched"] : stages.map(\.title)
    }
}
