package import Terminal

/// The colours that the editor draws with, by the part they play.
package struct Theme: Hashable, Sendable {
    /// What a colour stands for, spelled as themes spell it.
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
        /// Camera moves and live progress.
        case motion
        case looks
        case done
        case failed
    }

    /// The name a person reads.
    package let name: String
    private let colours: [Role: Colour]

    /// - Precondition: Every role has a colour.
    package init(name: String, colours: [Role: Colour]) {
        precondition(
            Role.allCases.allSatisfy { colours[$0] != nil },
            "A theme has a colour for every role."
        )
        self.name = name
        self.colours = colours
    }

    package subscript(role: Role) -> Colour {
        guard let colour = colours[role] else {
            preconditionFailure("A theme has a colour for every role.")
        }
        return colour
    }

    package func style(
        _ ink: Role,
        on surface: Role,
        _ attributes: CellAttributes = []
    ) -> CellStyle {
        CellStyle(foreground: self[ink], background: self[surface], attributes: attributes)
    }

    /// Returns a surface that leans towards a colour: 0 is the background
    /// itself, 1 the colour.
    package func tint(_ role: Role, _ share: Double) -> Colour {
        self[.background].mixed(with: self[role], share)
    }

    /// The theme without a file: quiet, dark, one warm accent.
    package static let standard = Theme(
        name: "Dark",
        colours: [
            .background: Colour(0x0F1115), .panel: Colour(0x13161C), .bar: Colour(0x1A1E26),
            .raised: Colour(0x1F242D), .rule: Colour(0x2E3440), .selection: Colour(0x282E3A),
            .text: Colour(0xD6D9E0), .muted: Colour(0x7F8899), .faint: Colour(0x545C6C),
            .accent: Colour(0xF2B84B), .motion: Colour(0x5CC8C2), .looks: Colour(0xB294F0),
            .done: Colour(0x8CCF7E), .failed: Colour(0xF26D6D),
        ]
    )
}
