// swift-tools-version: 6.2
//
// Rules of this file: one section a room with its tests, top floor first; dependencies one a line, sorted.
// The rooms and who may import whom are held by Tests/RoomsTests against its table.

import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Kernels are optimised in debug builds too, and never fuse a multiplication
/// with an addition, so that a render gives the same bits everywhere.
let kernelSettings: [CSetting] = [
    .unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno", "-Wall", "-Werror"])
]

let package = Package(
    name: "kinema",
    products: [
        .executable(name: "kinema", targets: ["Kinema"]),
        .executable(name: "kinema-server", targets: ["KinemaServer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // Kinema: the front door
        .executableTarget(
            name: "Kinema",
            dependencies: [
                "AccountAPI",
                "CSandbox",
                "Database",
                "Editor",
                "Editorial",
                "Generation",
                "Input",
                "Jobs",
                "Media",
                "Motion",
                "Networking",
                "Panes",
                "Pipeline",
                "PlainText",
                "Providers",
                "Rendering",
                "Sync",
                "Terminal",
                "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Demo"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "KinemaTests",
            dependencies: ["Kinema", "Editorial", "Input", "Loopback", "Terminal", "VendorStands"],
            swiftSettings: swiftSettings
        ),

        // KinemaServer: the account service's front door; its dependencies never enter Kinema's build
        .executableTarget(
            name: "KinemaServer",
            dependencies: [
                "AccountAPI",
                "AccountService",
                "Database",
                "Editorial",
                "Generation",
                "Jobs",
                "Networking",
                "Pipeline",
                "PlainText",
                "PostgresDatabase",
                "Providers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["Deployment"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "KinemaServerTests",
            dependencies: [
                "Kinema", "KinemaServer", "AccountAPI", "AccountService", "Database",
                "DatabaseFixtures", "Editorial", "Generation", "Jobs", "Loopback", "Networking",
                "Pipeline", "Providers", "ServiceFixtures", "Sync", "VendorStands",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),

        // Panes
        .target(
            name: "Panes",
            dependencies: [
                "Editor",
                "Editorial",
                "Generation",
                "Input",
                "Motion",
                "PlainText",
                "Terminal",
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PanesTests",
            dependencies: [
                "Panes", "Editor", "Editorial", "Generation", "Input", "Motion", "PlainText",
                "Terminal",
            ],
            exclude: ["Goldens"],
            swiftSettings: swiftSettings
        ),

        // Sync
        .target(
            name: "Sync",
            dependencies: ["AccountAPI", "Editorial", "Networking", "Workspace"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "SyncTests",
            dependencies: [
                "Sync", "AccountAPI", "AccountService", "Database", "DatabaseFixtures",
                "Editorial", "Networking", "ServiceFixtures", "Workspace",
            ],
            swiftSettings: swiftSettings
        ),

        // AccountService
        .target(
            name: "AccountService",
            dependencies: [
                "AccountAPI",
                "CSodium",
                "Database",
                "Editorial",
                "Generation",
                "Jobs",
                "Networking",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "AccountServiceTests",
            dependencies: [
                "AccountService", "AccountAPI", "Database", "DatabaseFixtures", "Editorial",
                "Generation", "Jobs", "Loopback", "Networking", "ServiceFixtures",
            ],
            swiftSettings: swiftSettings
        ),

        // Editor
        .target(
            name: "Editor",
            dependencies: ["Editorial", "Generation", "Input", "Motion", "PlainText"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "EditorTests",
            dependencies: ["Editor", "Editorial", "Generation", "Input", "Motion", "PlainText"],
            swiftSettings: swiftSettings
        ),

        // Pipeline
        .target(
            name: "Pipeline",
            dependencies: ["Editorial", "Generation", "Jobs", "Media", "Motion", "Rendering"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Pipeline", "Database", "Editorial", "Generation", "Jobs", "Loopback", "Media",
                "Motion", "Networking", "PipelineFixtures", "Providers", "Rendering",
                "VendorStands", "Workspace",
            ],
            swiftSettings: swiftSettings
        ),

        // Providers
        .target(
            name: "Providers",
            dependencies: ["Editorial", "Generation", "Networking", "PlainText"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ProvidersTests",
            dependencies: [
                "Providers", "Editorial", "Generation", "Loopback", "Motion", "Networking",
                "VendorStands",
            ],
            swiftSettings: swiftSettings
        ),

        // Workspace
        .target(
            name: "Workspace",
            dependencies: ["Database", "Editorial", "Generation", "Jobs", "Motion"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["Workspace", "Database", "Editorial", "Generation", "Jobs"],
            swiftSettings: swiftSettings
        ),

        // Rendering
        .target(
            name: "Rendering",
            dependencies: ["CRenderKernels", "Editorial", "Media", "Motion"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "CRenderKernels", "Editorial", "Media", "Motion"],
            exclude: ["Fixtures"],
            swiftSettings: swiftSettings
        ),

        // Generation
        .target(
            name: "Generation",
            dependencies: ["Editorial", "Motion"],
            swiftSettings: swiftSettings
        ),

        .testTarget(
            name: "GenerationTests",
            dependencies: ["Generation", "Editorial", "Motion"],
            swiftSettings: swiftSettings
        ),

        // Networking
        .target(
            name: "Networking",
            dependencies: [
                "CCurl",
                "CLateBinding",
                "CLibCrypto",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "NetworkingTests",
            dependencies: ["Networking", "Loopback"],
            swiftSettings: swiftSettings
        ),

        // Jobs
        .target(name: "Jobs", dependencies: ["Database"], swiftSettings: swiftSettings),
        .testTarget(
            name: "JobsTests",
            dependencies: ["Jobs", "Database", "DatabaseFixtures"],
            swiftSettings: swiftSettings
        ),

        .executableTarget(
            name: "chaos-worker",
            dependencies: ["Database", "DatabaseFixtures", "Jobs"],
            path: "Tests/Chaos/Worker",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "chaos-studio",
            dependencies: [
                "Database", "Jobs", "Motion", "Pipeline", "PipelineFixtures", "Workspace",
            ],
            path: "Tests/Chaos/Studio",
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ChaosTests",
            dependencies: [
                "Jobs", "Database", "DatabaseFixtures", "Editorial", "Workspace", "chaos-studio",
                "chaos-worker",
            ],
            swiftSettings: swiftSettings
        ),

        // Media
        .target(
            name: "Media",
            dependencies: ["CLateBinding", "CLibAV", "Editorial"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "MediaTests",
            dependencies: ["Media", "Editorial"],
            swiftSettings: swiftSettings
        ),

        // Motion
        .target(
            name: "Motion",
            dependencies: ["Editorial", "PlainText"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "MotionTests",
            dependencies: ["Motion", "Editorial", "PlainText"],
            swiftSettings: swiftSettings
        ),

        // Terminal
        .target(
            name: "Terminal",
            dependencies: ["CChafa", "CNcurses", "CPictureKernels", "CQREncode", "Input"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Terminal", "CPictureKernels", "Input"],
            swiftSettings: swiftSettings
        ),

        // AccountAPI
        .target(name: "AccountAPI", dependencies: ["Editorial"], swiftSettings: swiftSettings),
        .testTarget(
            name: "AccountAPITests",
            dependencies: ["AccountAPI", "Editorial"],
            swiftSettings: swiftSettings
        ),

        // PostgresDatabase: for the service and the tests alone
        .target(
            name: "PostgresDatabase",
            dependencies: ["CPostgres", "Database"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PostgresDatabaseTests",
            dependencies: ["PostgresDatabase", "Database", "DatabaseFixtures"],
            swiftSettings: swiftSettings
        ),

        // Editorial
        .target(name: "Editorial", swiftSettings: swiftSettings),
        .testTarget(
            name: "EditorialTests",
            dependencies: ["Editorial"],
            swiftSettings: swiftSettings
        ),

        // Input
        .target(name: "Input", swiftSettings: swiftSettings),
        .testTarget(name: "InputTests", dependencies: ["Input"], swiftSettings: swiftSettings),

        // PlainText
        .target(
            name: "PlainText",
            dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PlainTextTests",
            dependencies: ["PlainText"],
            swiftSettings: swiftSettings
        ),

        // Database
        .target(
            name: "Database",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "DatabaseTests",
            dependencies: ["Database", "DatabaseFixtures"],
            swiftSettings: swiftSettings
        ),

        // C: kernels and shims
        .target(
            name: "CPictureKernels",
            cSettings: kernelSettings,
            linkerSettings: [.linkedLibrary("deflate")]
        ),
        .target(name: "CRenderKernels", cSettings: kernelSettings),
        .systemLibrary(
            name: "CChafa",
            pkgConfig: "chafa",
            providers: [.apt(["libchafa-dev", "libglib2.0-dev"])]
        ),
        // No pkgConfig for these two: they are not linked but loaded by CLateBinding when first called.
        .systemLibrary(
            name: "CLibAV",
            providers: [
                .apt([
                    "libavformat-dev", "libavcodec-dev", "libavfilter-dev", "libswscale-dev",
                    "libavutil-dev",
                ])
            ]
        ),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CLateBinding"),
        .systemLibrary(
            name: "CLibCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        // No pkgConfig: ncursesw's flags are prohibited ones and would warn on every build.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),

        .systemLibrary(name: "CSandbox"),
        .systemLibrary(
            name: "CQREncode",
            pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]
        ),
        .systemLibrary(
            name: "CSodium",
            pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]
        ),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        // An empty database on either engine, for the tests
        .target(
            name: "DatabaseFixtures",
            dependencies: ["Database", "PostgresDatabase"],
            path: "Tests/DatabaseFixtures",
            swiftSettings: swiftSettings
        ),

        // The account service within a test, on either engine
        .target(
            name: "ServiceFixtures",
            dependencies: [
                "AccountAPI", "AccountService", "Database", "DatabaseFixtures", "Editorial",
                "Networking",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests/ServiceFixtures",
            swiftSettings: swiftSettings
        ),

        // The library as workers see it, for the tests
        .target(
            name: "PipelineFixtures",
            dependencies: ["Editorial", "Jobs", "Pipeline", "Workspace"],
            path: "Tests/PipelineFixtures",
            swiftSettings: swiftSettings
        ),

        // A server of the tests' own
        .target(
            name: "Loopback",
            dependencies: ["CLibCrypto"],
            path: "Tests/Loopback",
            swiftSettings: swiftSettings
        ),

        // The services' stand-ins, each as its public contract says
        .target(
            name: "VendorStands",
            dependencies: ["Loopback"],
            path: "Tests/VendorStands",
            swiftSettings: swiftSettings
        ),

        // What `make bench` measures the camera and the queue with
        .executableTarget(
            name: "frame-bench",
            dependencies: ["Editorial", "Media", "Motion", "Rendering"],
            path: "Tests/Benchmarks/FrameBench",
            swiftSettings: swiftSettings
        ),

        .executableTarget(
            name: "job-bench",
            dependencies: ["Database", "DatabaseFixtures", "Jobs"],
            path: "Tests/Benchmarks/JobBench",
            swiftSettings: swiftSettings
        ),

        // A bare route, beside which the account service is measured
        .executableTarget(
            name: "server-bench",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/Benchmarks/ServerBench",
            swiftSettings: swiftSettings
        ),

        // What gives mutated inputs to all that reads files
        .executableTarget(
            name: "kinema-fuzz",
            dependencies: ["Editorial", "Media", "Motion", "Pipeline", "Rendering"],
            path: "Tests/Fuzz/Sources",
            swiftSettings: swiftSettings
        ),

        // The arrows between the rooms, held as a fact
        .testTarget(name: "RoomsTests", swiftSettings: swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)
