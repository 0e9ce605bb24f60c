import Editor
import Terminal

/// How the workspace stands to its account, in a word or three.
struct AccountStatus {
    let account: AccountStanding

    init(_ account: AccountStanding) { self.account = account }

    /// The files that are on their way; those somebody waits for go before.
    private func files(_ glyphs: Glyphs) -> StyledText? {
        let percent = account.files.percent.map { " \($0) %" } ?? ""
        if account.files.fetched != nil {
            return StyledText("\(glyphs.running) fetching\(percent)", .motion)
        }
        guard account.files.sendingCount > 0 else { return nil }
        let count = Figures.counted(account.files.sendingCount, "file", "files")
        return StyledText("\(glyphs.running) sending \(count)\(percent)", .motion)
    }

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
            return files(glyphs) ?? StyledText("\(glyphs.done) synced", .done)
        case .offline(let since):
            return StyledText("\(glyphs.pending) offline since \(since)", .muted)
        case .expired: return StyledText("\(glyphs.failed) signed out", .failed)
        case .halted: return StyledText("\(glyphs.failed) not synced", .failed)
        }
    }
}
