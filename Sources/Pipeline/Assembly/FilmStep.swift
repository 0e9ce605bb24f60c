import Editorial
import Foundation
import Media

/// Joins the films of a project's shots into one file, with its music.
struct FilmStep {
    let order: FilmOrder
    let ledger: any TakeLedger
    let report: (Double) throws -> Void
    let log: (String) -> Void

    func run() throws {
        let list = try order.list { id in
            guard let path = try ledger.path(of: id) else {
                throw StepFailure(
                    "A film or the music of “\(order.name)” is no longer in the library; "
                        + "make or choose it again."
                )
            }
            return path
        }
        let plan = try AssemblyPlan(list, infos: list.shots.map { try MediaInfo(probing: $0.path) })
        let container = FilmContainer.ofFile(order.path) ?? .mp4
        let codec = container.codecs[0]
        let settings = FilmSettings(
            size: plan.size,
            frameRate: plan.rate,
            codec: codec,
            container: container,
            speed: "medium",
            format: codec == .prores ? .yuv420p10 : .yuv420p8
        )
        try settings.check(order.path)
        let isCopy = plan.canCopy(into: container)
        for line in plan.lines(settings, isCopy: isCopy) { log(line) }
        try report(0)
        if isCopy {
            try Remux.join(plan.shots.map(\.path), to: order.path, metadata: [:])
        } else {
            try plan.write(to: order.path, settings: settings, report: report)
        }
        log("The film is in \(order.path): \(plan.frameCount) frames, \(plan.size).")
    }
}
