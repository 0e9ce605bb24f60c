import Editorial
import Foundation
import Media

/// Checks the film against what was asked, and writes its recipe into it.
struct PostStep {
    let context: StepContext

    func run() throws -> Asset {
        guard let rough = context.take.film else {
            throw StepFailure("This take has no film; retry it from the video step.")
        }
        let draft = context.take.draft
        let roughPath = try context.path(of: rough, called: "film")
        try context.report(0.1)
        let info = try MediaInfo(probing: roughPath)
        guard info.size == draft.size, info.frameCount == draft.frameCount else {
            throw StepFailure(
                "The film came out as \(info.size), \(info.frameCount ?? 0) frames instead of "
                    + "\(draft.size), \(draft.frameCount); retry from the video step."
            )
        }
        try context.report(0.4)
        let path = context.scratchPath("film.mp4")
        try Remux.copy(from: roughPath, to: path, metadata: try Recipe.metadata(for: draft))
        try context.report(0.9)
        let asset = try context.ledger.adopt(
            file: path,
            kind: .video,
            name: "take \(context.take.number)",
            size: draft.size
        )
        return asset
    }
}
