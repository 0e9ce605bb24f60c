import Foundation

/// One thing that can be set: in the file, by the environment, and by a flag, of which the later win.
struct ServerSetting: Hashable, Sendable {
    /// As in the file; the flag is the same behind two hyphens.
    let name: String
    /// What it is when nobody says; empty where it depends on others.
    let usual: String
    /// What it does, in one sentence.
    let help: String

    /// Such as `KINEMA_SERVER_PUBLIC_ADDRESS`.
    var variable: String {
        "KINEMA_SERVER_" + name.uppercased().replacing("-", with: "_")
    }

    static let data = ServerSetting(
        name: "data",
        usual: "/var/lib/kinema-server",
        help: "The directory of the database and of the mails."
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
        help: "The maildir that mails are put into; `mail` in the data directory, if not said."
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

    static let table = [data, listen, publicAddress, database, mail, proxy, log]
}
