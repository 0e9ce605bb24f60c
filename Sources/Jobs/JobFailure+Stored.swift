import Foundation

extension JobFailure {
    /// Reads what `stored` wrote; a text that is not ours is taken for the message.
    init(stored text: String) {
        let decoded = try? JSONDecoder().decode(JobFailure.self, from: Data(text.utf8))
        self = decoded ?? JobFailure(message: text)
    }

    /// As JSON with its keys in order.
    var stored: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var finite = self
        // JSON has no infinity.
        if finite.retryAfter?.isFinite == false { finite.retryAfter = nil }
        // Only a number that is not finite could fail.
        guard let data = try? encoder.encode(finite) else { return message }
        return String(decoding: data, as: UTF8.self)
    }
}
