package import Editorial

/// Something that makes pictures or films from a prompt, and what can be asked of it.
package struct Model: Hashable, Sendable, Identifiable {
    /// What it leaves.
    package enum Product: String, Hashable, Sendable {
        /// A picture, over which the camera is moved here.
        case picture
        /// A film with the move in it.
        case film
    }

    /// Such as `sketch`, or `runway/gen4_turbo`; what a draft names.
    package let id: String
    /// The name a person reads.
    package let title: String
    /// One line on what it is for.
    package let summary: String
    /// Whether it works with no network.
    package let isLocal: Bool
    package let product: Product
    package let tariff: Tariff
    package let abilities: ModelAbilities

    package init(
        id: String,
        title: String,
        summary: String,
        isLocal: Bool = false,
        product: Product,
        tariff: Tariff,
        abilities: ModelAbilities
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.isLocal = isLocal
        self.product = product
        self.tariff = tariff
        self.abilities = abilities
    }

    /// Whose service it is, such as `runway`; nil for what is made here.
    package var provider: String? {
        guard !isLocal, let slash = id.firstIndex(of: "/") else { return nil }
        return String(id[..<slash])
    }

    /// What the service calls it.
    package var name: String {
        id.firstIndex(of: "/").map { String(id[id.index(after: $0)...]) } ?? id
    }

    /// Returns what a shot costs with it.
    package func price(of draft: Draft) -> Price {
        tariff.price(seconds: abilities.seconds(for: draft.duration.seconds))
    }

    /// Returns the same model under another name, as services rename theirs.
    ///
    /// `price` is for what the model's own tariff counts: a second, or a piece.
    package func renamed(_ id: String, price: Money? = nil) -> Model {
        Model(
            id: id,
            title: id,
            summary: summary,
            isLocal: isLocal,
            product: product,
            tariff: price.map(tariff.repriced) ?? tariff,
            abilities: abilities
        )
    }

    /// The built-in previsualisation: blocks composition, light and motion, offline.
    package static let sketch = Model(
        id: "sketch",
        title: "sketch",
        summary: "Blocks composition, light and motion; a previsualisation, made here.",
        isLocal: true,
        product: .picture,
        tariff: .free,
        abilities: .everything
    )
}
