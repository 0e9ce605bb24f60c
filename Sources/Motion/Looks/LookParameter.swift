/// A number of a look, for showing it to a person.
package struct LookParameter: Hashable, Sendable {
    /// The key of its stage in a look's file, with the number of the stage
    /// where there are several: `bloom`, `particles 2`.
    package let stage: String
    /// Its key in the stage.
    package let key: String
    package let value: Double
    package let neutral: Double
    package let range: ClosedRange<Double>
}

extension LookRecipe {
    /// The numbers in which the look differs from the neutral one.
    package var parameters: [LookParameter] {
        var list: [LookParameter] = []
        list += all(particles, "particles")
        if exposure != 0 {
            list.append(
                LookParameter(
                    stage: "exposure",
                    key: "stops",
                    value: exposure,
                    neutral: 0,
                    range: LookDecoder.stops
                )
            )
        }
        list += numbers(of: balance, "wb") + all(blooms, "bloom") + all(halations, "halation")
        list += numbers(of: lens, "lens") + all(vignettes, "vignette") + all(leaks, "leaks")
        list += numbers(of: hue, "hue") + numbers(of: saturation, "sat")
        list += tone.map { numbers(of: $0, "tone") } ?? []
        list += drawing.map { numbers(of: $0, "drawing") } ?? []
        list += numbers(of: optics, "optics") + numbers(of: grain, "grain")
        list += tape.map { numbers(of: $0, "tape") } ?? []
        list += digital.map { numbers(of: $0, "digital") } ?? []
        list += numbers(of: gate, "gate") + numbers(of: flicker, "flicker")
        return list
    }

    private func all<Stage: LookStage>(_ stages: [Stage], _ name: String) -> [LookParameter] {
        stages.enumerated().flatMap { index, stage in
            numbers(of: stage, stages.count > 1 ? "\(name) \(index + 1)" : name)
        }
    }

    private func numbers<Stage: LookStage>(of stage: Stage, _ name: String) -> [LookParameter] {
        let neutral = Stage()
        guard stage != neutral else { return [] }
        return Stage.fields.map { field in
            LookParameter(
                stage: name,
                key: field.key,
                value: stage[keyPath: field.path],
                neutral: neutral[keyPath: field.path],
                range: field.range
            )
        }
    }
}
