import Editor
import Terminal

/// How the workspace stands to its account, in a word or three.
struct AccountStatus {
    let account: AccountStanding

    init(_ account: AccountStanding) { self.account = account }

    func text(_ glyphs: Glyphs) -> StyledText {
        if account.conflictCount > 0 {
            let count = Figures.counted(account.conflictCount, "conflict", "conflicts")
            return StyledText("\(glyphs.uncertain) \(count)", .failed)
        }
        switch account.phase {
        case .syncing: return StyledText("\(glyphs.running) syncing", .motion)
        case .synced:
            if account.isReadOnly, account.waitingCount > 0 {
                return StyledText("\(glyphs.dot) read only", .muted)
            }
            return StyledText("\(glyphs.done) synced", .done)
        case .offline(let since):
            return StyledText("\(glyphs.pending) offline since \(since)", .muted)
        case .expired: return StyledText("\(glyphs.failed) signed out", .failed)
        case .halted: return StyledText("\(glyphs.failed) not synced", .failed)
        }
    }
}
