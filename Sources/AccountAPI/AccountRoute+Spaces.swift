extension AccountRoute {
    package static let makeSpace = AccountRoute(
        id: "space.make",
        method: .post,
        path: "/v1/spaces",
        access: .account,
        body: .json,
        summary: "Makes a space for a team, of which the asker is the owner."
    )
    package static let members = AccountRoute(
        id: "member.list",
        method: .get,
        path: "/v1/spaces/{space}/members",
        access: .account,
        body: .none,
        summary: "Lists who is in a space."
    )
    package static let changeRole = AccountRoute(
        id: "member.changeRole",
        method: .put,
        path: "/v1/spaces/{space}/members/{account}",
        access: .account,
        body: .json,
        summary: "Gives a member another role."
    )
    package static let removeMember = AccountRoute(
        id: "member.remove",
        method: .delete,
        path: "/v1/spaces/{space}/members/{account}",
        access: .account,
        body: .none,
        summary: "Takes a member out of a space, or with one’s own account leaves it."
    )
    package static let invite = AccountRoute(
        id: "invitation.make",
        method: .post,
        path: "/v1/spaces/{space}/invitations",
        access: .account,
        body: .json,
        summary: "Asks somebody into a space, by mail or by a link to hand on."
    )
    package static let join = AccountRoute(
        id: "invitation.take",
        method: .post,
        path: "/v1/invitations",
        access: .account,
        body: .json,
        summary: "Takes an invitation, once."
    )
    package static let transfer = AccountRoute(
        id: "space.transfer",
        method: .put,
        path: "/v1/spaces/{space}/owner",
        access: .account,
        body: .json,
        summary: "Hands a space over to another member; the owner becomes an admin."
    )

    static let spaceTable = [
        makeSpace, members, changeRole, removeMember, invite, join, transfer,
    ]
}
