import ArgumentParser
import Editorial
import Media
import Pipeline

/// The options that change what is heard.
struct SoundOptions: ParsableArguments {
    @Flag(help: "Leave the film's own sound out.")
    var noSound = false

    @Option(help: ArgumentHelp("Replace the sound by that of a file.", valueName: "file"))
    var sound: String?

    @Option(
        help: ArgumentHelp(
            "Mix a file's sound in, louder or softer by so many decibels; may be repeated.",
            valueName: "file[@dB]"
        )
    )
    var mix: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The film's own sound, -60 to 30 dB.", valueName: "dB")
    )
    var volume: Double?

    @Option(help: ArgumentHelp("The sound's fade in.", valueName: "seconds"))
    var fadeIn: Double?

    @Option(help: ArgumentHelp("The sound's fade out.", valueName: "seconds"))
    var fadeOut: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Bring the sound to a loudness by EBU R128, such as -14 for the web or -23 for television.",
            valueName: "LUFS"
        )
    )
    var loudness: Double?

    /// Whether there is nothing to be done to a sound, should there be any.
    var changesNothing: Bool {
        sound == nil && mix.isEmpty && volume == nil && fadeIn == nil && fadeOut == nil
            && loudness == nil
    }

    /// Returns what is done to the sound, upon what a preset does.
    func edit(_ start: SoundEdit = SoundEdit()) throws -> SoundEdit {
        var edit = start
        edit.isRemoved = noSound || sound != nil
        edit.gain = try number(volume, "volume", -60...30, "dB") ?? 0
        edit.fadeIn = try time(fadeIn, "fade in")
        edit.fadeOut = try time(fadeOut, "fade out")
        edit.loudness =
            try number(loudness, "loudness", SoundPlan.loudnesses, "LUFS") ?? edit.loudness
        if noSound { edit.loudness = loudness }
        if let sound { edit.additions.append(SoundEdit.Addition(sound)) }
        edit.additions += try mix.map(addition)
        return edit
    }

    private func addition(_ text: String) throws -> SoundEdit.Addition {
        guard let mark = text.lastIndex(of: "@"),
            let gain = Double(text[text.index(after: mark)...])
        else { return SoundEdit.Addition(text) }
        let path = String(text[..<mark])
        return SoundEdit.Addition(path, gain: try number(gain, "gain", -60...30, "dB") ?? 0)
    }

    private func time(_ seconds: Double?, _ name: String) throws -> RationalTime {
        guard let seconds = try number(seconds, name, 0...3600, "seconds") else { return .zero }
        return RationalTime(seconds: seconds)
    }

    private func number(
        _ value: Double?,
        _ name: String,
        _ range: ClosedRange<Double>,
        _ unit: String
    ) throws -> Double? {
        guard let value else { return nil }
        guard range.contains(value) else {
            throw Complaint(
                "A \(name) of \(value) \(unit) is not possible; choose "
                    + "\(range.lowerBound) to \(range.upperBound) \(unit).",
                code: .usage
            )
        }
        return value
    }
}
