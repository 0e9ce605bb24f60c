import Editorial

extension Asset {
    /// Returns the ending for a file in the store: at most eight small letters
    /// and digits, taken from `path` where it has such an ending.
    static func fileExtension(of path: String, kind: Kind) -> String {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, let ending = parts.last?.lowercased(),
            (1...8).contains(ending.utf8.count),
            ending.unicodeScalars.allSatisfy({
                ("a"..."z").contains($0) || ("0"..."9").contains($0)
            })
        {
            return ending
        }
        switch kind {
        case .image, .depth: return "png"
        case .video: return "mp4"
        case .sound: return "m4a"
        }
    }

    /// Returns a name that people can read and nothing can stumble over: no
    /// directories, no control characters, at most 200 characters.
    static func displayName(_ name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? ""
        let scalars = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: true
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let clean = String(String(text).prefix(200))
        return clean.isEmpty ? "untitled" : clean
    }

    /// Where the file lies below the store: two digits are a directory, so
    /// that none grows too full.
    var storedPath: String {
        "\(id.digest.prefix(2))/\(id.digest.dropFirst(2)).\(fileExtension)"
    }
}
