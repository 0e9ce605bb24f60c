import Foundation
import Generation
import Loopback
import Networking
import Testing
import VendorStands

/// What every adapter has to do, held against a stand-in for its service.
struct ConformanceTests {
    private static let all = Stands.all.map(\.id)
    private static let patient = Stands.patient.map(\.id)

    @Test(arguments: all)
    func `What is asked for is made and brought, with the key shown as the contract says`(
        id: String
    ) async throws {
        let bench = try Bench(id)
        let name = try await bench.make()
        #expect(
            try Data(contentsOf: URL(filePath: #require(bench.landing.path(name)))) == bench.result
        )
        #expect(bench.server.submissions == 1)
        #expect(bench.server.unauthorized == 0)
    }

    @Test(arguments: all, StandRefusal.allCases)
    func `A refusal is told by its kind, and was not taken`(
        id: String,
        refusal: StandRefusal
    ) async throws {
        let bench = try Bench(id) { script, stand in
            guard let answer = stand.refusal(refusal, words: "so it is") else { return }
            script.submissions = [answer]
        }
        guard bench.server.stand.refusal(refusal, words: "") != nil else { return }
        let error = try await bench.failure { _ = try await bench.submit() }
        switch (refusal, error.kind) {
        case (.auth, .auth), (.credits, .credits), (.modelGone, .modelGone): break
        case (.moderated, .moderated(.input)), (.invalid, .invalid): break
        default: Issue.record("\(refusal) became \(error.kind)")
        }
        #expect(!error.isTransient)
        #expect(!error.mayHaveArrived)
        #expect(error.message.contains("so it is"))
        #expect(bench.server.submissions == 1)
    }

    @Test(arguments: all)
    func `A refusal shows neither the key nor what could steer a terminal`(id: String) async throws
    {
        let words = "bad key \u{1B}]0;owned\u{07}\u{202E} 0123456789\n\u{9B}2J"
        let bench = try Bench(id) { script, stand in
            let key = stand.key.map { $0 + " " } ?? ""
            let answer = stand.refusal(.auth, words: key + words)
            script.submissions = [answer ?? .json(["error": words, "detail": words], status: 401)]
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        if let key = bench.server.stand.key { #expect(!error.message.contains(key)) }
        #expect(
            error.message.unicodeScalars.allSatisfy { scalar in
                ![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory)
            }
        )
        #expect(error.message.unicodeScalars.count <= 601)
    }

    @Test(arguments: all)
    func `A submission that was throttled is sent again`(id: String) async throws {
        let bench = try Bench(id) { script, _ in
            script.submissions = [
                LoopbackAnswer(429, headers: ["Retry-After": "1"], body: .data(Data()))
            ]
        }
        _ = try await bench.submit()
        #expect(bench.server.submissions == 2)
    }

    @Test(arguments: all)
    func `A service that asks for a long rest is left alone for as long`(id: String) async throws {
        let bench = try Bench(id) { script, _ in
            script.submissions = [
                LoopbackAnswer(429, headers: ["Retry-After": "90"], body: .data(Data()))
            ]
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.kind == .throttled(retryAfter: 90))
        #expect(error.isTransient)
        #expect(bench.server.submissions == 1)
    }

    @Test(arguments: all)
    func `What may be charged for is not sent again after a server error`(id: String) async throws {
        let bench = try Bench(id) { script, _ in
            script.submissions = Array(repeating: .empty(500), count: 9)
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.kind == .transient)
        #expect(error.mayHaveArrived)
        let isCostly = bench.provider.repetition == .costly
        #expect(bench.server.submissions == (isCostly ? 1 : 4))
    }

    @Test(arguments: all)
    func `What may be charged for is not sent again when the connection broke`(
        id: String
    ) async throws {
        let bench = try Bench(id) { script, _ in
            var answer = LoopbackAnswer.empty(200)
            answer.ending = .unanswered
            script.submissions = Array(repeating: answer, count: 9)
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.kind == .transient)
        #expect(error.mayHaveArrived)
        let isCostly = bench.provider.repetition == .costly
        #expect(bench.server.submissions == (isCostly ? 1 : 4))
    }

    @Test(arguments: all)
    func `Where nobody listens nothing arrived`(id: String) async throws {
        let bench = try Bench(id, isListening: false)
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.kind == .transient)
        #expect(!error.mayHaveArrived)
    }

    @Test(arguments: all, ["", "[]", "{}", "null", "<html>", "{\"id\":7,\"data\":{}}"])
    func `An answer without sense is an error and no ticket`(
        id: String,
        body: String
    ) async throws {
        let bench = try Bench(id) { script, _ in
            script.submissions = [.text(body, type: "application/json")]
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.kind == .fatal)
        #expect(error.mayHaveArrived)
    }

    @Test(arguments: all)
    func `An answer larger than any picture is given up`(id: String) async throws {
        let bench = try Bench(id) { script, _ in
            let answer = LoopbackAnswer(body: .zeros(200 << 20))
            script.submissions = Array(repeating: answer, count: 9)
        }
        let error = try await bench.failure { _ = try await bench.submit() }
        #expect(error.kind == .fatal)
    }

    @Test(arguments: all)
    func `A ticket goes through the database as it is`(id: String) async throws {
        let ticket = try await Bench(id).submit()
        #expect(GenerationTicket(stored: ticket.stored) == ticket)
        let key = try Bench(id).server.stand.key
        if let key { #expect(!ticket.stored.contains(key)) }
    }

    @Test(arguments: patient)
    func `How far it is is told until it is done`(id: String) async throws {
        let bench = try Bench(id)
        let ticket = try await bench.submit()
        guard case .queued = try await bench.update(ticket) else {

            Issue.record("not queued")
            return
        }
        guard case .running(let progress, _) = try await bench.update(ticket) else {

            Issue.record("not running")
            return
        }
        #expect(progress.map { (0...1).contains($0) } ?? true)
        guard case .completed(let outputs, _) = try await bench.update(ticket) else {

            Issue.record("not completed")
            return
        }
        #expect(outputs.count == 1)
    }

    @Test(arguments: patient)
    func `Looking is repeated when the service stumbles`(id: String) async throws {
        let bench = try Bench(id) { script, _ in script.states = [.completed] }
        let ticket = try await bench.submit()
        let other = try Bench(id) { script, _ in
            script.states = [.completed]
            script.polls = [.empty(502), .empty(503), .empty(504)]
        }
        _ = bench
        guard ticket.addresses.values.allSatisfy({ !$0.hasPrefix("http") }) else { return }
        guard case .completed = try await other.update(ticket) else {

            Issue.record("not completed")
            return
        }
    }

    @Test(arguments: patient)
    func `A failure is told in the service's words, made harmless`(id: String) async throws {
        let bench = try Bench(id) { script, _ in
            script.states = [.failed(words: "out of \u{1B}[31mmemory")]
        }
        guard case .failed(let error) = try await bench.update(bench.submit()) else {

            Issue.record("not failed")
            return
        }
        #expect(!error.isTransient)
        #expect(!error.message.contains("\u{1B}"))
    }

    @Test(arguments: patient.filter { $0 != "comfyui" })
    func `What was held back is told as that`(id: String) async throws {
        let bench = try Bench(id) { script, _ in script.states = [.moderated] }
        guard case .failed(let error) = try await bench.update(bench.submit()),
            case .moderated = error.kind
        else {
            Issue.record("not moderated")
            return
        }
    }

    @Test(arguments: ["runway", "higgsfield", "replicate", "comfyui"])
    func `What was stopped there is told as that`(id: String) async throws {
        let bench = try Bench(id) { script, _ in script.states = [.cancelled] }
        #expect(try await bench.update(bench.submit()) == .cancelled)
    }

    @Test(arguments: patient.filter { $0 != "comfyui" })
    func `A word that no contract knows is an error and ends nothing`(id: String) async throws {
        let bench = try Bench(id) { script, _ in script.states = [.strange] }
        let ticket = try await bench.submit()
        let error = try await bench.failure { _ = try await bench.update(ticket) }
        #expect(error.kind == .fatal)
    }

    @Test(arguments: Stands.patient.filter(\.canCancel).map(\.id))
    func `Being asked to stop reaches the service`(id: String) async throws {
        let bench = try Bench(id)
        let ticket = try await bench.submit()
        try await bench.provider.cancel(ticket)
        #expect(bench.server.cancellations == 1)
    }

    @Test(arguments: all)
    func `A task that is cancelled ends with that`(id: String) async throws {
        let bench = try Bench(id)
        let task = Task { try await bench.submit() }
        task.cancel()
        let error = try await bench.failure { _ = try await task.value }
        #expect(error.kind == .cancelled)
    }

    @Test(arguments: all)
    func `Greeting asks for nothing that is paid for`(id: String) async throws {
        let bench = try Bench(id)
        #expect(!(try await bench.provider.greet()).isEmpty)
        #expect(bench.server.submissions == 0)
        #expect(bench.server.unauthorized == 0)
    }
}

extension ConformanceTests {
    @Test(arguments: patient)
    func `A page that is called a film is no result`(id: String) async throws {
        let bench = try Bench(id) { script, _ in
            script.results = [.text("<!DOCTYPE html><title>Sign in</title>", type: "video/mp4")]
        }
        let error = try await bench.failure { _ = try await bench.make() }
        #expect(error.kind == .fatal)
        #expect(bench.landed().isEmpty)
    }

    @Test(arguments: patient, [403, 404, 410])
    func `A result that is kept no more is told as that`(id: String, status: Int) async throws {
        let bench = try Bench(id) { script, _ in
            script.results = Array(
                repeating: .text("<Error/>", status: status, type: "text/xml"),
                count: 9
            )
        }
        let error = try await bench.failure { _ = try await bench.make() }
        #expect(error.kind == .expired)
        #expect(bench.landed().isEmpty)
    }

    @Test(arguments: patient)
    func `A result that broke off is gone on with`(id: String) async throws {
        let bench = try Bench(id) { script, _ in
            var answer = LoopbackAnswer(
                headers: ["ETag": "\"one\"", "Content-Type": "video/mp4"],
                body: .data(Bench.result)
            )
            answer.ending = .truncated(1000)
            script.results = [answer]
        }
        let name = try await bench.make()
        #expect(
            try Data(contentsOf: URL(filePath: #require(bench.landing.path(name)))) == bench.result
        )
    }

    @Test(arguments: patient)
    func `A result is brought once, however often it is asked for`(id: String) async throws {
        let bench = try Bench(id)
        let ticket = try await bench.submit()
        let output = GenerationOutput.address(bench.server.address + "/result.mp4")
        _ = try await bench.fetch(output, ticket)
        let count = bench.server.resultRequests.count
        _ = try await bench.fetch(output, ticket)
        #expect(bench.server.resultRequests.count == count)
    }

    @Test(arguments: patient)
    func `A result on another server is fetched without the key`(id: String) async throws {
        let bench = try Bench(id)
        let other = try LoopbackServer {
            .file(Bench.result, type: "video/mp4", tag: "\"a\"", for: $0)
        }
        let ticket = try await bench.submit()
        _ = try await bench.fetch(.address(other.address + "/film.mp4"), ticket)
        #expect(other.requests.count == 1)
        #expect(other.requests[0].headers["authorization"] == nil)
    }

    @Test(
        arguments: patient,
        ["file:///etc/passwd", "../../x", "javascript:0", "http://user@h/", ""]
    )
    func `An address that is none brings nothing`(id: String, address: String) async throws {
        let bench = try Bench(id)
        let ticket = try await bench.submit()
        let error = try await bench.failure { _ = try await bench.fetch(.address(address), ticket) }
        #expect(error.kind == .fatal)
        #expect(bench.landed().isEmpty)
    }
}
