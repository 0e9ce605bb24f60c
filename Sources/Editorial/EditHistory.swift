/// Every edit of a project as a tree: undoing and then editing opens a branch,
/// and no branch is lost.
package struct EditHistory: Hashable, Codable, Sendable {
    /// An edit, and the state of the project that it was made in.
    package struct Node: Hashable, Codable, Sendable, Identifiable {
        /// Rises with every edit.
        package let id: Int
        /// The edit before; nil stands for the oldest state that is known.
        package fileprivate(set) var parent: Int?
        package fileprivate(set) var edit: Edit

        package init(id: Int, parent: Int?, edit: Edit) {
            self.id = id
            self.parent = parent
            self.edit = edit
        }
    }

    /// The oldest edits are forgotten beyond this many.
    package static let limit = 20_000

    /// By their ids, ascending.
    package private(set) var nodes: [Node]
    /// The edit that was done last; nil when all are undone.
    package private(set) var current: Int?

    package init() {
        nodes = []
        current = nil
    }

    /// Takes a history as it was kept; nil when its parts do not fit together.
    package init?(nodes: [Node], current: Int?) {
        var known: Set<Int> = []
        var last = -1
        for node in nodes {
            guard node.parent.map(known.contains) ?? true, node.id > last else { return nil }
            known.insert(node.id)
            last = node.id
        }
        guard current.map(known.contains) ?? true else { return nil }
        self.nodes = nodes
        self.current = current
    }

    package var canUndo: Bool { current != nil }
    package var canRedo: Bool { newestChild(of: current) != nil }

    /// How many edits stand.
    package var position: Int { path(to: current).count }

    /// The edits that stand, and after them those that redoing does again.
    package var edits: [Edit] {
        var end = current
        while let next = newestChild(of: end) { end = next }
        return path(to: end).compactMap { self[$0]?.edit }
    }

    package subscript(id: Int) -> Node? { index(of: id).map { nodes[$0] } }

    /// Notes an edit that was just applied.
    ///
    /// With `joining`, it may become one gesture with the edit before it.
    package mutating func record(_ edit: Edit, joining: Bool = false) {
        if joining, let current, newestChild(of: current) == nil, let place = index(of: current),
            let merged = nodes[place].edit.merged(with: edit)
        {
            nodes[place].edit = merged
            return
        }
        let id = (nodes.last?.id ?? -1) + 1
        nodes.append(Node(id: id, parent: current, edit: edit))
        current = id
        if nodes.count > Self.limit { forgetOldest() }
    }

    /// Steps back, and returns the edit to apply for it.
    package mutating func undo() -> Edit? {
        guard let current, let node = self[current] else { return nil }
        self.current = node.parent
        return node.edit.inverse
    }

    /// Steps forward again along the newest branch, and returns the edit to
    /// apply for it.
    package mutating func redo() -> Edit? {
        guard let next = newestChild(of: current), let node = self[next] else { return nil }
        current = next
        return node.edit
    }

    /// Goes to the state after an edit, nil for the oldest, wherever in the
    /// tree it is.
    ///
    /// - Returns: The edits to apply for it, in order.
    package mutating func go(to target: Int?) -> [Edit] {
        guard target.map({ self[$0] != nil }) ?? true else { return [] }
        let (from, to) = (path(to: current), path(to: target))
        let shared = zip(from, to).prefix { $0 == $1 }.count
        let back = from.dropFirst(shared).reversed().compactMap { self[$0]?.edit.inverse }
        let forth = to.dropFirst(shared).compactMap { self[$0]?.edit }
        current = target
        return back + forth
    }

    /// The ids from the oldest edit to one, both included.
    package func path(to id: Int?) -> [Int] {
        var path: [Int] = []
        var next = id
        while let id = next, let node = self[id] {
            path.append(id)
            next = node.parent
        }
        return path.reversed()
    }

    private func index(of id: Int) -> Int? {
        var (low, high) = (0, nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < nodes.count && nodes[low].id == id ? low : nil
    }

    private func newestChild(of id: Int?) -> Int? {
        // A child is always newer, so that the newest edit is told to have none at once.
        for node in nodes.reversed() {
            if node.parent == id { return node.id }
            if let id, node.id <= id { return nil }
        }
        return nil
    }

    /// Forgets the oldest edit: with its branch when it is undone, else for
    /// good, so that the state after it is the oldest.
    private mutating func forgetOldest() {
        guard let oldest = nodes.first?.id else { return }
        let stands = path(to: current).contains(oldest)
        // What begins where the oldest edit did can no longer be reached.
        var gone: Set<Int> = stands ? Set(nodes.filter { $0.parent == nil }.map(\.id)) : [oldest]
        if stands { gone.remove(oldest) }
        for node in nodes where node.parent.map(gone.contains) ?? false { gone.insert(node.id) }
        if stands {
            for index in nodes.indices where nodes[index].parent == oldest {
                nodes[index].parent = nil
            }
            gone.insert(oldest)
        }
        nodes.removeAll { gone.contains($0.id) }
    }
}
