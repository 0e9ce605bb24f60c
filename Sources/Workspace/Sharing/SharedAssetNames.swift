import Editorial

/// Which files a record's fields name.
///
/// A file is named by its digest, in quotation marks, wherever it stands: so a
/// field that only a newer version knows names its files too.
enum SharedAssetNames {
    /// Returns the names in a field's JSON.
    static func all(in value: String) -> Set<Asset.ID> {
        var found: Set<Asset.ID> = []
        var start: String.UTF8View.Index?
        let bytes = value.utf8
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\"") {
            if let start, bytes.distance(from: start, to: index) == 65 {
                let text = String(value[bytes.index(after: start)..<index])
                if let id = Asset.ID(text) { found.insert(id) }
            }
            start = index
        }
        return found
    }

    /// Returns what the files of a field are for, as the service sorts them.
    static func bucket(of kind: String, _ field: String) -> String {
        guard kind == SharedKind.take else { return "uploads" }
        switch field {
        case SharedKind.thumbnail: return "thumbnails"
        case SharedKind.film, SharedKind.picture: return "generated"
        default: return "uploads"
        }
    }
}
