/// What goes into a cell together, and how many columns it takes.
struct ScreenCluster: Hashable {
    var text: String
    /// 1 or 2.
    var columns: Int

    /// Marks that may pile up on one base; ncurses keeps no more.
    private static let markLimit = 4

    private static let replacement = ScreenCluster(text: "\u{FFFD}", columns: 1)

    /// Calls back for each cluster of a grapheme.
    ///
    /// That is one for nearly all; a conjunct of several spacing letters is
    /// more, because terminals advance by letter there. A mark without a base
    /// and a character with no place on a screen give none.
    static func forEach(in character: Character, _ body: (ScreenCluster) -> Void) {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return }
        if scalars.index(after: scalars.startIndex) == scalars.endIndex {
            guard first.isPrintable else { return }
            switch ScalarWidth.columns(of: first) {
            case nil: body(replacement)
            case 0: return
            case let columns?: body(ScreenCluster(text: String(first), columns: columns))
            }
        } else if character.isEmojiSequence {
            body(ScreenCluster(text: String(character), columns: 2))
        } else {
            split(scalars, body)
        }
    }

    private static func split(
        _ scalars: Character.UnicodeScalarView,
        _ body: (ScreenCluster) -> Void
    ) {
        var cluster: ScreenCluster?
        var marks = 0
        for scalar in scalars where scalar.isPrintable {
            let columns = ScalarWidth.columns(of: scalar)
            if columns == 0 {
                guard marks < markLimit else { continue }
                cluster?.text.unicodeScalars.append(scalar)
                marks += 1
            } else {
                if let cluster { body(cluster) }
                cluster = columns.map { ScreenCluster(text: String(scalar), columns: $0) }
                cluster = cluster ?? replacement
                marks = 0
            }
        }
        if let cluster { body(cluster) }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar may reach a terminal: no control, no direction
    /// override, nothing that is invisible and only there to deceive.
    var isPrintable: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: false
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F: false
        case 0x2028...0x202E, 0x2060...0x206F: false
        case 0xFEFF, 0xFFF0...0xFFFB, 0xE0001: false
        default: true
        }
    }
}

extension Character {
    /// Whether several scalars make one emoji, two columns wide.
    fileprivate var isEmojiSequence: Bool {
        let scalars = unicodeScalars
        guard let first = scalars.first, scalars.count <= 16,
            scalars.allSatisfy(\.isPrintable)
        else { return false }
        if (0x1F1E6...0x1F1FF).contains(first.value) { return true }
        guard first.properties.isEmoji else { return false }
        return scalars.dropFirst().contains { scalar in
            scalar.value == 0xFE0F || scalar.value == 0x200D
                || scalar.properties.isEmojiModifier
        }
    }
}
