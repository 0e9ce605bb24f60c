import AccountAPI
import ArgumentParser
import Foundation
import Sync
import Terminal

extension TeamCommand {
    /// One member of one team.
    struct Membership: ParsableArguments {
        @Argument(help: "The team, by its name or id.")
        var team: String

        @Argument(help: "The member’s mail address.")
        var member: String

        func find(_ desk: AccountDesk) async throws -> (Space, AccountProfile.ID) {
            try await desk.access.member(member, of: team)
        }
    }

    struct Role: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role",
            abstract: "Give a member another role."
        )

        @OptionGroup var whom: Membership

        @Argument(help: "What they are to be: admin, member or viewer.")
        var role: String

        func run() throws {
            let desk = try AccountDesk()
            let role = try SpaceRole(named: role)
            try AccountDesk.wait { [whom] in
                let (space, account) = try await whom.find(desk)
                try await desk.access.change(account, to: role, in: space)
            }
            print("\(whom.member) is \(role.rawValue) now.".printable)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Take a member out of a team; with your own address you leave it."
        )

        @OptionGroup var whom: Membership

        func run() throws {
            let desk = try AccountDesk()
            try AccountDesk.wait { [whom] in
                let (space, account) = try await whom.find(desk)
                try await desk.access.remove(account, from: space)
            }
            print("\(whom.member) is no longer in it.".printable)
        }
    }

    struct Transfer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "transfer",
            abstract: "Hand a team over to another member; you become an admin."
        )

        @OptionGroup var whom: Membership

        func run() throws {
            let desk = try AccountDesk()
            try AccountDesk.wait { [whom] in
                let (space, account) = try await whom.find(desk)
                try await desk.access.transfer(space, to: account)
            }
            print("The team is \(whom.member)’s now.".printable)
        }
    }
}

extension SpaceRole {
    /// Reads a role that can be given.
    init(named name: String) throws {
        guard let role = SpaceRole(rawValue: name.lowercased()), role != .owner else {
            throw Complaint(
                "There is no role “\(name)” to give; choose admin, member or viewer.",
                code: .usage
            )
        }
        self = role
    }
}
