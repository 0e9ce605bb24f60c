import AccountAPI
import DatabaseFixtures
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

struct TeamTests {
    /// Four people of one team, one of each role, and one who is in none.
    private struct Team {
        let service: ServiceFixture
        let space: String
        private(set) var tokens: [SpaceRole: String] = [:]
        private(set) var accounts: [SpaceRole: String] = [:]
        let stranger: String

        init(_ engine: Engine) async throws {
            service = try await ServiceFixture(engine)
            stranger = try await service.enrol("stranger@example.org").accessToken
            let owner = try await service.enrol("owner@example.org").accessToken
            let made = try await service.ask(
                .makeSpace,
                token: owner,
                json: SpaceBodies.Make(name: "Studio")
            ).json(Space.self)
            space = made.id.description
            tokens[.owner] = owner
            for role in [SpaceRole.admin, .member, .viewer] {
                let token = try await service.enrol("\(role.rawValue)@example.org").accessToken
                tokens[role] = token
                _ = try await join(token, as: role)
            }
            for (role, token) in tokens {
                accounts[role] = try await service.profile(token).id.description
            }
        }

        func invite(_ role: SpaceRole, by token: String?) async throws -> HTTPReply {
            try await service.ask(
                .invite,
                at: AccountRoute.invite.path(space),
                token: token,
                json: SpaceBodies.Invite(email: nil, role: role)
            )
        }

        func join(_ token: String, as role: SpaceRole) async throws -> HTTPReply {
            let invitation = try await invite(role, by: tokens[.owner])
                .json(SpaceBodies.Invitation.self)
            return try await service.ask(.join, token: token, json: invitation)
        }

        func change(
            _ account: String,
            to role: SpaceRole,
            by token: String?
        ) async throws -> HTTPReply {
            try await service.ask(
                .changeRole,
                at: AccountRoute.changeRole.path(space, account),
                token: token,
                json: SpaceBodies.ChangeRole(role: role)
            )
        }

        func remove(_ account: String, by token: String?) async throws -> HTTPReply {
            try await service.ask(
                .removeMember,
                at: AccountRoute.removeMember.path(space, account),
                token: token
            )
        }

        func roles() async throws -> [String: SpaceRole] {
            let list = try await service.ask(
                .members,
                at: AccountRoute.members.path(space),
                token: tokens[.owner] ?? ""
            ).json(SpaceBodies.MemberList.self)
            return Dictionary(
                uniqueKeysWithValues: list.members.map { ($0.email, $0.role) }
            )
        }
    }

    /// What each role may make of each other, written out: rows act, columns are acted on.
    private static let lifts: [SpaceRole: [SpaceRole: Set<SpaceRole>]] = [
        .owner: [
            .admin: [.admin, .member, .viewer], .member: [.admin, .member, .viewer],
            .viewer: [.admin, .member, .viewer],
        ],
        .admin: [.member: [.member, .viewer], .viewer: [.member, .viewer]],
        .member: [:],
        .viewer: [:],
    ]

    @Test(arguments: SpaceRole.allCases)
    func `A role makes of another what the table says, cell by cell`(
        actor: SpaceRole
    ) async throws {
        let team = try await Team(.sqlite)
        for target in SpaceRole.allCases {
            let account = try #require(team.accounts[target])
            for new in SpaceRole.allCases {
                let reply = try await team.change(account, to: new, by: team.tokens[actor])
                let may = Self.lifts[actor]?[target]?.contains(new) ?? false
                #expect(reply.head.isSuccess == may, "\(actor) \(target) \(new)")
                if may { _ = try await team.change(account, to: target, by: team.tokens[.owner]) }
                #expect(try await team.roles()["\(target.rawValue)@example.org"] == target)
            }
        }
    }

    @Test(arguments: SpaceRole.allCases)
    func `A role invites and takes out whom the table says`(actor: SpaceRole) async throws {
        let team = try await Team(.sqlite)
        let below: [SpaceRole: Set<SpaceRole>] = [
            .owner: [.admin, .member, .viewer], .admin: [.member, .viewer],
        ]
        for target in SpaceRole.allCases {
            let may = below[actor]?.contains(target) ?? false
            let invited = try await team.invite(target, by: team.tokens[actor])
            #expect(invited.head.isSuccess == may, "\(actor) invites as \(target)")
            guard target != actor else { continue }
            let account = try #require(team.accounts[target])
            let removed = try await team.remove(account, by: team.tokens[actor])
            #expect(removed.head.isSuccess == may, "\(actor) takes out \(target)")
            if may {
                let token = try #require(team.tokens[target])
                #expect(try await team.join(token, as: target).head.isSuccess)
            }
        }
        let own = try #require(team.accounts[actor])
        let left = try await team.remove(own, by: team.tokens[actor])
        #expect(left.head.isSuccess == (actor != .owner))
    }

    @Test(arguments: Engine.allCases)
    func `To a stranger a team is not there, by any route`(engine: Engine) async throws {
        let team = try await Team(engine)
        let account = try #require(team.accounts[.member])
        let replies = [
            try await team.change(account, to: .viewer, by: team.stranger),
            try await team.remove(account, by: team.stranger),
            try await team.invite(.viewer, by: team.stranger),
            try await team.service.ask(
                .members,
                at: AccountRoute.members.path(team.space),
                token: team.stranger
            ),
            try await team.service.ask(
                .transfer,
                at: AccountRoute.transfer.path(team.space),
                token: team.stranger,
                json: ["account": account]
            ),
            try await team.service.ask(
                .pull,
                at: AccountRoute.pull.path(team.space),
                token: team.stranger
            ),
        ]
        #expect(replies.map(\.problem) == Array(repeating: .notFound, count: replies.count))
    }

    @Test(arguments: Engine.allCases)
    func `A space is handed over whole, by its owner alone`(engine: Engine) async throws {
        let team = try await Team(engine)
        func transfer(by role: SpaceRole, to other: SpaceRole) async throws -> Int {
            try await team.service.ask(
                .transfer,
                at: AccountRoute.transfer.path(team.space),
                token: team.tokens[role],
                json: ["account": team.accounts[other]]
            ).head.status
        }
        for role in [SpaceRole.admin, .member, .viewer] {
            #expect(try await transfer(by: role, to: role) == 403)
        }
        #expect(try await transfer(by: .owner, to: .member) == 204)
        let roles = try await team.roles()
        #expect(roles["member@example.org"] == .owner)
        #expect(roles["owner@example.org"] == .admin)
        #expect(roles.values.count { $0 == .owner } == 1)
    }

    @Test func `An invitation by mail is for its address alone, and once`() async throws {
        let team = try await Team(.sqlite)
        let service = team.service
        let guest = try await service.enrol("guest@example.org").accessToken
        let invitation = try await service.ask(
            .invite,
            at: AccountRoute.invite.path(team.space),
            token: team.tokens[.owner],
            json: SpaceBodies.Invite(email: "Guest@example.org", role: .viewer)
        ).json(SpaceBodies.Invitation.self)
        let letter = try #require(service.postbox.letters(to: "guest@example.org").last)
        #expect(letter.contains("kinema team join \(invitation.token)"))
        let wrong = try await service.ask(.join, token: team.stranger, json: invitation)
        #expect(wrong.problem == .badToken)
        let space = try await service.ask(.join, token: guest, json: invitation).json(Space.self)
        #expect(space.role == .viewer && space.name == "Studio")
        #expect(
            try await service.ask(.join, token: guest, json: invitation).problem == .badToken
        )
    }

    @Test func `An invitation of one who may no longer invite opens nothing`() async throws {
        let team = try await Team(.sqlite)
        let invitation = try await team.invite(.member, by: team.tokens[.admin])
            .json(SpaceBodies.Invitation.self)
        let admin = try #require(team.accounts[.admin])
        _ = try await team.change(admin, to: .viewer, by: team.tokens[.owner])
        let reply = try await team.service.ask(.join, token: team.stranger, json: invitation)
        #expect(reply.problem == .badToken)
    }

    @Test func `Nobody is asked into somebody's own space`() async throws {
        let service = try await ServiceFixture(.sqlite)
        let token = try await service.enrol("ada@example.org").accessToken
        let own = try #require(try await service.profile(token).ownSpace)
        let reply = try await service.ask(
            .invite,
            at: AccountRoute.invite.path(own.id.description),
            token: token,
            json: SpaceBodies.Invite(email: nil, role: .viewer)
        )
        #expect(reply.problem == .badRequest)
    }
}
