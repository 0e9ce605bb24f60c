/// Where a result lies.
package enum GenerationOutput: Hashable, Codable, Sendable {
    /// At an address, which may be signed and expire.
    case address(String)
    /// In a file of the landing directory, by its name.
    case landed(String)
}
