extension Command {
    static let accountCommands: [Command] = [
        Command(
            "account.open",
            "Account",
            hint: "account",
            help: "Shows how this workspace stands to your account, and where you are signed in.",
            perform: { $0.openAccount() }
        ),
        Command(
            "account.sync",
            "Sync now",
            hint: "sync",
            help: "Sends what was changed here and takes over what was changed elsewhere, at once.",
            availability: { .init(unless: $0.accountReason) },
            perform: { _ in [.account(.sync)] }
        ),
        on(
            .account,
            "account.mine",
            "Take mine",
            hint: "mine",
            "Lets what you wrote stand; the other stays in the history.",
            unless: { $0.conflictReason }
        ) {
            $0.settleConflict(takingMine: true)
        },
        on(
            .account,
            "account.theirs",
            "Take theirs",
            hint: "theirs",
            "Lets what was written elsewhere stand; yours stays in the history.",
            unless: { $0.conflictReason }
        ) {
            $0.settleConflict(takingMine: false)
        },
        on(
            .account,
            "account.endSession",
            "End the session",
            hint: "end",
            "Signs out the place under the cursor.",
            unless: { $0.currentSession == nil ? "Go to a session." : nil }
        ) { state in
            guard let session = state.currentSession else { return [] }
            if session.isCurrent { return [.account(.signOut)] }
            state.say("“\(session.device)” is signed out.")
            return [.account(.endSession(session.id)), .account(.read)]
        },
        Command(
            "team.open",
            "Team",
            hint: "team",
            help: "Shows who shares this workspace, and what they may do.",
            perform: { $0.openTeam() }
        ),
        on(
            .team,
            "team.invite",
            "Invite",
            hint: "invite",
            "Asks somebody into the team, by mail.",
            unless: { state in
                guard let page = state.team.page else { return state.accountReason }
                if page.isPersonal {
                    return "This space is yours alone; “kinema team make” makes a team."
                }
                return page.mayInvite ? nil : "Only the owner and admins ask others in."
            }
        ) { state in
            state.popup = .question(Question(.invitation))
            return []
        },
        on(
            .team,
            "team.role",
            "Change the role",
            hint: "role",
            "Makes the member an admin, a member or a viewer in turn.",
            unless: { $0.memberReason }
        ) {
            $0.changeRole()
        },
        on(
            .team,
            "team.remove",
            "Take out",
            hint: "remove",
            "Takes the member out of the team.",
            unless: { $0.memberReason }
        ) {
            $0.removeMember()
        },
    ]
}
