import Foundation

extension Letter {
    static func verify(_ recipient: EmailAddress, link: String) -> Letter {
        Letter(
            recipient: recipient,
            subject: "Confirm your address for Kinema",
            text: """
                Somebody, you hopefully, asked for a Kinema account with this address.
                Open this page within a day to confirm it:

                \(link)

                If it was not you, do nothing: without it there is no account.
                """
        )
    }

    static func alreadyThere(_ recipient: EmailAddress, link: String) -> Letter {
        Letter(
            recipient: recipient,
            subject: "You have a Kinema account already",
            text: """
                Somebody, you hopefully, asked for a Kinema account with this address, which
                has one. Nothing was changed. If you forgot the password, choose another one:

                \(link)
                """
        )
    }

    static func reset(_ recipient: EmailAddress, link: String) -> Letter {
        Letter(
            recipient: recipient,
            subject: "Choose another password for Kinema",
            text: """
                Somebody, you hopefully, asked to choose another password for your Kinema
                account. Open this page within an hour to do so:

                \(link)

                If it was not you, do nothing: the password stays as it is.
                """
        )
    }

    static func passwordChanged(_ recipient: EmailAddress) -> Letter {
        Letter(
            recipient: recipient,
            subject: "Your Kinema password was changed",
            text: """
                The password of your Kinema account was changed, and every other session was
                ended. If it was not you, choose another password at once.
                """
        )
    }

    /// The letter as RFC 5322 spells it; nothing in it can add a header.
    func spelled(from sender: String, at seconds: Int) -> [UInt8] {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        let date = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
        let host = sender.split(separator: "@").last ?? "localhost"
        let head = [
            "From: Kinema <\(sender)>", "To: <\(recipient)>", "Subject: \(subject)",
            "Date: \(date)", "Message-ID: <\(OpaqueToken.random().text)@\(host)>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit", "Auto-Submitted: auto-generated",
        ]
        let lines =
            head + [""]
            + text.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }
}
