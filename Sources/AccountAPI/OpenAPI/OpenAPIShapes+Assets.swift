extension OpenAPIShapes {
    /// What may be asked for behind the path, by the ids of the routes.
    static let queries: [String: [JSONShape.Field]] = [
        AccountRoute.pull.id: [
            .init("after", .integerFrom(0), isRequired: false),
            .init("limit", .integerFrom(1), isRequired: false),
            .init("settled", .integerFrom(0), isRequired: false),
        ],
        AccountRoute.jobs.id: [
            .init("before", .text(), isRequired: false),
            .init("limit", .integerFrom(1), isRequired: false),
        ],
        AccountRoute.sendPart.id: signed,
        AccountRoute.readFile.id: signed + [.init("type", .text()), .init("name", .text())],
    ]

    private static let signed: [JSONShape.Field] = [
        .init("until", .integer), .init("signature", .text()),
    ]

    private static let digest = JSONShape.text(limit: 64)
    private static let bucket = JSONShape.word(AssetBucket.allCases.map(\.rawValue))
    private static let type = JSONShape.word(AssetType.allCases.map(\.rawValue))

    static let assets: [String: JSONShape] = [
        "Bytes": .bytes,
        "SharedAsset": .object([
            .init("sha256", digest), .init("bucket", bucket), .init("type", type),
            .init("byteCount", .integer), .init("name", .text()),
            .init("createdAt", .named("Moment")),
        ]),
        "Announcement": .object([
            .init("sha256", digest), .init("bucket", bucket), .init("type", type),
            .init("byteCount", .integer), .init("name", .text()),
            .init(
                "parts",
                .list(digest, limit: AssetExchange.partCount(AssetExchange.byteLimit))
            ),
        ]),
        "Part": .object([
            .init("number", .integer), .init("address", .text()), .init("headers", .map(.text())),
        ]),
        "Upload": .object([
            .init("id", .text()), .init("parts", .list(.named("Part"))),
            .init("expiresAt", .named("Moment")),
        ]),
        "Announced": .object([
            .init("asset", .named("SharedAsset"), isRequired: false),
            .init("upload", .named("Upload"), isRequired: false),
        ]),
        "Found": .object([
            .init("asset", .named("SharedAsset")), .init("address", .text()),
            .init("expiresAt", .named("Moment")),
        ]),
        "Usage": .object([.init("byteCount", .integer), .init("limit", .integer)]),
    ]
}
