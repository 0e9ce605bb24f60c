/// The models that can be chosen here, in the order they are offered.
package struct ModelCatalogue: Hashable, Sendable {
    package let models: [Model]

    /// Of two models of one id the first counts.
    package init(_ models: [Model]) {
        var seen: Set<String> = []
        self.models = models.filter { seen.insert($0.id).inserted }
    }

    /// What works with no service set up.
    package static let local = ModelCatalogue([.sketch])

    package subscript(id: String) -> Model? { models.first { $0.id == id } }
}
