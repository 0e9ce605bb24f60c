import Foundation
package import Generation

/// Real-ESRGAN as a program of this machine, `realesrgan-ncnn-vulkan`.
///
/// It ends well also where it failed, so only a picture that is there counts;
/// whether it decodes is seen by whoever takes it over.
package struct RealESRGANProvider: Provider {
    private let setup: ProviderSetup

    /// What it is called on the `PATH`.
    static let program = "realesrgan-ncnn-vulkan"
    /// What its models enlarge by.
    private static let factor = 4

    package init(_ setup: ProviderSetup) { self.setup = setup }

    package var id: String { setup.id }
    package var repetition: SubmissionRepetition { .harmless }
    package var rhythm: Double { 1 }

    package func check(_ request: GenerationRequest) throws(ProviderError) {
        _ = try path()
        guard request.startFrame != nil else {
            throw ProviderError(
                .invalid(field: "start frame"),
                "Real-ESRGAN enlarges a picture: choose a start frame."
            )
        }
    }

    package func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket {
        try check(request)
        guard let frame = request.startFrame, let output = landing.path("enlarged.png") else {
            throw ProviderError(.fatal, "The result has no place; retry.")
        }
        let arguments = [
            "-i", frame.path, "-o", output, "-s", "\(Self.factor)", "-n", request.model.name,
        ]
        let run = ProgramRun(path: try path(), arguments: arguments)
        let status = try await run.end { line in
            guard let share = Self.share(in: line) else { return }
            report(.running(progress: share))
        }
        guard status == 0, landing.holds("enlarged.png") else {
            throw ProviderError(
                .fatal,
                "\(Self.program) did not enlarge the picture (it ended with \(status)); "
                    + "check that it runs on this machine, with its models beside it."
            )
        }
        let name = try landing.settle("enlarged.png", as: VendorSession.stem, from: setup.title)
        return GenerationTicket(id: request.key, outputs: [.landed(name)])
    }

    package func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate { .completed(ticket.outputs, cost: nil) }

    /// There is nothing to cancel: the answer is the end of it.
    package func cancel(_ ticket: GenerationTicket) async throws(ProviderError) {}

    package func fetch(
        _ output: GenerationOutput,
        of ticket: GenerationTicket,
        landing: Landing,
        report: @escaping @Sendable (Double) -> Void
    ) async throws(ProviderError) -> String {
        guard case .landed(let name) = output, landing.holds(name) else {
            throw ProviderError(.expired, "The enlarged picture is gone; generate it again.")
        }
        return name
    }

    package func greet() async throws(ProviderError) -> String { "it is at \(try path())" }

    private func path() throws(ProviderError) -> String {
        for directory in setup.searchPath.split(separator: ":") where directory.hasPrefix("/") {
            let path = "\(directory)/\(Self.program)"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw ProviderError(
            .fatal,
            "There is no “\(Self.program)” on the PATH; install it, or choose another model."
        )
    }

    /// The share of a line such as `42.50%`.
    static func share(in line: Substring) -> Double? {
        guard line.last == "%", let number = Double(line.dropLast()), (0...100).contains(number)
        else { return nil }
        return number / 100
    }
}
