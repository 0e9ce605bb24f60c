/// A room's row in the table of who may import whom.
struct Room {
    let name: String
    let floor: Int
    /// Other rooms, and the modules of packages; `NIO*` stands for every module so prefixed.
    let mayImport: [String]

    init(_ name: String, floor: Int, _ mayImport: [String] = []) {
        self.name = name
        self.floor = floor
        self.mayImport = mayImport
    }

    func allows(_ module: String) -> Bool {
        Self.everywhere.contains(module)
            || mayImport.contains { pattern in
                pattern.hasSuffix("*")
                    ? module.hasPrefix(pattern.dropLast()) : module == pattern
            }
    }

    /// The standard library and what ships with it.
    static let everywhere: Set<String> = [
        "Dispatch", "Foundation", "Glibc", "Swift", "Synchronization",
    ]

    /// The whole house, the rooms that are still to be built included.
    static let table: [Room] = [
        Room(
            "Kinema",
            floor: 6,
            [
                "AccountAPI", "ArgumentParser", "CSandbox", "Database", "Editor", "Editorial",
                "Generation",
                "Input", "Jobs", "Logging", "Media", "Motion", "Networking", "Panes", "Pipeline",
                "PlainText", "Providers", "Rendering", "Sync", "Terminal", "Workspace",
            ]
        ),
        Room(
            "KinemaServer",
            floor: 6,
            [
                "AccountAPI", "AccountService", "ArgumentParser", "Database", "Editorial",
                "Generation",
                "Jobs",
                "Logging", "Networking", "Pipeline", "PlainText", "PostgresDatabase", "Providers",
                "Rendering", "ServiceLifecycle", "UnixSignals",
            ]
        ),
        Room(
            "Panes",
            floor: 5,
            ["Editor", "Editorial", "Generation", "Input", "Motion", "PlainText", "Terminal"]
        ),
        Room("Sync", floor: 5, ["AccountAPI", "Editorial", "Networking", "Workspace"]),
        Room(
            "AccountService",
            floor: 4,
            [
                "AccountAPI", "CSodium", "Crypto", "Database", "Editorial", "Generation",
                "HTTPTypes", "Hummingbird", "HummingbirdCore", "JWTKit", "Jobs", "Logging",
                "Mustache", "NIO*", "Networking",
            ]
        ),
        Room("Editor", floor: 4, ["Editorial", "Generation", "Input", "Motion", "PlainText"]),
        Room(
            "Pipeline",
            floor: 4,
            ["Editorial", "Generation", "Jobs", "Media", "Motion", "Rendering"]
        ),
        Room("Providers", floor: 4, ["Editorial", "Generation", "Networking", "PlainText"]),
        Room("Workspace", floor: 4, ["Database", "Editorial", "Generation", "Jobs", "Motion"]),
        Room(
            "Rendering",
            floor: 3,
            ["CRenderKernels", "CZimg", "Editorial", "Media", "Motion"]
        ),
        Room("Generation", floor: 3, ["Editorial", "Motion"]),
        Room("Jobs", floor: 2, ["Database"]),
        Room("Media", floor: 2, ["CLibAV", "Editorial"]),
        Room("Motion", floor: 2, ["Editorial", "PlainText"]),
        Room(
            "Terminal",
            floor: 2,
            ["CChafa", "CNcurses", "CPictureKernels", "CQREncode", "Input"]
        ),
        Room("AccountAPI", floor: 2, ["Editorial"]),
        Room("PostgresDatabase", floor: 2, ["CPostgres", "Database"]),
        Room("Editorial", floor: 1),
        Room("Input", floor: 1),
        Room("PlainText", floor: 1, ["Yams"]),
        Room("Networking", floor: 1, ["CCurl", "CLibCrypto", "NIO*"]),
        Room("Database", floor: 1, ["GRDB", "GRDBSQLite"]),
    ]
}
