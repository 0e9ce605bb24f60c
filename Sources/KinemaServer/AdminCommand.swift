import AccountService
import ArgumentParser
import Database
import Foundation

struct AdminCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin",
        abstract: "Look after accounts, while the service runs or not.",
        subcommands: [
            ListUsers.self, DisableUser.self, EnableUser.self, SignOutUser.self, QuotaOfUser.self,
        ]
    )
}

extension AdminCommand {
    struct ListUsers: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "users",
            abstract: "List every account: address, name, state, sessions, quota in bytes."
        )

        @OptionGroup var options: ServerOptions

        func run() throws {
            try options.adminDesk().accounts { account in
                let state =
                    account.isDisabled
                    ? "disabled" : account.isVerified ? "confirmed" : "unconfirmed"
                let quota = account.quota.map { "\($0)" } ?? "usual"
                print(
                    [account.email, account.name, state, "\(account.sessions)", quota]
                        .joined(separator: "\t")
                )
            }
        }
    }

    struct DisableUser: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable",
            abstract: "Let nobody sign in to an account, and end its sessions."
        )

        @Argument(help: "The mail address.") var email: String
        @OptionGroup var options: ServerOptions

        func run() throws { try options.tell(email) { try $0.disable(email) } }
    }

    struct EnableUser: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "enable",
            abstract: "Let an account be signed in to again."
        )

        @Argument(help: "The mail address.") var email: String
        @OptionGroup var options: ServerOptions

        func run() throws { try options.tell(email) { try $0.enable(email) } }
    }

    struct SignOutUser: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-out",
            abstract: "End every session of an account."
        )

        @Argument(help: "The mail address.") var email: String
        @OptionGroup var options: ServerOptions

        func run() throws { try options.tell(email) { try $0.endSessions(of: email) } }
    }

    struct QuotaOfUser: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "quota",
            abstract: "Say how many bytes of files an account may keep."
        )

        @Argument(help: "The mail address.") var email: String
        @Argument(help: "Bytes, or “usual”.") var bytes: String
        @OptionGroup var options: ServerOptions

        func run() throws {
            let quota = Int(bytes)
            guard bytes == "usual" || quota ?? -1 >= 0 else {
                throw Complaint("“\(bytes)” is no number of bytes; write one, or “usual”.")
            }
            try options.tell(email) { try $0.setQuota(of: email, to: quota) }
        }
    }
}

extension ServerOptions {
    fileprivate func adminDesk() throws -> AdminDesk {
        let database = try settings().openDatabase()
        try Migrator(ServiceSchema.migrations).migrate(database)
        return AdminDesk(database, now: Int(Date().timeIntervalSince1970 * 1000))
    }

    /// Does something to an account that there has to be.
    fileprivate func tell(_ email: String, _ body: (AdminDesk) throws -> Bool) throws {
        guard try body(adminDesk()) else {
            throw Complaint("There is no account of \(email); “admin users” lists them.")
        }
        print("Done.")
    }
}
