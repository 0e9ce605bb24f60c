import AccountAPI
import Editorial
import Generation

extension RemoteRequest {
    /// The longest side of a picture, and the longest film in seconds, that anybody is asked for.
    private static let longestSide = 8192
    private static let longestFilm = 600.0

    /// Returns what is asked for, without the frames that go in.
    ///
    /// - Throws: ``Refusal`` for what the model does not make, so that nothing
    ///   is queued that could only fail.
    func meaning(among models: [Model], key: String) throws(Refusal) -> GenerationRequest {
        guard let model = models.first(where: { $0.id == self.model }) else {
            throw Refusal(
                .badRequest,
                "The service does not offer that model; choose one of its list."
            )
        }
        let can = model.abilities
        try checkWords(model)
        try checkFrames(model)
        guard let rate = FrameRate(frameRate), let style = Style(rawValue: style) else {
            throw Refusal(.badRequest, "The frame rate or the style is none that is known.")
        }
        guard (16...Self.longestSide).contains(width), (16...Self.longestSide).contains(height),
            case let size = PixelSize(width: width, height: height), can.size(for: size) == size
        else { throw Refusal(.badRequest, "\(model.title) does not make that size.") }
        guard seconds > 0, seconds <= Self.longestFilm,
            model.product == .picture || abs(can.seconds(for: seconds) - seconds) < 0.01
        else { throw Refusal(.badRequest, "\(model.title) does not make films of that length.") }
        guard let seed = UInt32(exactly: seed) else {
            throw Refusal(.badRequest, "A seed is from 0 to 4294967295.")
        }
        return GenerationRequest(
            key: key,
            model: model,
            prompt: prompt,
            negativePrompt: can.negativePrompt ? negativePrompt : "",
            seed: can.seedLimit.map { $0 == .max ? seed : seed % ($0 + 1) } ?? seed,
            size: size,
            seconds: seconds,
            frameRate: rate,
            camera: CameraWords(
                words: camera.words.map {
                    CameraWords.Word(preset: $0.preset, text: $0.text, strength: $0.strength)
                },
                phrase: camera.phrase
            ),
            style: style
        )
    }

    private func checkWords(_ model: Model) throws(Refusal) {
        let limit = model.abilities.promptLimit
        guard prompt.utf16.count <= limit, negativePrompt.utf16.count <= limit else {
            throw Refusal(.badRequest, "\(model.title) reads \(limit) characters; shorten it.")
        }
        guard model.abilities.startFrame == .required || !prompt.allSatisfy(\.isWhitespace) else {
            throw Refusal(.badRequest, "\(model.title) works from a prompt; write one.")
        }
        guard camera.words.count <= 32, camera.phrase.utf16.count <= 2000,
            camera.words.allSatisfy({
                $0.preset.utf16.count <= 80 && $0.text.utf16.count <= 500
                    && (0...10).contains($0.strength)
            })
        else { throw Refusal(.badRequest, "What the camera does is said too long.") }
    }

    private func checkFrames(_ model: Model) throws(Refusal) {
        let can = model.abilities
        for (frame, use) in [(startFrame, can.startFrame), (endFrame, can.endFrame)] {
            guard frame == nil || use != .impossible else {
                throw Refusal(.badRequest, "\(model.title) takes no such frame; leave it out.")
            }
            guard frame != nil || use != .required else {
                throw Refusal(.badRequest, "\(model.title) moves a picture: send a frame.")
            }
            // Whether it is there, and of the space, is looked at where it is kept.
            guard frame.map({ Asset.ID($0) != nil }) ?? true else {
                throw Refusal(.badRequest, "A frame is named by the asset that it is.")
            }
        }
        guard endFrame == nil || startFrame != nil || can.startFrame == .impossible else {
            throw Refusal(.badRequest, "An end frame wants a start frame; send both.")
        }
    }
}
