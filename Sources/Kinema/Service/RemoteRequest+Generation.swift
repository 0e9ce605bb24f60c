import AccountAPI
import Editorial
import Generation

extension RemoteRequest {
    /// Says a request as the account service takes it.
    init(_ request: GenerationRequest, startFrame: Asset.ID?, endFrame: Asset.ID?) {
        self.init(
            model: request.model.name,
            prompt: request.prompt,
            negativePrompt: request.negativePrompt,
            seed: Int(request.seed),
            width: request.size.width,
            height: request.size.height,
            seconds: request.seconds,
            frameRate: request.frameRate.description,
            style: request.style.rawValue,
            camera: Camera(
                words: request.camera.words.map {
                    Camera.Word(preset: $0.preset, text: $0.text, strength: $0.strength)
                },
                phrase: request.camera.phrase
            ),
            startFrame: startFrame?.digest,
            endFrame: endFrame?.digest
        )
    }
}
