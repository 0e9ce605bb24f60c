import Foundation
package import Jobs
package import Rendering

/// A preset that is to be made of how the camera of a clip moves, as a job carries it.
package struct MotionOrder: Hashable, Codable, Sendable {
    /// What its jobs are called.
    package static let kind = "motion.extract"
    /// The queue in which they wait.
    package static let queue = "motion-transfer"

    /// The clip and the preset's file; both are absolute.
    package let clip: String
    package let path: String
    package let name: String
    /// How much of the jolts is taken out, from 0 to 1.
    package let smooth: Double
    /// Counted from 0; nil takes the longest.
    package let scene: Int?
    private let modelName: String

    package init(
        clip: String,
        path: String,
        name: String,
        smooth: Double = 0,
        scene: Int? = nil,
        model: MotionModel = .homography
    ) {
        self.clip = clip
        self.path = path
        self.name = name
        self.smooth = smooth
        self.scene = scene
        modelName = model.rawValue
    }

    /// What may happen to the picture.
    var model: MotionModel { MotionModel(rawValue: modelName) ?? .homography }

    /// The job that carries it out.
    package func job(_ id: Job.ID) throws -> NewJob {
        NewJob(id: id, queue: Self.queue, kind: Self.kind, payload: try payload())
    }

    func payload() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    init?(payload: String) {
        // One that does not decode is told apart by the worker, in words.
        guard let read = try? JSONDecoder().decode(MotionOrder.self, from: Data(payload.utf8))
        else { return nil }
        self = read
    }
}
