/// What the service is asked to have made, with nothing left to look up but the frames.
package struct RemoteRequest: Hashable, Sendable, Codable {
    /// What the camera does, said to the model.
    package struct Camera: Hashable, Sendable, Codable {
        /// One preset’s words for the model, and how much of it.
        package struct Word: Hashable, Sendable, Codable {
            package var preset: String
            package var text: String
            package var strength: Double

            package init(preset: String, text: String, strength: Double) {
                self.preset = preset
                self.text = text
                self.strength = strength
            }
        }

        package var words: [Word]
        /// What a model that hears only the prompt is told, as sentences.
        package var phrase: String

        package init(words: [Word] = [], phrase: String = "") {
            self.words = words
            self.phrase = phrase
        }
    }

    /// As ``RemoteModel/id`` names it.
    package var model: String
    package var prompt: String
    package var negativePrompt: String
    /// From 0 to 4294967295.
    package var seed: Int
    /// Pixels; a size that the model makes.
    package var width: Int
    package var height: Int
    /// A length that the model makes; what a picture’s is makes no difference.
    package var seconds: Double
    /// Such as `24` or `30000/1001`.
    package var frameRate: String
    /// The word for how it is to look.
    package var style: String
    package var camera: Camera
    /// The pictures that go in, files of the space by the SHA-256 of their bytes.
    package var startFrame: String?
    package var endFrame: String?

    package init(
        model: String,
        prompt: String,
        negativePrompt: String = "",
        seed: Int = 0,
        width: Int,
        height: Int,
        seconds: Double,
        frameRate: String = "24",
        style: String = "cinematic",
        camera: Camera = Camera(),
        startFrame: String? = nil,
        endFrame: String? = nil
    ) {
        self.model = model
        self.prompt = prompt
        self.negativePrompt = negativePrompt
        self.seed = seed
        self.width = width
        self.height = height
        self.seconds = seconds
        self.frameRate = frameRate
        self.style = style
        self.camera = camera
        self.startFrame = startFrame
        self.endFrame = endFrame
    }
}
