/// The edits of a project in their order, and how many of them stand.
package struct EditHistory: Hashable, Codable, Sendable {
    /// The oldest edits are forgotten beyond this many.
    package static let limit = 1000

    package private(set) var edits: [Edit]
    /// Edits before this place are done; those after it were undone.
    package private(set) var position: Int

    package init() {
        edits = []
        position = 0
    }

    package var canUndo: Bool { position > 0 }
    package var canRedo: Bool { position < edits.count }

    /// Notes an edit that was just applied; whatever was undone is given up.
    ///
    /// With `joining`, it may become one gesture with the edit before it.
    package mutating func record(_ edit: Edit, joining: Bool = false) {
        edits.removeSubrange(position...)
        if joining, let last = edits.last, let merged = last.merged(with: edit) {
            edits[edits.count - 1] = merged
        } else {
            edits.append(edit)
        }
        if edits.count > Self.limit { edits.removeFirst(edits.count - Self.limit) }
        position = edits.count
    }

    /// Steps back, and returns the edit to apply for it.
    package mutating func undo() -> Edit? {
        guard canUndo else { return nil }
        position -= 1
        return edits[position].inverse
    }

    /// Steps forward again, and returns the edit to apply for it.
    package mutating func redo() -> Edit? {
        guard canRedo else { return nil }
        position += 1
        return edits[position - 1]
    }
}
