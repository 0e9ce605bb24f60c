package import Editorial

/// The takes of a project, as they were read, and up to which change.
package struct TakeReading: Hashable, Sendable {
    package let project: Project.ID
    /// The oldest first, those of removed shots included.
    package internal(set) var takes: [Take]
    /// The number of the last change that is in them.
    var mark: Int

    /// Takes over what was read of those that changed; of the others `changed`
    /// has nothing.
    mutating func take(_ fresh: [Take], changed: [Take.ID], upTo mark: Int) {
        self.mark = mark
        let there = Set(fresh.map(\.id))
        let gone = Set(changed).subtracting(there)
        if takes.contains(where: { gone.contains($0.id) }) {
            takes.removeAll { gone.contains($0.id) }
        }
        for take in fresh {
            let place = place(of: take)
            if takes.indices.contains(place), takes[place].id == take.id {
                takes[place] = take
            } else {
                takes.insert(take, at: place)
            }
        }
    }

    /// Where a take is or belongs; a take's moment never changes.
    private func place(of take: Take) -> Int {
        var range = takes.startIndex..<takes.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if (takes[middle].createdAt, takes[middle].id) < (take.createdAt, take.id) {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}
