import Editorial
import Foundation
import Generation
import Motion
import Networking
import Providers
import Testing
import VendorStands

/// One adapter beside a stand-in for its service, with a directory for what comes of it.
final class Bench: Sendable {
    /// Begins like a film, which is all that an adapter looks at.
    static let result =
        Data([0, 0, 0, 32]) + Data("ftypisom".utf8)
        + Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7) })

    let server: StandServer
    let provider: any Provider
    let request: GenerationRequest
    let landing: Landing
    var result: Data { Self.result }

    init(
        _ id: String,
        isListening: Bool = true,
        script edit: (inout StandServer.Script, any VendorStand) -> Void = { _, _ in }
    ) throws {
        let stand = try #require(Stands.named(id))
        let row = try #require(ProviderTable[id])
        let model = try #require(row.models.first { $0.id == stand.model })
        var script = StandServer.Script()
        edit(&script, stand)
        server = try StandServer(
            stand,
            script,
            result: Self.result,
            isListening: isListening
        )
        landing = Landing(NSTemporaryDirectory() + "landing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            atPath: landing.directory,
            withIntermediateDirectories: true
        )
        provider = row.make(
            ProviderSetup(
                id: id,
                title: row.title,
                address: try #require(WebAddress(server.address)),
                client: HTTPClient(pause: { _ in }, random: { 0 }),
                key: stand.key == nil ? nil : .environment(["KEY"]),
                environment: ["KEY": stand.key ?? ""],
                now: { 1_750_000_000 }
            )
        )
        request = try Self.request(model, in: landing)
    }

    deinit {
        // A directory of the system's own for such things.
        try? FileManager.default.removeItem(atPath: landing.directory)
    }

    func submit() async throws -> GenerationTicket {
        try await provider.submit(request, landing: landing) { _ in }
    }

    func update(_ ticket: GenerationTicket) async throws -> GenerationUpdate {
        try await provider.update(on: ticket, landing: landing)
    }

    func fetch(_ output: GenerationOutput, _ ticket: GenerationTicket) async throws -> String {
        try await provider.fetch(output, of: ticket, landing: landing) { _ in }
    }

    /// Goes the whole way, and returns the name of what came of it.
    func make() async throws -> String {
        try provider.check(request)
        let ticket = try await submit()
        for _ in 0..<10 {
            if case .completed(let outputs, _) = try await update(ticket) {
                return try await fetch(try #require(outputs.first), ticket)
            }
        }
        throw ProviderError(.fatal, "It never ended.")
    }

    func failure(_ body: () async throws -> Void) async throws -> ProviderError {
        try #require(await #expect(throws: ProviderError.self) { try await body() })
    }

    /// What came down, by name, the start frame and what was seen meanwhile aside.
    func landed() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: landing.directory)) ?? []
        return names.filter { !$0.hasPrefix("start") && !$0.hasPrefix("preview") }
    }

    private static func request(_ model: Model, in landing: Landing) throws -> GenerationRequest {
        let draft = Draft(
            prompt: "a lighthouse at dawn",
            duration: RationalTime(5),
            model: model.id
        )
        var frame: GenerationRequest.Frame?
        if model.abilities.startFrame == .required {
            let path = try #require(landing.path("start.jpg"))
            let bytes = Data([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 1, count: 400))
            try bytes.write(to: URL(filePath: path))
            frame = GenerationRequest.Frame(path: path, type: "image/jpeg", byteCount: bytes.count)
        }
        return GenerationRequest(
            draft,
            key: "0198c0de-0000-7000-8000-000000000001",
            model: model,
            startFrame: frame,
            camera: CameraWords(draft, to: model.abilities.camera, in: PresetLibrary([]))
        )
    }
}
