import Editorial
import Foundation

/// The values of a record's fields, as JSON.
typealias SharedFields = [String: String]

extension Project {
    /// Returns what is shared of the project and its shots, but for their order.
    func sharedFields() throws(WorkspaceError) -> [SharedRecord.Key: SharedFields] {
        var records: [SharedRecord.Key: SharedFields] = [
            SharedKind.key(id): [
                SharedKind.name: try StoredJSON.text(name),
                SharedKind.music: try StoredJSON.text(music),
            ]
        ]
        for shot in shots { records[SharedKind.key(shot.id)] = try shot.sharedFields(of: id) }
        return records
    }
}

extension Shot {
    fileprivate func sharedFields(of project: Project.ID) throws(WorkspaceError) -> SharedFields {
        var fields = try Self.parts(of: draft)
        fields[SharedKind.name] = try StoredJSON.text(name)
        fields[SharedKind.cut] = try StoredJSON.text(cut)
        fields[SharedKind.selectedTake] = try StoredJSON.text(selectedTake)
        fields[SharedKind.owner] = try StoredJSON.text(project)
        fields[SharedRecord.removal] = SharedRecord.no
        return fields
    }

    /// A draft's fields one by one, so that two people may change two of them.
    private static func parts(of draft: Draft) throws(WorkspaceError) -> SharedFields {
        let text = try StoredJSON.text(draft)
        let values = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
        // What may be missing is there as null, so that taking it away is a writing too.
        var fields = ["startFrame", "endFrame"].reduce(into: SharedFields()) {
            $0[SharedKind.draft + $1] = "null"
        }
        for (name, value) in values ?? [:] {
            let data = try? JSONSerialization.data(
                withJSONObject: value,
                options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes]
            )
            guard let data else { throw .damaged("a shot’s draft") }
            fields[SharedKind.draft + name] = String(decoding: data, as: UTF8.self)
        }
        return fields
    }
}

extension SharedRecord {
    /// Returns the field's value as a type; nil when it is missing, or when a
    /// newer version wrote it in a way that this one cannot read.
    func value<Value: Decodable>(_ field: String, as type: Value.Type) -> Value? {
        fields[field].flatMap {
            try? JSONDecoder().decode(type, from: Data($0.value.utf8))
        }
    }

    /// Returns the draft, with what cannot be read as in `fallback`.
    func draft(or fallback: Draft) -> Draft {
        let words = fields.filter { $0.key.hasPrefix(SharedKind.draft) }
        var text: [String] = []
        for (name, field) in words where field.value != "null" {
            let key = name.dropFirst(SharedKind.draft.count)
            text.append("\"\(key)\":\(field.value)")
        }
        let json = Data("{\(text.joined(separator: ","))}".utf8)
        guard let draft = try? JSONDecoder().decode(Draft.self, from: json), draft.isSound else {
            return fallback
        }
        return draft
    }
}
