package import Editorial
package import Generation
package import Jobs

/// Money that is set aside for one request.
package struct Charge: Hashable, Sendable {
    package let job: Job.ID
    package let take: Take.ID
    /// The model's id, which begins with its provider's.
    package let model: String
    package let price: Price

    package init(job: Job.ID, take: Take.ID, model: String, price: Price) {
        self.job = job
        self.take = take
        self.model = model
        self.price = price
    }
}

/// Who keeps the accounts; calls block for as long as a disk takes.
package protocol Purse: Sendable {
    /// Sets money aside before it is spent; where the job has some set aside
    /// that was not sent yet, nothing changes.
    ///
    /// - Throws: ``PurseError`` when the month's budget has no room for it.
    func reserve(_ charge: Charge) throws
    /// Notes that a request is about to be sent for what was set aside last:
    /// it is not used again for another.
    func send(_ job: Job.ID) throws
    /// Notes that the service took the request; `cost` is what it told it
    /// really took, where it does.
    func settle(_ job: Job.ID, cost: Money?) throws
    /// Gives back what was set aside last, for a request that the service did not take.
    func release(_ job: Job.ID) throws
}

/// Money that is not there to be spent.
package struct PurseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, and what to do now, in one sentence.
    package let description: String

    package init(_ sentence: String) { description = sentence }
}

/// The money of one request, whoever keeps the accounts; calls block for as long as a disk takes.
package struct Payment {
    /// Sets it aside; nothing changes where that was done and it was not sent yet.
    package let reserve: () throws -> Void
    /// Notes that the request is about to be sent.
    package let send: () throws -> Void
    /// Notes that the service took it, and what that cost where it is told.
    package let settle: (Money?) throws -> Void
    /// Gives back what was set aside, for a request that the service did not take.
    package let release: () throws -> Void

    /// `reserve` throws ``PurseError`` when there is no room for it.
    package init(
        reserve: @escaping () throws -> Void,
        send: @escaping () throws -> Void,
        settle: @escaping (Money?) throws -> Void,
        release: @escaping () throws -> Void
    ) {
        self.reserve = reserve
        self.send = send
        self.settle = settle
        self.release = release
    }

    /// Pays a charge out of a purse.
    init(_ charge: Charge, from purse: any Purse) {
        self.init(
            reserve: { try purse.reserve(charge) },
            send: { try purse.send(charge.job) },
            settle: { try purse.settle(charge.job, cost: $0) },
            release: { try purse.release(charge.job) }
        )
    }
}
