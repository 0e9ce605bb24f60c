import Editorial

/// A line of the list of edits.
package struct HistoryRow: Hashable, Sendable {
    /// nil stands for the state before the oldest edit.
    package let id: Int?
    package let title: String
    /// How many branches lie to its left.
    package let depth: Int
    /// Whether its edit is part of what the project is now.
    package let stands: Bool
    /// Whether this is the state that is shown.
    package let isCurrent: Bool
}

extension EditorState {
    /// The states of the project that can be gone to, the newest first.
    ///
    /// The branch of the newest edit is at the left; one that leaves it stands
    /// a step to the right.
    package var historyRows: [HistoryRow] {
        let standing = Set(history.path(to: history.current))
        var depths: [Int: Int] = [:]
        var taken: Set<Int> = []
        // From the newest back: whoever comes first to a parent continues its line.
        for node in history.nodes.reversed() {
            let depth = depths[node.id] ?? 0
            depths[node.id] = depth
            guard let parent = node.parent else { continue }
            if taken.insert(parent).inserted {
                depths[parent] = depth
            } else {
                depths[node.id] = (depths[parent] ?? 0) + 1
            }
        }
        let rows = history.nodes.reversed().map { node in
            HistoryRow(
                id: node.id,
                title: node.edit.title,
                depth: min(depths[node.id] ?? 0, 6),
                stands: standing.contains(node.id),
                isCurrent: node.id == history.current
            )
        }
        let oldest = HistoryRow(
            id: nil,
            title: "As it was opened first",
            depth: 0,
            stands: true,
            isCurrent: history.current == nil
        )
        return rows + [oldest]
    }

    mutating func openHistory() {
        leaveField()
        popup = .history(selection: historyRows.firstIndex(where: \.isCurrent) ?? 0)
    }

    /// Goes to a state of the list.
    mutating func goToHistory(_ place: Int) -> [Effect] {
        let rows = historyRows
        guard rows.indices.contains(place), !rows[place].isCurrent else { return [] }
        var fresh = history
        var changed = project
        for edit in fresh.go(to: rows[place].id) { changed.apply(edit) }
        guard !changed.shots.isEmpty else {
            say("A project keeps at least one shot; that state had none.", .warning)
            return []
        }
        let near = shotIndex
        history = fresh
        project = changed
        gesture = nil
        settle(near: near)
        say("The project is as it was after: \(rows[place].title.lowercased()).")
        return [.save(project, history)]
    }
}
