import Editorial

/// Edits in a row that undo takes back at once.
enum Gesture: Hashable {
    case typing(Shot.ID)
    case strength(Shot.ID, preset: String)
    case nudge(Shot.ID, Field)
    case trim(Shot.ID)
    case keys(Shot.ID)
}
