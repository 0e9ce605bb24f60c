import Editorial
import Media
import Motion
import Rendering

/// A stage that is ready for the frames of one film; one owner.
protocol PostFilter {
    /// The format in which it takes frames and hands them on.
    var format: FrameFormat { get }
    /// Returns the frame whose picture is shown at a frame.
    func sourceIndex(of index: FrameIndex) -> FrameIndex
    /// Returns the finished picture: the frame itself, changed, or another,
    /// which is good until the next call.
    ///
    /// - Precondition: Nobody else has the frame.
    func apply(to frame: Frame, at index: FrameIndex) throws -> Frame
}

extension PostFilter {
    func sourceIndex(of index: FrameIndex) -> FrameIndex { index }
}

/// Looks that are more than a grade.
struct LookFilter: PostFilter {
    let renderer: LookRenderer
    var format: FrameFormat { .rgba8 }

    func sourceIndex(of index: FrameIndex) -> FrameIndex { renderer.sourceIndex(of: index) }

    func apply(to frame: Frame, at index: FrameIndex) -> Frame {
        renderer.apply(to: frame, at: index)
        return frame
    }
}

/// Every neighbouring stage that looks at colours alone, in one table.
struct TableFilter: PostFilter {
    let table: GradeTable
    let format: FrameFormat
    /// Where 4:2:0 frames go, which are not changed in place.
    let target: Frame?

    func apply(to frame: Frame, at index: FrameIndex) -> Frame {
        let target = target ?? frame
        table.apply(frame, into: target)
        return target
    }
}

/// A table for each channel alone.
struct CurvesFilter: PostFilter {
    let curves: GradeCurves
    var format: FrameFormat { .rgba8 }

    func apply(to frame: Frame, at index: FrameIndex) -> Frame {
        curves.apply(to: frame)
        return frame
    }
}

/// A larger picture.
struct UpscaleFilter: PostFilter {
    let upscaler: Upscaler
    let target: Frame
    var format: FrameFormat { target.format }

    func apply(to frame: Frame, at index: FrameIndex) -> Frame {
        upscaler.apply(frame, into: target)
        return target
    }
}

/// A larger picture, made by a program and brought to the size that is wanted.
struct UpscaleProgramFilter: PostFilter {
    let program: UpscaleProgram
    let target: PixelSize
    var format: FrameFormat { .rgba8 }

    func apply(to frame: Frame, at index: FrameIndex) throws -> Frame {
        let larger = try program.enlarge(frame)
        guard larger.size != target else { return larger }
        let sized = try Frame(size: target, format: .rgba8)
        // A camera that rests is the best way there is to make a picture smaller.
        let still = CameraPath([(preset: Preset, strength: Double)]())
        try PlaneRenderer(source: larger, path: still, output: target).render(at: 0, into: sized)
        return sized
    }
}
