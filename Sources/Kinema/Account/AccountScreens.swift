import AccountAPI
import Editor
import Editorial
import Sync
import Workspace

/// What the screens of the account and the team ask for.
struct AccountScreens: Sendable {
    let access: AccountAccess
    let workspace: LocalWorkspace

    /// Carries out an order.
    ///
    /// - Returns: What to tell the editor; nil where nothing is to be told.
    func carryOut(_ order: AccountOrder) async throws -> Action? {
        switch order {
        case .sync: return nil
        case .read: return .accountRead(await page())
        case .readTeam: return .teamRead(await team())
        case .settle(let id, let isMine):
            try settle(id, takingMine: isMine)
            return nil
        case .endSession(let session):
            try await access.endSession(session)
            return nil
        case .signOut:
            let isKnown = await access.end()
            return .noticed(
                Notice(
                    AccountDesk.signedOut(isKnown: isKnown),
                    severity: .success,
                    at: Wiring.timestamp
                )
            )
        case .invite(let email): return try await invite(email)
        case .changeRole(let member, let role):
            guard let role = SpaceRole(rawValue: role) else { return nil }
            let (space, account) = try await self.member(of: member)
            try await access.change(account, to: role, in: space)
            return nil
        case .removeMember(let member):
            let (space, account) = try await self.member(of: member)
            try await access.remove(account, from: space)
            return nil
        }
    }

    private func page() async -> AccountBrowser.Page {
        var page = AccountBrowser.Page(
            conflicts: (try? workspace.conflicts())?.map(ConflictItem.init) ?? []
        )
        do throws(SyncError) {
            page.sessions = try await access.sessions().map(SessionItem.init)
            let space = try await space()
            page.space = space.isPersonal ? "all your machines" : "the team \(space.name)"
        } catch {
            page.problem = error.message
        }
        return page
    }

    /// The space that the workspace is shared with.
    private func space() async throws(SyncError) -> Space {
        let id = (try? workspace.sharing())?.space ?? ""
        return try await access.space(named: id)
    }

    private func team() async -> TeamBrowser.Page {
        do throws(SyncError) {
            let space = try await space()
            let own = try await access.profile().id
            let members = try await access.members(of: space).members
            return TeamBrowser.Page(
                name: space.name,
                isPersonal: space.isPersonal,
                members: members.map { member in
                    MemberItem(
                        id: member.account.description,
                        name: member.name,
                        email: member.email,
                        role: member.role.rawValue,
                        isSelf: member.account == own,
                        isOpen: member.account != own && space.role.may(remove: member.role)
                    )
                },
                mayInvite: !space.isPersonal && space.role.may(.invite)
            )
        } catch {
            return TeamBrowser.Page(
                name: "",
                isPersonal: true,
                members: [],
                mayInvite: false,
                problem: error.message
            )
        }
    }

    private func member(of id: String) async throws -> (Space, AccountProfile.ID) {
        guard let account = AccountProfile.ID(id) else {
            throw Complaint("There is no such member; look at the team again.")
        }
        return (try await space(), account)
    }

    private func invite(_ email: String) async throws -> Action {
        _ = try await access.invite(email, as: .member, to: try await space())
        return .noticed(
            Notice("An invitation is sent to \(email).", severity: .success, at: Wiring.timestamp)
        )
    }

    private func settle(_ id: ConflictItem.ID, takingMine isMine: Bool) throws {
        let conflict = try workspace.conflicts().first { ConflictItem($0).id == id }
        if let conflict { try workspace.settle(conflict, takingMine: isMine) }
    }
}

extension ConflictItem {
    fileprivate init(_ conflict: SharingConflict) {
        self.init(
            id: ID(kind: conflict.key.kind, record: conflict.key.id, field: conflict.field),
            title: conflict.title,
            place: conflict.place,
            mine: SharingConflict.shown(conflict.mine),
            theirs: SharingConflict.shown(conflict.theirs),
            isMine: conflict.isMine
        )
    }
}

extension SessionItem {
    fileprivate init(_ session: AccountSession) {
        self.init(
            id: session.id.description,
            device: session.device,
            address: session.address,
            seenAt: session.seenAt,
            isCurrent: session.isCurrent
        )
    }
}
