extension OpenAPIShapes {
    static let jobs: [String: JSONShape] = [
        "CameraWord": .object([
            .init("preset", .text(limit: 80)), .init("text", .text(limit: 500)),
            .init("strength", .number),
        ]),
        "Camera": .object([
            .init("words", .list(.named("CameraWord"), limit: 32)),
            .init("phrase", .text(limit: 2000)),
        ]),
        "RemoteRequest": .object([
            .init("model", .text(limit: 200)), .init("prompt", .text()),
            .init("negativePrompt", .text()), .init("seed", .integer), .init("width", .integer),
            .init("height", .integer), .init("seconds", .number), .init("frameRate", .text()),
            .init("style", .text()), .init("camera", .named("Camera")),
            .init("startFrame", .text(), isRequired: false),
            .init("endFrame", .text(), isRequired: false),
        ]),
        "MakeJob": .object([
            .init("key", .text(limit: RemoteJobBodies.keyLimit)),
            .init("request", .named("RemoteRequest")),
        ]),
        "Sizes": .object([
            .init("widths", .list(.integer), isRequired: false),
            .init("heights", .list(.integer), isRequired: false),
            .init("step", .integer, isRequired: false),
            .init("shortest", .integer, isRequired: false),
            .init("longest", .integer, isRequired: false),
        ]),
        "Lengths": .object([
            .init("list", .list(.number), isRequired: false),
            .init("shortest", .number, isRequired: false),
            .init("longest", .number, isRequired: false),
        ]),
        "RemoteModel": .object([
            .init("id", .text()), .init("title", .text()), .init("summary", .text()),
            .init("product", .word(RemoteModel.Product.allCases.map(\.rawValue))),
            .init("tariff", .word(RemoteModel.Tariff.allCases.map(\.rawValue))),
            .init("price", .integer, isRequired: false), .init("prompt", .flag),
            .init("promptLimit", .integer), .init("negativePrompt", .flag),
            .init("startFrame", frame), .init("endFrame", frame),
            .init("sizes", .named("Sizes")), .init("lengths", .named("Lengths")),
            .init("seedLimit", .integer, isRequired: false), .init("camera", .text()),
        ]),
        "Offer": .object([
            .init("models", .list(.named("RemoteModel"))), .init("spent", .integer),
            .init("limit", .integer, isRequired: false),
        ]),
        "JobFailure": .object([
            .init("kind", .word(RemoteJob.Failure.Kind.allCases.map(\.rawValue))),
            .init("message", .text()),
        ]),
        "JobResult": .object([
            .init("asset", .text()), .init("type", .text()), .init("byteCount", .integer),
        ]),
        "Job": .object([
            .init("id", .text()), .init("model", .text()), .init("prompt", .text()),
            .init("state", state), .init("progress", .number), .init("isCancelRequested", .flag),
            .init("estimate", .integer, isRequired: false),
            .init("cost", .integer, isRequired: false),
            .init("account", .text(), isRequired: false), .init("createdAt", .named("Moment")),
            .init("startedAt", .named("Moment"), isRequired: false),
            .init("finishedAt", .named("Moment"), isRequired: false),
            .init("failure", .named("JobFailure"), isRequired: false),
            .init("result", .named("JobResult"), isRequired: false),
        ]),
        "JobList": .object([.init("jobs", .list(.named("Job"))), .init("hasMore", .flag)]),
        "JobEvent": .object([
            .init("at", .named("Moment")), .init("what", .text()), .init("state", state),
            .init("attempt", .integer), .init("message", .text(), isRequired: false),
        ]),
        "JobHistory": .object([.init("events", .list(.named("JobEvent")))]),
    ]

    private static let state = JSONShape.word(RemoteJob.State.allCases.map(\.rawValue))
    private static let frame = JSONShape.word(RemoteModel.Frame.allCases.map(\.rawValue))
}
