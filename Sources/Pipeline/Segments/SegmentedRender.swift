import Editorial
import Glibc
import Media

/// A long film, made part by part: each that is whole is kept until the film is.
struct SegmentedRender {
    let render: FilmRender
    let plan: SegmentPlan
    /// Where whole parts lie; what lies there is of this film alone.
    let shelf: String
    /// Returns a path for a file in the making, on the same file system.
    let scratchPath: (String) -> String
    /// Writes a line about the job.
    let log: (String) -> Void

    /// Makes the parts that are missing and joins them all at `output`.
    ///
    /// `report` is told the share of the film that is there; when it throws,
    /// the part that is being made is left out, and those before it stay.
    func write(to output: String, report: (Double) throws -> Void) throws {
        let missing = plan.parts.filter { !isWhole($0) }
        let total = plan.parts.reduce(0) { $0 + $1.count }
        var done = total - missing.reduce(0) { $0 + $1.count }
        if done > 0 {
            log("\(plan.parts.count - missing.count) of \(plan.parts.count) parts were there.")
        }
        try report(Double(done) / Double(total))
        if !missing.isEmpty {
            let camera = try render.renderer()
            for part in missing {
                let partial = scratchPath("part-\(part.lowerBound).mp4")
                try render.write(part, by: camera, to: partial) { share in
                    try report((Double(done) + share * Double(part.count)) / Double(total))
                }
                try place(partial, as: part)
                done += part.count
            }
        }
        try join(to: output)
    }

    private func path(of part: Range<Int>) -> String {
        "\(shelf)/\(part.lowerBound)-\(part.upperBound).mp4"
    }

    /// A part that cannot be read is made anew.
    private func isWhole(_ part: Range<Int>) -> Bool {
        guard let info = try? MediaInfo(probing: path(of: part)) else { return false }
        return info.frameCount == part.count && info.size == render.settings.size
    }

    /// Two workers that make the same part leave the same bytes.
    private func place(_ partial: String, as part: Range<Int>) throws(StepFailure) {
        guard rename(partial, path(of: part)) != 0 else { return }
        let reason = String(cString: strerror(errno))
        unlink(partial)
        throw StepFailure(
            "A part of the film could not be kept (\(reason)); check the workspace’s disk.",
            isTransient: true
        )
    }

    private func join(to output: String) throws {
        let paths = plan.parts.map(path)
        guard Remux.canJoin(paths) else {
            for path in paths { unlink(path) }
            throw StepFailure(
                "The parts of the film did not fit together; they are made anew.",
                isTransient: true
            )
        }
        try Remux.join(paths, to: output, metadata: [:])
    }
}
