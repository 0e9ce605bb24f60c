/// How a glyph is drawn, apart from its colours.
package struct CellAttributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = CellAttributes(rawValue: 1)
    package static let dim = CellAttributes(rawValue: 2)
    package static let italic = CellAttributes(rawValue: 4)
    package static let underline = CellAttributes(rawValue: 8)
    package static let reverse = CellAttributes(rawValue: 16)
}

/// The colours and attributes of a cell; a nil colour is the terminal's own.
package struct CellStyle: Hashable, Sendable {
    package var foreground: Colour?
    package var background: Colour?
    package var attributes: CellAttributes

    package init(
        foreground: Colour? = nil,
        background: Colour? = nil,
        attributes: CellAttributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
