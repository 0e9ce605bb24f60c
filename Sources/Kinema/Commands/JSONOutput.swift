import Foundation
import Terminal

/// JSON for machines, on standard output.
enum JSONOutput {
    static func print(_ value: some Encodable) throws {
        Swift.print(try text(of: value, [.prettyPrinted]))
    }

    /// Writes an object on a line of its own, as long work does while it goes on.
    static func line(_ value: some Encodable, to file: FileHandle = .standardOutput) throws {
        file.write(Data(try line(of: value).utf8))
    }

    /// Returns an object as a line.
    static func line(of value: some Encodable) throws -> String { try text(of: value, []) + "\n" }

    private static func text(
        of value: some Encodable,
        _ formatting: JSONEncoder.OutputFormatting
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        return harmless(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// JSON of the same meaning that a terminal takes for nothing but text: the encoder lets
    /// control characters of 8 bits and overrides of direction through.
    private static func harmless(_ json: String) -> String {
        var text = ""
        for scalar in json.unicodeScalars {
            if scalar == "\n" || String(scalar).printable.unicodeScalars.first == scalar {
                text.unicodeScalars.append(scalar)
            } else {
                text += scalar.utf16.map { String(format: "\\u%04x", $0) }.joined()
            }
        }
        return text
    }
}
