import Editorial
import Pipeline
import Rendering
import Testing

@testable import Media

struct AssemblyPlanTests {
    private static func info(_ frames: Int, rate: FrameRate = FrameRate(24)) -> MediaInfo {
        MediaInfo(
            kind: .video,
            size: PixelSize(width: 64, height: 48),
            frameRate: rate,
            frameCount: frames,
            duration: rate.time(of: FrameIndex(frames)),
            videoCodec: "h264",
            pixelFormat: "yuv420p",
            container: "mp4",
            colour: MediaInfo.Colour(),
            audioCodec: nil,
            byteCount: 1,
            metadata: [:]
        )
    }

    private static func plan(_ joins: [ShotJoin], frames: Int = 24) throws -> AssemblyPlan {
        let shots = joins.enumerated().map { EditList.Shot("\($0.offset).mp4", join: $0.element) }
        return try AssemblyPlan(EditList(shots), infos: joins.map { _ in info(frames) })
    }

    @Test func `Cuts show each shot's frames and nothing else`() throws {
        let plan = try Self.plan([.cut, .cut])
        #expect(plan.frameCount == 48)
        #expect(plan.moment(at: FrameIndex(23)) == .one(shot: 0, frame: 23))
        #expect(plan.moment(at: FrameIndex(24)) == .one(shot: 1, frame: 0))
    }

    @Test func `A dissolve shows both, and makes the film shorter`() throws {
        let plan = try Self.plan([.cut, .dissolve(RationalTime(1, 4))])
        #expect(plan.frameCount == 42)
        #expect(plan.moment(at: FrameIndex(17)) == .one(shot: 0, frame: 17))
        #expect(
            plan.moment(at: FrameIndex(18))
                == .two(first: 0, frame: 18, second: 1, secondFrame: 0, share: 0.5 / 6)
        )
        #expect(
            plan.moment(at: FrameIndex(23))
                == .two(first: 0, frame: 23, second: 1, secondFrame: 5, share: 5.5 / 6)
        )
        #expect(plan.moment(at: FrameIndex(24)) == .one(shot: 1, frame: 6))
    }

    @Test func `A dip goes into its colour and out of it, and nothing is lost`() throws {
        let plan = try Self.plan([.cut, .dip(RationalTime(1, 3), .white)])
        #expect(plan.frameCount == 48)
        #expect(plan.moment(at: FrameIndex(19)) == .one(shot: 0, frame: 19))
        #expect(
            plan.moment(at: FrameIndex(20))
                == .dipped(shot: 0, frame: 20, into: .white, share: 0.125)
        )
        #expect(
            plan.moment(at: FrameIndex(23))
                == .dipped(shot: 0, frame: 23, into: .white, share: 0.875)
        )
        #expect(
            plan.moment(at: FrameIndex(24))
                == .dipped(shot: 1, frame: 0, into: .white, share: 0.875)
        )
        #expect(plan.moment(at: FrameIndex(28)) == .one(shot: 1, frame: 4))
    }

    @Test(arguments: [
        [
            ShotJoin.cut, .dissolve(RationalTime(1, 2)), .wipe(RationalTime(1, 8), from: .left),
            .cut,
        ],
        [
            .cut, .dip(RationalTime(1), .black), .dissolve(RationalTime(1, 3)),
            .dip(RationalTime(1, 4), .white),
        ],
    ])
    func `Every frame of the film shows frames that the shots have`(joins: [ShotJoin]) throws {
        let plan = try Self.plan(joins)
        for number in 0..<plan.frameCount {
            switch plan.moment(at: FrameIndex(number)) {
            case .one(_, let frame), .dipped(_, let frame, _, _):
                #expect((0..<24).contains(frame))
            case .two(let first, let frame, let second, let secondFrame, let share):
                #expect((0..<24).contains(frame) && (0..<24).contains(secondFrame))
                #expect(second == first + 1 && (0...1).contains(share))
            }
        }
    }

    @Test func `A join longer than a shot is refused`() throws {
        let error = #expect(throws: MediaError.self) {
            try Self.plan([.cut, .dissolve(RationalTime(2))])
        }
        #expect(error?.message.contains("make it shorter") == true)
    }

    @Test func `Shots of other rates take their time, not their frames`() throws {
        let shots = ["a.mp4", "b.mp4"].map { EditList.Shot($0) }
        let infos = [Self.info(24), Self.info(60, rate: FrameRate(60))]
        let plan = try AssemblyPlan(EditList(shots), infos: infos)
        #expect(plan.frameCount == 48)
        #expect(plan.shots[1].place == 24..<48)
    }
}
