/// A model that the service has at its disposal, and what can be asked of it.
package struct RemoteModel: Hashable, Sendable, Codable, Identifiable {
    /// What it leaves.
    package enum Product: String, Hashable, Sendable, Codable, CaseIterable {
        case picture, film
    }

    /// Whether a picture goes in.
    package enum Frame: String, Hashable, Sendable, Codable, CaseIterable {
        case impossible, possible, required
    }

    /// What is counted for its price.
    package enum Tariff: String, Hashable, Sendable, Codable, CaseIterable {
        case free, unknown, each, second
    }

    /// The frames it makes: those of the list, or sides that are multiples
    /// within a range; any where neither is said.
    package struct Sizes: Hashable, Sendable, Codable {
        package var widths: [Int]?
        package var heights: [Int]?
        package var step: Int?
        package var shortest: Int?
        package var longest: Int?

        package init() {}
    }

    /// How long a film may be, in seconds: those of the list, or a range; any
    /// where neither is said.
    package struct Lengths: Hashable, Sendable, Codable {
        package var list: [Double]?
        package var shortest: Double?
        package var longest: Double?

        package init() {}
    }

    /// Such as `runway/gen4_turbo`.
    package var id: String
    package var title: String
    package var summary: String
    package var product: Product
    package var tariff: Tariff
    /// What one of what is counted costs, in millionths of a US dollar.
    package var price: Int?
    package var prompt: Bool
    /// The most UTF-16 units of a prompt.
    package var promptLimit: Int
    package var negativePrompt: Bool
    package var startFrame: Frame
    package var endFrame: Frame
    package var sizes: Sizes
    package var lengths: Lengths
    /// The largest seed; nil where chance is left to the vendor.
    package var seedLimit: Int?
    /// How it is told what the camera does: `here`, `unheard`, or the kind of a preset’s words.
    package var camera: String

    package init(
        id: String,
        title: String,
        summary: String,
        product: Product,
        tariff: Tariff,
        price: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.product = product
        self.tariff = tariff
        self.price = price
        prompt = true
        promptLimit = 10_000
        negativePrompt = false
        startFrame = .impossible
        endFrame = .impossible
        sizes = Sizes()
        lengths = Lengths()
        seedLimit = nil
        camera = "here"
    }
}
