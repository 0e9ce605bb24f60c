extension Take {
    /// What is made of a take's film once it is done, when nothing else is to do.
    package enum Companion: String, CaseIterable, Codable, Sendable {
        /// A small picture of it.
        case thumbnail
        /// A small film that is played and sought with ease.
        case proxy

        /// What its jobs are called.
        package var job: String { "take.\(rawValue)" }
    }
}
