/// Something that makes pictures from a prompt, and what can be asked of it.
package struct Model: Hashable, Sendable, Identifiable {
    /// Such as `sketch`; what a draft names.
    package let id: String
    /// The name a person reads.
    package let title: String
    /// One line on what it is for.
    package let summary: String
    /// Whether it works with no network.
    package let isLocal: Bool
    package let price: Price

    package init(id: String, title: String, summary: String, isLocal: Bool, price: Price) {
        self.id = id
        self.title = title
        self.summary = summary
        self.isLocal = isLocal
        self.price = price
    }

    /// The built-in previsualisation: blocks composition, light and motion, offline.
    package static let sketch = Model(
        id: "sketch",
        title: "sketch",
        summary: "Blocks composition, light and motion; a previsualisation, made here.",
        isLocal: true,
        price: .free
    )

    /// Every model that can be chosen, in the order the editor offers them.
    package static let all: [Model] = [.sketch]
}
