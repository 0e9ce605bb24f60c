import Foundation

/// JSON for machines, on standard output.
enum JSONOutput {
    static func print(_ value: some Encodable) throws {
        Swift.print(try text(of: value, [.prettyPrinted]))
    }

    /// Writes an object on a line of its own, as long work does while it goes on.
    static func line(_ value: some Encodable, to file: FileHandle = .standardOutput) throws {
        file.write(Data((try text(of: value, []) + "\n").utf8))
    }

    private static func text(
        of value: some Encodable,
        _ formatting: JSONEncoder.OutputFormatting
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
