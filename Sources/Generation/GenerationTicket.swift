import Foundation

/// What a provider gave for what was asked of it: enough to ask after it, from any process, until it is fetched.
///
/// It is stored, so it holds no key. A signed address in it opens one result and nothing else.
package struct GenerationTicket: Hashable, Codable, Sendable {
    /// What the service calls it; shown to a person.
    package var id: String
    /// The addresses that the service told for it, by what they are for, and
    /// what else its adapter has to know to ask after it.
    package var addresses: [String: String]
    /// What came with the answer already.
    package var outputs: [GenerationOutput]

    package init(id: String, addresses: [String: String] = [:], outputs: [GenerationOutput] = []) {
        self.id = id
        self.addresses = addresses
        self.outputs = outputs
    }

    /// Reads what was stored.
    ///
    /// Another text is the bare id, as a person enters it who confirms what was
    /// uncertain.
    package init(stored text: String) {
        let decoded = try? JSONDecoder().decode(GenerationTicket.self, from: Data(text.utf8))
        self = decoded ?? GenerationTicket(id: text)
    }

    /// As JSON with its keys in order.
    package var stored: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts alone: nothing in it could fail.
        guard let data = try? encoder.encode(self) else { return id }
        return String(decoding: data, as: UTF8.self)
    }
}
