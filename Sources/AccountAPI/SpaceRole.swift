/// What somebody is in a space.
package enum SpaceRole: String, Hashable, Sendable, Codable, CaseIterable {
    case owner, admin, member, viewer

    /// Every permission there is; who has it is in one table.
    package enum Permission: String, Hashable, Sendable, CaseIterable {
        /// To comment is to add records of comments, and to change one’s own.
        case readRecords, writeRecords, comment, readMembers, invite, manageMembers, transfer
        /// Jobs of the service: to see them, to have them made and stop one’s own, to stop others’.
        case readJobs, makeJobs, manageJobs
        case readAssets, writeAssets
        /// Those of others; one's own go with `writeAssets`.
        case removeAssets
    }

    package func may(_ permission: Permission) -> Bool {
        Self.table[permission]?.contains(self) ?? false
    }

    /// Whether one of this role may make a member of one role one of another.
    ///
    /// Nobody touches who is as high as themselves, nor lifts anybody to where
    /// they are; the owner alone is changed by handing the space over.
    package func may(change old: SpaceRole, to new: SpaceRole) -> Bool {
        may(.manageMembers) && isAbove(old) && isAbove(new)
    }

    /// Whether one of this role may take out a member of another.
    package func may(remove other: SpaceRole) -> Bool {
        may(.manageMembers) && isAbove(other)
    }

    /// Whether one of this role may ask somebody in as another.
    package func may(inviteAs other: SpaceRole) -> Bool { may(.invite) && isAbove(other) }

    private func isAbove(_ other: SpaceRole) -> Bool { rank > other.rank }

    private var rank: Int {
        switch self {
        case .owner: 3
        case .admin: 2
        case .member: 1
        case .viewer: 0
        }
    }

    /// Who may do what; what is not here nobody may.
    private static let table: [Permission: Set<SpaceRole>] = [
        .readRecords: [.owner, .admin, .member, .viewer],
        .writeRecords: [.owner, .admin, .member],
        .comment: [.owner, .admin, .member, .viewer],
        .readMembers: [.owner, .admin, .member, .viewer],
        .invite: [.owner, .admin],
        .manageMembers: [.owner, .admin],
        .transfer: [.owner],
        .readJobs: [.owner, .admin, .member, .viewer],
        .makeJobs: [.owner, .admin, .member],
        .manageJobs: [.owner, .admin],
        .readAssets: [.owner, .admin, .member, .viewer],
        .writeAssets: [.owner, .admin, .member],
        .removeAssets: [.owner, .admin],
    ]
}
