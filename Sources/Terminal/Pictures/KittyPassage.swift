import Input

/// How kitty's commands reach the terminal.
package enum KittyPassage: Hashable, Sendable {
    case direct
    /// Wrapped, so that tmux hands them on; pictures are placed by
    /// placeholders in the text, which tmux moves and clips as it does text.
    case tmux

    var opening: String {
        switch self {
        case .direct: "\u{1B}_G"
        case .tmux: "\u{1B}Ptmux;\u{1B}\u{1B}_G"
        }
    }

    var closing: String {
        switch self {
        case .direct: "\u{1B}\\"
        case .tmux: "\u{1B}\u{1B}\\\u{1B}\\"
        }
    }

    /// The two images that take turns.
    ///
    /// Where the text names them they must be colours of the 256 that every
    /// terminal passes on unchanged.
    var ids: [Int] {
        switch self {
        case .direct: [0x4B_49_4E, 0x4B_49_4F]
        case .tmux: [203, 204]
        }
    }

    /// The keys of a command that place an image.
    func place(_ cells: CellSize, depth: Int) -> String {
        switch self {
        case .direct: "p=1,C=1,c=\(cells.columns),r=\(cells.rows),z=\(depth)"
        case .tmux: "U=1,c=\(cells.columns),r=\(cells.rows)"
        }
    }
}
