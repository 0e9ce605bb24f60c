import Editorial
import Input
import Testing

@testable import Editor

struct AccountScreenTests {
    private func standing(conflicts: Int = 0) -> AccountStanding {
        AccountStanding(
            phase: .synced(at: Timestamp(milliseconds: 1)),
            server: "kinema.example.org",
            conflictCount: conflicts
        )
    }

    private var item: ConflictItem {
        ConflictItem(
            id: .init(kind: "shot", record: "1", field: "draft.prompt"),
            title: "prompt",
            place: "“gantry”",
            mine: "one",
            theirs: "two",
            isMine: false
        )
    }

    private func opened() -> EditorState {
        var state = EditorState.fixture()
        _ = reduce(&state, .accountChanged(standing(conflicts: 1)))
        _ = reduce(&state, .run("account.open"))
        let session = SessionItem(
            id: "s",
            device: "a laptop",
            address: "192.0.2.1",
            seenAt: state.now,
            isCurrent: false
        )
        _ = reduce(&state, .accountRead(.init(conflicts: [item], sessions: [session])))
        return state
    }

    @Test func `A new conflict is told once, with the key that shows it`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .accountChanged(standing(conflicts: 1)))
        #expect(
            state.notice?.text == "One field was changed here and elsewhere; f10 shows them."
        )
        let said = state.messages.count
        _ = reduce(&state, .accountChanged(standing(conflicts: 1)))
        #expect(state.messages.count == said)
    }

    @Test func `Either value is taken by a key`() {
        var state = opened()
        #expect(
            state.keys("m")
                == [.account(.settle(item.id, takingMine: true)), .account(.read)]
        )
        #expect(
            state.keys("t")
                == [.account(.settle(item.id, takingMine: false)), .account(.read)]
        )
    }

    @Test func `A session under the cursor is ended, and a conflict is not`() {
        var state = opened()
        #expect(state.keys("x") == [])
        #expect(state.keys("j", "x") == [.account(.endSession("s")), .account(.read)])
    }

    @Test func `What was settled leaves the cursor on a row that is there`() {
        var state = opened()
        state.keys("G")
        _ = reduce(&state, .accountRead(.init(conflicts: [])))
        #expect(state.accountBrowser.cursor == 0 && state.accountBrowser.current == nil)
        #expect(state.keys("m") == [])
    }

    @Test func `A team changes by keys what it may, and says why not what it may not`() {
        var state = EditorState.fixture()
        _ = reduce(&state, .accountChanged(standing()))
        _ = reduce(&state, .run("team.open"))
        let members = [("ada", true), ("bob", false)].map { name, isSelf in
            MemberItem(
                id: name,
                name: name,
                email: name,
                role: "member",
                isSelf: isSelf,
                isOpen: !isSelf
            )
        }
        _ = reduce(
            &state,
            .teamRead(.init(name: "Club", isPersonal: false, members: members, mayInvite: true))
        )
        #expect(state.keys("r") == [])
        #expect(state.notice?.text == "You may not change what ada is here.")
        #expect(
            state.keys("j", "r")
                == [.account(.changeRole(member: "bob", to: "viewer")), .account(.readTeam)]
        )
        state.keys("i")
        state.write("nobody")
        #expect(state.keys("enter") == [])
        state.write("@example.org")
        #expect(
            state.keys("enter")
                == [.account(.invite(email: "nobody@example.org")), .account(.readTeam)]
        )
    }
}
