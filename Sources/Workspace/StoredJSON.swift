import Foundation

/// Values in columns, as JSON with the keys in order.
enum StoredJSON {
    static func text(_ value: some Encodable) throws(WorkspaceError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw WorkspaceError(
                kind: .other,
                message: "Something in the project cannot be saved: \(error)."
            )
        }
    }

    /// `thing` says what it is, for the message.
    static func value<Value: Decodable>(
        _ type: Value.Type,
        from text: String,
        of thing: String
    ) throws(WorkspaceError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw .damaged(thing)
        }
    }
}
