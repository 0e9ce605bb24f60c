import Foundation

/// One thing that can be set: in the file, by the environment, and by a flag, of which the later win.
struct ServerSetting: Hashable, Sendable {
    /// As in the file; the flag is the same behind two hyphens.
    let name: String
    /// What it is when nobody says; empty where it depends on others.
    let usual: String
    /// What it does, in one sentence.
    let help: String
    /// Whether it is told by the environment or the file alone: flags are seen by everybody.
    var isSecret = false

    /// Such as `KINEMA_SERVER_PUBLIC_ADDRESS`.
    var variable: String {
        "KINEMA_SERVER_" + name.uppercased().replacing("-", with: "_")
    }

    static let data = ServerSetting(
        name: "data",
        usual: "/var/lib/kinema-server",
        help: "The directory of the database, of the files, and of the mails."
    )
    static let listen = ServerSetting(
        name: "listen",
        usual: "127.0.0.1:8480",
        help: "The address and port to listen on."
    )
    static let publicAddress = ServerSetting(
        name: "public-address",
        usual: "",
        help:
            "Where browsers and terminals reach the service; http:// and what it listens on, if not said."
    )
    static let database = ServerSetting(
        name: "database",
        usual: "sqlite",
        help:
            "`sqlite`, or a connection string of PostgreSQL such as `host=/run/postgresql dbname=kinema`."
    )
    static let mail = ServerSetting(
        name: "mail",
        usual: "",
        help:
            "The server that sends mails, as smtp://user@mail.example.org:587 or smtps://…, or a maildir that "
            + "they are put into; `mail` in the data directory, if not said."
    )
    static let mailPassword = ServerSetting(
        name: "mail-password",
        usual: "",
        help: "The password at the mail server.",
        isSecret: true
    )
    static let sender = ServerSetting(
        name: "sender",
        usual: "",
        help: "Whom mails are from; kinema@ the host of the public address, if not said."
    )
    static let proxy = ServerSetting(
        name: "proxy",
        usual: "no",
        help: "`yes` behind a proxy that sets X-Forwarded-For, which is believed then."
    )
    static let log = ServerSetting(
        name: "log",
        usual: "info",
        help: "The least that is logged: `debug`, `info`, `warning` or `error`."
    )
    static let logFormat = ServerSetting(
        name: "log-format",
        usual: "text",
        help: "How a line of the log is written: `text`, or `json` for programs that collect them."
    )
    static let metrics = ServerSetting(
        name: "metrics",
        usual: "local",
        help: "Who may ask for /metrics: `local` programs of this machine, `everybody` or `nobody`."
    )

    static let github = ServerSetting(
        name: "github",
        usual: "",
        help: "The client id by which people may sign in with GitHub; not offered, if not said."
    )
    static let githubSecret = ServerSetting(
        name: "github-secret",
        usual: "",
        help: "The client secret that GitHub gave.",
        isSecret: true
    )
    static let githubAddress = ServerSetting(
        name: "github-address",
        usual: "",
        help: "Another address that speaks as GitHub does."
    )
    static let google = ServerSetting(
        name: "google",
        usual: "",
        help: "The client id by which people may sign in with Google; not offered, if not said."
    )
    static let googleSecret = ServerSetting(
        name: "google-secret",
        usual: "",
        help: "The client secret that Google gave.",
        isSecret: true
    )
    static let googleAddress = ServerSetting(
        name: "google-address",
        usual: "",
        help: "Another address that speaks as Google does."
    )

    static let table =
        [
            data, listen, publicAddress, database, mail, mailPassword, sender, proxy, log,
            logFormat, metrics, github, githubSecret, githubAddress, google, googleSecret,
            googleAddress,
        ] + ofFiles + ofWork
}
