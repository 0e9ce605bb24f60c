import ArgumentParser
import Editorial
import Motion

/// The options that say how a film moves and what frame it has.
struct MotionOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A motion preset, with its strength from 0 to 1; up to three are mixed.",
            valueName: "name[:strength]"
        )
    )
    var preset: [String] = []

    @Option(help: ArgumentHelp("The film's length in seconds.", valueName: "seconds"))
    var duration: String = "5"

    @Option(help: "Frames a second, such as 24, 30 or 23.976.")
    var fps: String = "24"

    @Option(help: ArgumentHelp("The frame in pixels.", valueName: "width×height"))
    var size: String?

    @Option(help: "The frame's shape, such as 16:9, 9:16 or 1:1.")
    var aspect: String?

    func choices(in library: PresetLibrary) throws -> [MotionChoice] {
        guard preset.count <= Draft.motionLimit else {
            throw Complaint(
                "At most \(Draft.motionLimit) presets are mixed; \(preset.count) were given.",
                code: .usage
            )
        }
        return try preset.map { try choice($0, in: library) }
    }

    /// Returns the length, which must lie in `range`.
    func length(in range: ClosedRange<RationalTime>) throws -> RationalTime {
        guard let seconds = Double(duration), seconds.isFinite,
            seconds >= range.lowerBound.seconds, seconds <= range.upperBound.seconds
        else {
            throw Complaint(
                "A duration of “\(duration)” seconds is not possible; choose one from "
                    + "\(spoken(range.lowerBound)) to \(spoken(range.upperBound)) seconds.",
                code: .usage
            )
        }
        return RationalTime(seconds: seconds)
    }

    func frameRate() throws -> FrameRate {
        guard let rate = FrameRate(fps) else {
            throw Complaint(
                "A frame rate of “\(fps)” is not possible; choose one from 1 to 240, "
                    + "such as 24 or 30000/1001.",
                code: .usage
            )
        }
        return rate
    }

    /// Returns the frame's size: the one given, or one of the aspect with 720 pixels on its short side.
    func frameSize() throws -> PixelSize {
        guard let size else { return try shape().size(shortSide: 720) }
        guard let pixels = PixelSize(size), pixels.width.isMultiple(of: 2),
            pixels.height.isMultiple(of: 2), (16...8192).contains(pixels.width),
            (16...8192).contains(pixels.height)
        else {
            throw Complaint(
                "A size of “\(size)” is not possible; give two even numbers from 16 to 8192, "
                    + "such as 1280x720.",
                code: .usage
            )
        }
        return pixels
    }

    func shape() throws -> Aspect {
        guard let aspect else { return Aspect(16, 9) }
        guard let shape = Aspect(aspect) else {
            throw Complaint(
                "“\(aspect)” is not an aspect; give two numbers such as 16:9.",
                code: .usage
            )
        }
        return shape
    }

    private func choice(_ text: String, in library: PresetLibrary) throws -> MotionChoice {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard parts.count <= 2, let preset = library.find(name) else {
            let near = library.suggestions(for: name).prefix(3)
            let hint =
                near.isEmpty
                ? "“kinema presets” lists them" : "did you mean \(near.joined(separator: " or "))?"
            throw Complaint("There is no preset “\(name)”; \(hint).".ending, code: .usage)
        }
        guard parts.count == 2 else { return MotionChoice(preset: preset.id) }
        guard let strength = Double(parts[1]), (0...1).contains(strength) else {
            throw Complaint(
                "A strength of “\(parts[1])” is not possible for \(preset.name); "
                    + "choose one from 0 to 1, such as \(preset.id):0.6.",
                code: .usage
            )
        }
        return MotionChoice(preset: preset.id, strength: strength)
    }

    private func spoken(_ time: RationalTime) -> String {
        time.denominator == 1 ? "\(time.numerator)" : "\(time.seconds)"
    }
}

extension String {
    /// The sentence with one mark at its end, where a question ends it already.
    fileprivate var ending: String {
        hasSuffix("?.") ? String(dropLast()) : self
    }
}
