import Database
import Editorial

extension SQLRow {
    func identifier<Owner>(_ column: String) throws -> Identifier<Owner> {
        let text = try text(column)
        guard let id = Identifier<Owner>(text) else {
            throw WorkspaceError.damaged("the identifier “\(text)”")
        }
        return id
    }

    func optionalIdentifier<Owner>(_ column: String) throws -> Identifier<Owner>? {
        try optionalText(column) == nil ? nil : try identifier(column)
    }

    func optionalAsset(_ column: String) throws -> Asset.ID? {
        guard let text = try optionalText(column) else { return nil }
        guard let id = Asset.ID(text) else {
            throw WorkspaceError.damaged("the asset “\(text)”")
        }
        return id
    }

    /// `thing` says whose draft it is, for the message.
    func draft(_ column: String, of thing: String) throws -> Draft {
        let draft = try StoredJSON.value(Draft.self, from: try text(column), of: thing)
        guard draft.isSound else { throw WorkspaceError.damaged(thing) }
        return draft
    }
}
