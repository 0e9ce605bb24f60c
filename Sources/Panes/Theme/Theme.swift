package import Terminal

/// What the editor draws with: a paint for each part that is played.
package struct Theme: Hashable, Sendable {
    /// What a paint stands for, spelled as themes spell it.
    package enum Role: String, CaseIterable, Sendable {
        /// The stage and the timeline; the darkest surface of a dark theme.
        case background
        case panel
        /// The bars at the top and at the bottom.
        case bar
        /// Popups, which lie above everything.
        case raised
        case rule
        /// The surface of the selected row.
        case selection
        case text, muted, faint
        /// Focus, the current value, and the one thing to press.
        case accent
        /// What is written on a surface of accent or motion.
        case onAccent
        /// Camera moves and live progress.
        case motion
        case looks
        case done
        case failed
    }

    /// A colour and how it is drawn; a nil colour is the terminal's own.
    package struct Paint: Hashable, Sendable {
        package var colour: Colour?
        package var attributes: CellAttributes = []
    }

    /// Its file's name without the ending, such as `nord`.
    package let id: String
    /// The name a person reads.
    package let name: String
    private let paints: [Role: Paint]

    /// A role without a paint is the terminal's own colour.
    package init(id: String, name: String, paints: [Role: Paint]) {
        self.id = id
        self.name = name
        self.paints = paints
    }

    package subscript(role: Role) -> Colour? { paints[role]?.colour }

    func paint(_ role: Role) -> Paint { paints[role] ?? Paint() }

    /// Whether text is dark on light; false where the terminal's own colours decide.
    package var isLight: Bool {
        guard let background = self[.background], let text = self[.text] else { return false }
        return background.weight > text.weight
    }

    /// Returns the style of ink on a surface.
    package func style(
        _ ink: Role,
        on surface: Role,
        _ attributes: CellAttributes = []
    ) -> CellStyle {
        let surface = paint(surface)
        let own = paint(ink)
        guard !surface.attributes.contains(.reverse) else {
            return CellStyle(attributes: attributes.union(.reverse))
        }
        return CellStyle(
            foreground: own.colour,
            background: surface.colour,
            attributes: attributes.union(own.attributes)
        )
    }

    /// Returns a surface that leans towards a colour.
    ///
    /// A share of 0 is the background itself, 1 the colour. Colours of the
    /// terminal's owner are not mixed.
    package func tint(_ role: Role, _ share: Double) -> Colour? {
        guard let background = self[.background], let colour = self[role],
            background.own == nil, colour.own == nil
        else { return self[.bar] }
        return background.mixed(with: colour, share)
    }

    /// The theme without a file: quiet, dark, one warm accent.
    package static let standard = Theme(
        id: "dark",
        name: "Dark",
        paints: [
            .background: 0x0F1115, .panel: 0x13161C, .bar: 0x1A1E26, .raised: 0x1F242D,
            .rule: 0x2E3440, .selection: 0x282E3A, .text: 0xD6D9E0, .muted: 0x7F8899,
            .faint: 0x545C6C, .accent: 0xF2B84B, .onAccent: 0x0F1115, .motion: 0x5CC8C2,
            .looks: 0xB294F0, .done: 0x8CCF7E, .failed: 0xF26D6D,
        ].mapValues { Paint(colour: Colour($0)) }
    )

    /// Weight and reverse alone, for terminals without colours and for NO_COLOR.
    package static let plain = Theme(
        id: "plain",
        name: "No colours",
        paints: [
            .accent: Paint(attributes: .reverse), .motion: Paint(attributes: .reverse),
            .faint: Paint(attributes: .dim), .rule: Paint(attributes: .dim),
        ]
    )
}

extension Colour {
    /// How light it looks, roughly: 0…2040.
    fileprivate var weight: Int { 2 * Int(red) + 5 * Int(green) + Int(blue) }
}
