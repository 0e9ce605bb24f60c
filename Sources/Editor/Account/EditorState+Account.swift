import Editorial

extension EditorState {
    mutating func openAccount() -> [Effect] {
        leavePanels(for: .account)
        return [.save(project, history), .account(.read)]
    }

    mutating func openTeam() -> [Effect] {
        leavePanels(for: .team)
        return [.save(project, history), .account(.readTeam)]
    }

    /// Takes how the workspace stands to its account.
    mutating func take(_ standing: AccountStanding?) -> [Effect] {
        let before = account
        account = standing
        guard let standing else { return [] }
        if standing.conflictCount > (before?.conflictCount ?? 0) {
            let key = keys(for: "account.open", in: [.anywhere]).map { "; \($0) shows them" }
            say(
                standing.conflictCount == 1
                    ? "One field was changed here and elsewhere\(key ?? "")."
                    : "\(standing.conflictCount) fields were changed here and elsewhere"
                        + "\(key ?? "").",
                .warning
            )
        }
        if case .halted(let sentence) = standing.phase, before?.phase != standing.phase {
            say(sentence, .warning)
        }
        let isNews = before?.conflictCount != standing.conflictCount
        return screen == .account && isNews ? [.account(.read)] : []
    }

    mutating func take(_ page: AccountBrowser.Page) {
        accountBrowser.page = page
        accountBrowser.cursor = max(0, min(accountBrowser.cursor, accountBrowser.rows.count - 1))
    }

    mutating func take(_ page: TeamBrowser.Page) {
        team.page = page
        team.cursor = max(0, min(team.cursor, page.members.count - 1))
    }

    mutating func moveAccountCursor(by rows: Int) {
        let last = max(0, accountBrowser.rows.count - 1)
        accountBrowser.cursor = min(max(0, accountBrowser.cursor + rows), last)
    }

    mutating func moveTeamCursor(by rows: Int) {
        let last = max(0, (team.page?.members.count ?? 0) - 1)
        team.cursor = min(max(0, team.cursor + rows), last)
    }

    /// The conflict under the cursor.
    var currentConflict: ConflictItem? {
        if case .conflict(let item) = accountBrowser.current { item } else { nil }
    }

    /// The session under the cursor.
    var currentSession: SessionItem? {
        if case .session(let item) = accountBrowser.current { item } else { nil }
    }

    /// Lets a value of the conflict under the cursor stand.
    mutating func settleConflict(takingMine isMine: Bool) -> [Effect] {
        guard let item = currentConflict else { return [] }
        say("The \(item.title) of \(item.place) is \(isMine ? "yours" : "theirs").", .success)
        return [.account(.settle(item.id, takingMine: isMine)), .account(.read)]
    }

    /// Why nothing can be asked of the account; nil when it can.
    var accountReason: String? {
        account == nil ? "Nobody is signed in; run “kinema login” in a shell." : nil
    }

    var conflictReason: String? {
        currentConflict == nil ? "Go to a field that was changed on both sides." : nil
    }

    var memberReason: String? {
        guard let member = team.current else { return "There is nobody else in this space." }
        return member.isOpen ? nil : "You may not change what \(member.name) is here."
    }

    /// Changes the role of the member under the cursor to the next one.
    mutating func changeRole() -> [Effect] {
        guard let member = team.current else { return [] }
        let place = TeamBrowser.roles.firstIndex(of: member.role) ?? 0
        let next = TeamBrowser.roles[(place + 1) % TeamBrowser.roles.count]
        say("\(member.name) is to be \(next).")
        return [.account(.changeRole(member: member.id, to: next)), .account(.readTeam)]
    }

    mutating func removeMember() -> [Effect] {
        guard let member = team.current else { return [] }
        say("\(member.name) is taken out; an invitation brings them back.")
        return [.account(.removeMember(member.id)), .account(.readTeam)]
    }
}
