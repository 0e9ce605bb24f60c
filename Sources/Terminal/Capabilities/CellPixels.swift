/// The extent of one cell, in pixels.
package struct CellPixels: Hashable, Sendable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Assumed where a terminal does not say.
    package static let assumed = CellPixels(width: 8, height: 16)

    /// Whether the extent can be true; a terminal may answer nonsense.
    var isPlausible: Bool { (2...256).contains(width) && (2...256).contains(height) }
}
