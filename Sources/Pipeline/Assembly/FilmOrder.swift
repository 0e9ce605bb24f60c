package import Editorial
import Foundation
import Media
import Rendering

/// A film that is to be joined from the films of takes, as a job carries it.
package struct FilmOrder: Hashable, Codable, Sendable {
    package struct Shot: Hashable, Codable, Sendable {
        package let film: Asset.ID
        /// The frames of it that are used, and how many a second has.
        package let first: Int
        package let count: Int
        package let rate: FrameRate
        /// How it comes in, for as long as it does.
        package let transition: Transition?
    }

    /// What its jobs are called.
    package static let kind = "film.export"
    /// The queue in which they wait.
    package static let queue = "post-processing"

    package let name: String
    package let shots: [Shot]
    package let music: Music?
    /// Absolute.
    package let path: String

    /// Takes the cut of a project, with the film that stands for each shot.
    ///
    /// `takes` are in the order of the shots. What a film has not, because its
    /// shot has become longer since, is left out.
    package init(_ project: Project, takes: [Take], path: String) {
        let starts = project.starts
        var shots: [Shot] = []
        var end = RationalTime.zero
        for (place, (shot, take)) in zip(project.shots, takes).enumerated() {
            guard let film = take.film else { continue }
            let total = take.draft.frameCount
            let used = shot.usedFrames.clamped(to: 0..<total)
            let frames = used.isEmpty ? 0..<total : used
            var transition = place > 0 ? shot.cut.transition : nil
            if let kind = transition?.kind, kind.overlaps {
                transition?.duration = max(.zero, end - starts[place])
            }
            shots.append(
                Shot(
                    film: film,
                    first: frames.lowerBound,
                    count: frames.count,
                    rate: take.draft.frameRate,
                    transition: transition
                )
            )
            end = starts[place] + shot.length
        }
        name = project.name
        self.shots = shots
        music = project.music
        self.path = path
    }

    /// The payload of its job.
    package func payload() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    init?(payload: String) {
        // One that does not decode is told apart by the worker, in words.
        guard let read = try? JSONDecoder().decode(FilmOrder.self, from: Data(payload.utf8)) else {
            return nil
        }
        self = read
    }

    /// What is joined, with the files in place of what names them.
    func list(_ path: (Asset.ID) throws -> String) throws -> EditList {
        var before = Int.max
        var list = EditList(
            try shots.map { shot in
                let join = shot.join(within: min(before, shot.count))
                before = shot.count
                return EditList.Shot(
                    try path(shot.film),
                    start: shot.rate.time(of: FrameIndex(shot.first)),
                    length: shot.rate.time(of: FrameIndex(shot.count)),
                    join: join
                )
            }
        )
        if let music {
            list.sound.additions.append(
                SoundEdit.Addition(try path(music.asset), gain: music.gain)
            )
            list.sound.fadeIn = music.fadeIn
            list.sound.fadeOut = music.fadeOut
        }
        return list
    }
}

extension FilmOrder.Shot {
    /// The join, never longer than half of the shorter shot.
    fileprivate func join(within frames: Int) -> ShotJoin {
        guard let transition else { return .cut }
        let length = min(transition.duration, rate.time(of: FrameIndex(frames / 2)))
        switch transition.kind {
        case .dissolve: return .dissolve(length)
        case .fade: return .dip(length, .black)
        case .flash: return .dip(length, .white)
        case .wipe: return .wipe(length, from: .left)
        case .push: return .push(length, from: .right)
        }
    }
}
