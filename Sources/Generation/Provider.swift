/// A service, or a program, that makes pictures or films when asked.
///
/// Whoever asks goes `check`, `submit`, `update` again and again, `fetch`; the ticket that `submit`
/// returns is stored before the first `update`, and everything after it can be done from another
/// process. Task cancellation ends a call with an error of kind `cancelled`.
package protocol Provider: Sendable {
    /// Such as `runway`: the first part of its models' ids.
    var id: String { get }
    var repetition: SubmissionRepetition { get }
    /// How long to wait between two looks, in seconds.
    var rhythm: Double { get }

    /// Refuses what cannot be asked for; costs nothing and asks nobody.
    func check(_ request: GenerationRequest) throws(ProviderError)

    /// Asks for it, which is what is paid for.
    ///
    /// `landing` takes what comes with the answer; `report` is told how far it
    /// is where the answer takes its time.
    func submit(
        _ request: GenerationRequest,
        landing: Landing,
        report: @escaping @Sendable (GenerationUpdate) -> Void
    ) async throws(ProviderError) -> GenerationTicket

    /// Looks how far it is.
    func update(
        on ticket: GenerationTicket,
        landing: Landing
    ) async throws(ProviderError) -> GenerationUpdate

    /// Asks the service to stop; it may be too late for that.
    func cancel(_ ticket: GenerationTicket) async throws(ProviderError)

    /// Brings a result into the landing directory and returns its name there.
    ///
    /// What an earlier attempt brought is not brought again.
    func fetch(
        _ output: GenerationOutput,
        of ticket: GenerationTicket,
        landing: Landing,
        report: @escaping @Sendable (Double) -> Void
    ) async throws(ProviderError) -> String

    /// Sees whether the service is there and the key holds, at no cost, and says what it tells.
    func greet() async throws(ProviderError) -> String
}

/// What happens when the same is asked for twice.
package enum SubmissionRepetition: Hashable, Sendable {
    /// The service knows the request again by its key and takes it once.
    case known
    /// It is done twice and costs nothing but time.
    case harmless
    /// It may be charged twice: never without a person's word.
    case costly
}
