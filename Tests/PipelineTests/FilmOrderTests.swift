import Editorial
import Media
import Rendering
import Testing

@testable import Pipeline

struct FilmOrderTests {
    private func take(_ shot: Shot, _ ids: inout IdentifierSource, digit: Character) -> Take {
        Take(
            id: ids.identifier(),
            shot: shot.id,
            number: 1,
            draft: shot.draft,
            createdAt: ids.now,
            steps: [],
            film: Asset.ID(String(repeating: digit, count: 64))
        )
    }

    /// Two shots of two seconds, the second of which comes in by a transition.
    private func order(_ transition: Transition?, trim: Trim? = nil) throws -> FilmOrder {
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1))
        let draft = Draft(prompt: "a", duration: RationalTime(2))
        let shots = [
            Shot(id: ids.identifier(), name: "1", draft: draft, cut: Cut(trim: trim)),
            Shot(id: ids.identifier(), name: "2", draft: draft, cut: Cut(transition: transition)),
        ]
        var project = Project(id: ids.identifier(), name: "Film", shots: shots)
        let sound = try #require(Asset.ID(String(repeating: "c", count: 64)))
        project.music = Music(asset: sound, name: "tide.mp3", gain: -6)
        let takes = [take(shots[0], &ids, digit: "a"), take(shots[1], &ids, digit: "b")]
        return FilmOrder(project, takes: takes, path: "/film.mp4")
    }

    @Test func `What a job carries is read as it was written`() throws {
        let order = try order(Transition(.push), trim: Trim(first: FrameIndex(6), count: 12))
        #expect(FilmOrder(payload: try order.payload()) == order)
        #expect(FilmOrder(payload: "{}") == nil)
    }

    @Test func `The cut's frames, joins and music become a list of files`() throws {
        let order = try order(
            Transition(.dissolve, duration: RationalTime(9)),
            trim: Trim(first: FrameIndex(6), count: 12)
        )
        let list = try order.list { "/" + $0.digest.prefix(1) }
        #expect(list.shots.map(\.path) == ["/a", "/b"])
        #expect(list.shots[0].start == RationalTime(1, 4))
        #expect(list.shots[0].length == RationalTime(1, 2))
        // No longer than half of the shorter shot.
        #expect(list.shots[1].join == .dissolve(RationalTime(1, 4)))
        #expect(list.sound.additions == [SoundEdit.Addition("/c", gain: -6)])
        #expect(list.sound.fadeOut == RationalTime(1))
    }

    @Test(arguments: Transition.Kind.allCases)
    func `The film is as long as the timeline says, whatever the transition`(
        kind: Transition.Kind
    ) throws {
        let order = try order(Transition(kind, duration: RationalTime(1, 2)))
        let list = try order.list { "/" + $0.digest.prefix(1) }
        let overlap = list.shots[1].join.overlaps ? RationalTime(1, 2) : .zero
        #expect(kind.overlaps == list.shots[1].join.overlaps)
        #expect(list.shots[1].join.length == RationalTime(1, 2))
        #expect(overlap <= RationalTime(1, 2))
    }

    @Test func `A push moves one picture out as the other comes in`() throws {
        let size = PixelSize(width: 8, height: 4)
        func flat(_ colour: FlatColour) throws -> Frame {
            let frame = try Frame(size: size, format: .yuv420p8)
            frame.paint(colour)
            return frame
        }
        let (dark, light) = (try flat(.black), try flat(.white))
        let target = try Frame(size: size, format: .yuv420p8)
        func row(_ share: Double, _ side: FrameMixer.Side) -> [Bool] {
            FrameMixer.push(dark, light, share: share, from: side, into: target)
            return target.withPlane(0) { base, _ in (0..<8).map { base[$0] > 128 } }
        }
        #expect(row(0.5, .right) == [false, false, false, false, true, true, true, true])
        #expect(row(0.25, .left) == [true, true, false, false, false, false, false, false])
        func column(_ side: FrameMixer.Side) -> [Bool] {
            FrameMixer.push(dark, light, share: 0.5, from: side, into: target)
            return target.withPlane(0) { base, stride in (0..<4).map { base[$0 * stride] > 128 } }
        }
        #expect(column(.bottom) == [false, false, true, true])
        #expect(column(.top) == [true, true, false, false])
        #expect(row(0, .bottom).allSatisfy { !$0 })
        #expect(row(1, .top).allSatisfy { $0 })
    }
}
