import AccountService
import Foundation
import Logging
import Networking

extension ServerSettings {
    /// The server that sends mails; nil where they are put into a maildir.
    var mailServer: MailServer? {
        get throws {
            let text = self[.mail]
            guard text.contains("://") else { return nil }
            guard let server = MailServer(text) else {
                throw Complaint(
                    "“\(text)” is no mail server; write it as smtp://user@mail.example.org:587, "
                        + "and the password as \(ServerSetting.mailPassword.variable) "
                        + "(\(source(.mail)))."
                )
            }
            return server
        }
    }

    private var mailDirectory: String {
        self[.mail].isEmpty ? self[.data] + "/mail" : self[.mail]
    }

    /// Where mails go, in a sentence.
    var wordsOnMail: String {
        guard let server = try? mailServer else { return "Mails are in \(mailDirectory)." }
        return "Mails are sent by \(server.host)."
    }

    func openPostbox(sender: String, logger: Logger) throws -> any Postbox {
        guard let server = try mailServer else {
            return try MaildirPostbox(directory: mailDirectory)
        }
        let password = self[.mailPassword]
        return try SMTPPostbox(
            directory: self[.data] + "/outgoing",
            submission: MailSubmission(server, password: Secret(password)),
            sender: sender,
            logger: logger
        )
    }
}
