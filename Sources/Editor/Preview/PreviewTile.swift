package import Editorial
package import Input

/// A small picture among others.
package struct PreviewTile: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case asset(Asset.ID, isFilm: Bool)
        /// What a shot starts from.
        case shot(Draft)
    }

    package let subject: Subject
    /// Its cells, counted from the upper left of all the tiles.
    package let place: CellRect

    package init(_ subject: Subject, place: CellRect) {
        self.subject = subject
        self.place = place
    }
}
