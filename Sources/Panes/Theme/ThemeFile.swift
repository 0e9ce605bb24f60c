import PlainText
import Terminal

/// One file of a theme, before what it inherits is filled in.
struct ThemeFile {
    let name: String
    /// The theme whose paints it has where it gives none, and where it says so.
    private(set) var parent: (id: String, place: PlainTextNode)?
    /// Colours by names of its own.
    private(set) var palette: [String: Colour] = [:]
    /// Paints as they are written, by role; those of the palette are found later.
    private(set) var paints: [Theme.Role: (spelling: String, place: PlainTextNode)] = [:]
    let root: PlainTextNode

    /// The keys of a theme's file.
    private static let keys = ["name", "inherits", "palette", "colours"]

    init(_ root: PlainTextNode) throws(PlainTextError) {
        self.root = root
        let values = try root.mapping("a theme", allowed: Self.keys)
        guard let name = values["name"] else {
            throw root.error("A theme needs a name; write `name: Dusk`.")
        }
        self.name = try name.text("the name", limit: 40)
        if let node = values["inherits"] {
            parent = (try node.text("the inherited theme", limit: 40), node)
        }
        for field in try values["palette"]?.fields(of: "the palette") ?? [] {
            guard let colour = field.value.word.flatMap({ Colour(hex: $0) }) else {
                throw field.value.error(
                    "A palette's colour is written as `#` and six digits, such as \"#f2b84b\"."
                )
            }
            palette[field.name] = colour
        }
        let roles = Theme.Role.allCases.map(\.rawValue)
        for field in try values["colours"]?.fields(of: "colours", allowed: roles) ?? [] {
            guard let role = Theme.Role(rawValue: field.name) else { continue }
            paints[role] = (try field.value.text("a colour", limit: 60), field.value)
        }
    }

    /// Returns what the paint of a role is, with the colours of a palette.
    func paint(
        of role: Theme.Role,
        palette: [String: Colour]
    ) throws(PlainTextError) -> Theme.Paint? {
        guard let (spelling, place) = paints[role] else { return nil }
        var paint = Theme.Paint()
        for word in spelling.split(separator: " ").map(String.init) {
            if let attribute = Self.attributes[word] {
                paint.attributes.insert(attribute)
            } else if let colour = palette[word] ?? Colour(hex: word) {
                paint.colour = colour
            } else if let number = Self.ownColours.firstIndex(of: word) {
                paint.colour = Colour(own: number)
            } else if word != "default" {
                throw unknown(word, at: place, palette: palette)
            }
        }
        return paint
    }

    private func unknown(
        _ word: String,
        at place: PlainTextNode,
        palette: [String: Colour]
    ) -> PlainTextError {
        let known = palette.keys.sorted() + Self.ownColours + ["default"] + Self.attributes.keys
        let told = "`\(word.excerpt)` is not a colour"
        if let near = word.nearest(among: known) {
            return place.error("\(told); did you mean `\(near)`?")
        }
        return place.error(
            "\(told); write \"#f2b84b\", a name from the palette, default, or one of the "
                + "terminal's own such as bright-blue."
        )
    }

    private static let attributes: [String: CellAttributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "reverse": .reverse,
        "underline": .underline,
    ]

    /// The names of the terminal's own colours, by their numbers.
    private static let ownColours: [String] = {
        let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return plain + plain.map { "bright-\($0)" }
    }()
}
