import Foundation
import Generation

/// What a result is, by its first bytes: nothing else about it is believed.
enum ResultFile {
    /// Returns the ending for a file that begins so; nil for what is neither picture nor film.
    static func ending(of head: Data) -> String? {
        let bytes = [UInt8](head.prefix(16))
        func begins(_ text: [UInt8], at offset: Int = 0) -> Bool {
            bytes.count >= offset + text.count && Array(bytes[offset..<offset + text.count]) == text
        }
        if begins([0x89, 0x50, 0x4E, 0x47]) { return "png" }
        if begins([0xFF, 0xD8, 0xFF]) { return "jpg" }
        if begins(Array("GIF8".utf8)) { return "gif" }
        if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) { return "webp" }
        if begins(Array("ftyp".utf8), at: 4) { return "mp4" }
        if begins([0x1A, 0x45, 0xDF, 0xA3]) { return "webm" }
        return nil
    }

    /// Every ending that there is.
    static let endings = ["png", "jpg", "gif", "webp", "mp4", "webm"]
}

extension Landing {
    /// Returns the name under which a result of this number lies here already.
    func landed(_ stem: String) -> String? {
        ResultFile.endings.map { "\(stem).\($0)" }.first(where: holds)
    }

    /// Gives a whole download its name, by what is in it.
    func settle(_ name: String, as stem: String, from title: String) throws(ProviderError) -> String
    {
        guard let path = path(name), let file = FileHandle(forReadingAtPath: path) else {
            throw ProviderError(.transient, "The result of \(title) is gone from the disk; retry.")
        }
        // A file that cannot be read begins with nothing.
        let head = (try? file.read(upToCount: 16)) ?? Data()
        guard let ending = ResultFile.ending(of: head), let target = self.path("\(stem).\(ending)"),
            rename(path, target) == 0
        else {
            unlink(path)
            throw ProviderError(
                .fatal,
                "What \(title) sent as the result is neither a picture nor a film; generate it again.",
                mayHaveArrived: true
            )
        }
        return "\(stem).\(ending)"
    }

    /// Keeps a result that came as base64 within an answer.
    func land(base64 text: String, as stem: String, from title: String) throws(ProviderError)
        -> String
    {
        let pure =
            text.hasPrefix("data:") ? text.split(separator: ",").last.map(String.init) ?? "" : text
        guard let data = Data(base64Encoded: pure, options: .ignoreUnknownCharacters), !data.isEmpty
        else {
            throw ProviderError(
                .fatal,
                "What \(title) sent as the result is damaged; generate it again.",
                mayHaveArrived: true
            )
        }
        try write(data, as: stem)
        return try settle(stem, as: stem, from: title)
    }
}
