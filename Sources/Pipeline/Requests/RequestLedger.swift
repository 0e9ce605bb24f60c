package import Generation
package import Jobs

/// A request that a job carries, with the pictures that are still to be brought.
package struct RequestOrder: Sendable {
    /// A picture that goes in.
    package struct Picture: Sendable {
        let place: GenerationRequest.Frame.Place
        let bring: Bringing

        /// `bring` puts it at a path; its second argument says whether to stop.
        package init(_ place: GenerationRequest.Frame.Place, bring: @escaping Bringing) {
            self.place = place
            self.bring = bring
        }
    }

    package typealias Bringing =
        @Sendable (_ path: String, _ isStopped: @escaping () -> Bool) throws(ProviderError)
        -> GenerationRequest.Frame

    /// Without the frames that go in; its key is the job’s.
    package var request: GenerationRequest
    package var pictures: [Picture]

    package init(_ request: GenerationRequest, pictures: [Picture] = []) {
        self.request = request
        self.pictures = pictures
    }
}

/// What a worker reads of requests that are no takes, and where it writes down what came of them.
///
/// Whoever keeps them stands behind this seam. Calls block for as long as a
/// disk or a store of files takes.
package protocol RequestLedger: Sendable {
    /// Returns what a job asks for; nil when nobody wants it any more.
    ///
    /// - Throws: ``ProviderError`` for what cannot be had here.
    func order(of job: Job.ID) throws -> RequestOrder?

    /// Returns the money of a job.
    func payment(of job: Job.ID) -> Payment

    /// Notes how a service refused, before the job fails for it; nil for what
    /// no service said.
    func note(_ refusal: ProviderError.Kind?, of job: Job.ID) throws

    /// Returns jobs that were cancelled while no worker had them, of which their
    /// service is to be told by now.
    func farewells() throws -> [Job.ID]

    /// Notes whether the service was told, or is to be told again later.
    func noteFarewell(of job: Job, isSaid: Bool) throws

    /// Keeps a result and settles its job; the file goes afterwards.
    ///
    /// Nothing is settled when the lease was lost: another worker has the job.
    func complete(
        _ lease: Lease,
        leaving path: String,
        isStopped: @escaping () -> Bool
    ) throws
}
