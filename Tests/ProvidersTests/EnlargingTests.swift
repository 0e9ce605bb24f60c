import Editorial
import Foundation
import Generation
import Loopback
import Motion
import Networking
import Providers
import Synchronization
import Testing

/// Start frames that are enlarged, by a program of this machine and by a service.
struct EnlargingTests {
    private let directory = NSTemporaryDirectory() + "enlarging-\(UUID().uuidString)"
    private let frame = Data([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 1, count: 400))

    init() throws {
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        try frame.write(to: URL(filePath: directory + "/start.jpg"))
    }

    private func request(_ model: Model) -> GenerationRequest {
        let draft = Draft(model: model.id)
        return GenerationRequest(
            draft,
            key: "1",
            model: model,
            startFrame: GenerationRequest.Frame(
                path: directory + "/start.jpg",
                type: "image/jpeg",
                byteCount: frame.count
            ),
            camera: CameraWords(draft, to: .movedHere, in: PresetLibrary([]))
        )
    }

    /// The program, or what stands in for it: `script` has its arguments.
    private func provider(_ script: String?) throws -> (any Provider, Model) {
        if let script {
            let path = directory + "/realesrgan-ncnn-vulkan"
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
            chmod(path, 0o755)
        }
        let row = try #require(ProviderTable["realesrgan"])
        let setup = ProviderSetup(
            id: row.id,
            title: row.title,
            address: try #require(WebAddress(row.address)),
            client: HTTPClient(),
            searchPath: directory + ":relative:/nowhere",
            now: { 0 }
        )
        return (row.make(setup), try #require(row.models.first))
    }

    @Test func `The program is given the frame, and its picture is the result`() async throws {
        let (provider, model) = try provider(
            """
            [ "$1 $3 $5 $6 $7 $8" = "-i -o -s 4 -n realesrgan-x4plus" ] || exit 9
            echo "0.00%" >&2; echo "50.00%" >&2; printf '\\211PNG\\r\\n' > "$4"
            """
        )
        let heard = Mutex<[GenerationUpdate]>([])
        let landing = Landing(directory)
        let ticket = try await provider.submit(request(model), landing: landing) { update in
            heard.withLock { $0.append(update) }
        }
        #expect(ticket.outputs == [.landed("result.png")])
        #expect(landing.holds("result.png"))
        guard
            case .completed(let outputs, nil) = try await provider.update(
                on: ticket,
                landing: landing
            )
        else {
            Issue.record("It did not come to its end.")
            return
        }
        let name = try await provider.fetch(outputs[0], of: ticket, landing: landing) { _ in }
        #expect(name == "result.png")
    }

    @Test(arguments: ["exit 0", "exit 255", "echo text > \"$4\"", "kill -9 $$"])
    func `A program that brings no picture has failed, whatever it says`(script: String)
        async throws
    {
        let (provider, model) = try provider(script)
        let error = await #expect(throws: ProviderError.self) {
            _ = try await provider.submit(request(model), landing: Landing(directory)) { _ in }
        }
        #expect(error?.kind == .fatal)
    }

    @Test func `A program that is not there is told before anything is begun`() throws {
        let (provider, model) = try provider(nil)
        let error = #expect(throws: ProviderError.self) { try provider.check(request(model)) }
        #expect(error?.message.contains("on the PATH") == true)
    }

    @Test func `A task that is cancelled ends the program`() async throws {
        let (provider, model) = try provider("echo begun >&2; exec sleep 600")
        let begun = AsyncStream.makeStream(of: Void.self)
        let (request, landing) = (request(model), Landing(directory))
        let task = Task {
            begun.continuation.finish()
            return try await provider.submit(request, landing: landing) { _ in }
        }
        for await _ in begun.stream {}
        task.cancel()
        let error = await #expect(throws: ProviderError.self) { _ = try await task.value }
        #expect(error?.kind == .cancelled)
    }

    @Test func `Replicate is given the frame and how much larger it is to be`() async throws {
        let server = try LoopbackServer { _ in .json(["id": "gm3qorzdhgbfurvjtvhg6dckhu"]) }
        let row = try #require(ProviderTable["replicate"])
        let model = try #require(row.models.first { $0.name.hasSuffix("real-esrgan") })
        let provider = row.make(
            ProviderSetup(
                id: row.id,
                title: row.title,
                address: try #require(WebAddress(server.address)),
                client: HTTPClient(pause: { _ in }, random: { 0 }),
                key: .environment(["KEY"]),
                environment: ["KEY": "r8_1"],
                now: { 0 }
            )
        )
        _ = try await provider.submit(request(model), landing: Landing(directory)) { _ in }
        let sent = try #require(server.requests.last)
        #expect(sent.path == "/models/nightmareai/real-esrgan/predictions")
        let input = try #require(sent.json["input"] as? [String: Any])
        #expect(input["scale"] as? Int == 4)
        #expect(
            input["image"] as? String == "data:image/jpeg;base64," + frame.base64EncodedString()
        )
        #expect(input["prompt"] == nil)
    }
}
