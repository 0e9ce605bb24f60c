import Editorial
import Foundation
import Media
import Motion
import Testing

@testable import Rendering

/// A camera's motion, recovered from films whose motion is known.
struct CameraTrackTests {
    private static let isSoak = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil

    @Test(arguments: [
        (MotionModel.homography, CameraPath.lively), (.affine, .flat), (.similarity, .flat),
    ])
    func `A fair clip's motion is found to a tenth of a pixel a frame`(
        model: MotionModel,
        path: CameraPath
    ) throws {
        let clip = try MovingClip(path, frames: 16, size: PixelSize(width: 640, height: 360))
        let track = try CameraTrack(reading: clip.path, model: model)
        #expect(track.steps.count == 16)
        #expect(track.scenes == [0..<16])
        let (step, drift) = clip.errors(of: track)
        #expect(max(step.x, step.y) < 0.1)
        #expect(step.angle * 180 / .pi < 0.01)
        #expect(step.growth < 0.0002)
        #expect(max(drift.x, drift.y) < 0.15)
        #expect(track.sureness(ofScene: 0) > 0.9)
    }

    @Test func `A sheet that crosses the frame, grain and hard compression do not make it drift`()
        throws
    {
        let whole = PixelSize(width: 1280, height: 720)
        let clip = try MovingClip(
            .lively,
            frames: Self.isSoak ? 60 : 16,
            size: Self.isSoak ? whole : PixelSize(width: 640, height: 360),
            trouble: .init(occluder: true, noise: 6, crf: 30)
        )
        let track = try CameraTrack(reading: clip.path, model: .homography)
        #expect(track.scenes.count == 1)
        let (step, drift) = clip.errors(of: track)
        #expect(max(drift.x, drift.y) < 1.5)
        #expect(max(step.x, step.y) < 0.5)
    }

    @Test func `A cut begins a scene at rest`() throws {
        let size = PixelSize(width: 320, height: 180)
        let clip = try MovingClip(
            .lively,
            frames: 16,
            size: size,
            sources: [.textured(480, 270, seed: 3), .textured(480, 270, seed: 8)]
        )
        let track = try CameraTrack(reading: clip.path)
        #expect(track.scenes == [0..<8, 8..<16])
        #expect(track.steps[8].map == .identity)
    }

    @Test func `The same clip gives the same track`() throws {
        let clip = try MovingClip(.lively, frames: 6, size: PixelSize(width: 320, height: 180))
        #expect(try CameraTrack(reading: clip.path) == CameraTrack(reading: clip.path))
    }

    @Test func `A clip of a single frame says that motion takes two`() throws {
        let clip = try MovingClip(.still, frames: 1, size: PixelSize(width: 64, height: 64))
        #expect {
            try CameraTrack(reading: clip.path)
        } throws: { error in
            "\(error)"
                == "The reference clip “clip.mp4” has a single frame, and motion takes two at "
                + "least; choose a longer clip."
        }
    }

    @Test func `A clip without texture says that there is nothing to follow`() throws {
        let clip = try MovingClip(
            .lively,
            frames: 4,
            size: PixelSize(width: 320, height: 180),
            sources: [Frame(480, 270) { _, _ in (90, 90, 90) }]
        )
        #expect {
            try CameraTrack(reading: clip.path)
        } throws: { error in
            "\(error)".contains("shows nothing with enough detail to follow")
        }
    }
}
