import AccountAPI
import ArgumentParser
import Foundation
import Sync
import Terminal

struct TeamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "team",
        abstract: "Share a space with others.",
        discussion: "“kinema login --space NAME” shares this workspace with a team’s space.",
        subcommands: [
            List.self, Make.self, Invite.self, Join.self, Role.self, Remove.self, Transfer.self,
        ],
        defaultSubcommand: List.self
    )
}

extension TeamCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the teams you are in, or who is in one."
        )

        @Argument(help: "A team, by its name or id.")
        var team: String?

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let desk = try AccountDesk()
            guard let team else { return try tellTeams(desk) }
            let members = try AccountDesk.wait {
                try await desk.access.members(of: try await desk.access.space(named: team))
            }
            if json { return try JSONOutput.print(members) }
            for member in members.members {
                print("\(member.role.rawValue)  \(member.name) <\(member.email)>".printable)
            }
        }

        private func tellTeams(_ desk: AccountDesk) throws {
            let spaces = try AccountDesk.wait {
                try await desk.access.profile().spaces.filter { !$0.isPersonal }
            }
            if json { return try JSONOutput.print(["teams": spaces]) }
            if spaces.isEmpty {
                return print("You are in no team; “kinema team make NAME” makes one.")
            }
            for space in spaces { print("\(space.name)  \(space.role.rawValue)".printable) }
        }
    }

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "make",
            abstract: "Make a team of your own."
        )

        @Argument(help: "What it is called.")
        var name: String

        func run() throws {
            let desk = try AccountDesk()
            let space = try AccountDesk.wait { [name] in
                try await desk.access.makeSpace(named: name)
            }
            print("\(space.name) is made; “kinema team invite” asks others in.".printable)
        }
    }

    struct Invite: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invite",
            abstract: "Ask somebody in, by mail or by a word to hand on."
        )

        @Argument(help: "The team, by its name or id.")
        var team: String

        @Option(help: "Whom a mail is sent to, who alone may take it.")
        var mail: String?

        @Option(help: "What they are to be: admin, member or viewer.")
        var role = "member"

        func run() throws {
            let desk = try AccountDesk()
            let role = try SpaceRole(named: role)
            let token = try AccountDesk.wait { [team, mail] in
                let space = try await desk.access.space(named: team)
                return try await desk.access.invite(mail, as: role, to: space)
            }
            if let mail { return print("A mail to \(mail) is under way.".printable) }
            print("Hand this on; it holds for a week and opens the team once:")
            print("kinema team join \(token)".printable)
        }
    }

    struct Join: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "join",
            abstract: "Take an invitation."
        )

        @Argument(help: "The word of the mail, or that was handed on.")
        var invitation: String

        func run() throws {
            let desk = try AccountDesk()
            let space = try AccountDesk.wait { [invitation] in
                try await desk.access.join(invitation)
            }
            print("You are in \(space.name), as \(space.role.rawValue).".printable)
        }
    }
}
