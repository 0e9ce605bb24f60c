package import Generation

/// A service that is not in the table, because another room knows how it is asked.
package struct ProviderGuest: Sendable {
    package let id: String
    package let title: String
    package let models: [Model]
    /// Why it cannot be asked now, in a sentence; nil where it can.
    package let obstacle: String?
    let make: @Sendable () throws(ProviderError) -> any Provider

    /// The models' ids begin with `id`.
    package init(
        id: String,
        title: String,
        models: [Model],
        obstacle: String? = nil,
        make: @escaping @Sendable () throws(ProviderError) -> any Provider
    ) {
        self.id = id
        self.title = title
        self.models = models
        self.obstacle = obstacle
        self.make = make
    }
}
