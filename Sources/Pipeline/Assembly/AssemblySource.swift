import Editorial
import Media
import Rendering

/// The frames of an assembly; shots are open only while they are shown.
final class AssemblySource: FrameSource {
    private let plan: AssemblyPlan
    private var open: [Int: any FrameSource] = [:]
    private let mixed: Frame
    private let colour: Frame
    private var painted: FlatColour?

    init(_ plan: AssemblyPlan) throws(MediaError) {
        self.plan = plan
        mixed = try Frame(size: plan.size, format: .yuv420p8)
        colour = try Frame(size: plan.size, format: .yuv420p8)
    }

    var size: PixelSize { plan.size }
    var rate: FrameRate { plan.rate }
    var frameCount: Int? { plan.frameCount }

    func frame(at index: FrameIndex) throws -> Frame? {
        guard index.value < plan.frameCount else { return nil }
        open = open.filter { plan.shots[$0.key].place.upperBound > index.value }
        switch plan.moment(at: index) {
        case .one(let shot, let number): return try frame(number, of: shot)
        case .two(let first, let number, let second, let secondNumber, let share):
            // Each shot has frames of its own, so both are there at once.
            let one = try frame(number, of: first)
            let other = try frame(secondNumber, of: second)
            switch plan.shots[second].join {
            case .wipe(_, let side):
                FrameMixer.wipe(one, other, share: share, from: side, into: mixed)
            case .push(_, let side):
                FrameMixer.push(one, other, share: share, from: side, into: mixed)
            case .cut, .dip, .dissolve:
                FrameMixer.dissolve(one, other, share: share, into: mixed)
            }
            return mixed
        case .dipped(let shot, let number, let flat, let share):
            if painted != flat {
                colour.paint(flat)
                painted = flat
            }
            FrameMixer.dissolve(
                try frame(number, of: shot),
                colour,
                share: share,
                into: mixed
            )
            return mixed
        }
    }

    private func frame(_ number: Int, of shot: Int) throws -> Frame {
        let source: any FrameSource
        if let known = open[shot] {
            source = known
        } else {
            source = try opened(plan.shots[shot])
            open[shot] = source
        }
        // Rates that do not divide may want a frame more than there is.
        let last = max(0, (source.frameCount ?? 1) - 1)
        guard let frame = try source.frame(at: FrameIndex(min(number, last))) else {
            throw MediaError(
                kind: .damaged,
                message: "\(plan.shots[shot].path) ended early; copy or export it again."
            )
        }
        return frame
    }

    private func opened(_ shot: AssemblyPlan.Shot) throws -> any FrameSource {
        let own = PostPlan.filmSize(of: shot.info.size)
        let enlarges = FittedSource.enlarges(own, to: size, plan.list.fit)
        let isSized = own != size
        let wanted: FrameFormat = isSized && !enlarges ? .rgba8 : .yuv420p8
        let film = try FilmSource(shot.path, size: own, range: shot.range, format: wanted)
        var source: any FrameSource = film
        if film.rate != rate {
            source = try RateSource(source, to: rate, by: .duplicate, format: film.reader.format)
        }
        if isSized {
            let format: FrameFormat = enlarges ? film.reader.format : .yuv420p8
            source = try FittedSource(source, to: size, plan.list.fit, format: format)
        }
        return try source.asPlanes(film.reader.format, isSized && !enlarges)
    }
}

extension FrameSource {
    /// Films that lie on their side come as rgba8 whatever is asked for.
    fileprivate func asPlanes(_ format: FrameFormat, _ isDone: Bool) throws -> any FrameSource {
        guard format == .rgba8, !isDone else { return self }
        return try ConvertedSource(self)
    }
}
