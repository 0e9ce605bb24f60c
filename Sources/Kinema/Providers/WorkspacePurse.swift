import Editorial
import Foundation
import Generation
import Jobs
import Pipeline
import Workspace

/// The accounts of the local workspace, with the month's budget.
struct WorkspacePurse: Purse {
    let workspace: LocalWorkspace
    let budget: Money?

    func reserve(_ charge: Charge) throws {
        if budget != nil, charge.price == .unknown {
            throw PurseError(
                "The price of \(charge.model) is not known, and a budget is set; give the model a "
                    + "price in providers.yaml, or take the budget out."
            )
        }
        let answer = try workspace.reserve(
            charge.price.reserve,
            for: charge.job,
            take: charge.take,
            model: charge.model,
            budget: charge.price == .free ? nil : budget,
            monthStart: Self.monthStart(Date()),
            at: Wiring.timestamp
        )
        if case .refused(let left) = answer, let budget {
            throw PurseError(
                "It costs \(charge.price), and of this month’s \(budget) only \(left) are left; "
                    + "raise the budget in providers.yaml, or wait for the next month."
            )
        }
    }

    func send(_ job: Job.ID) throws { try workspace.sendCharge(job) }

    func settle(_ job: Job.ID, cost: Money?) throws { try workspace.settleCharge(job, cost: cost) }

    func release(_ job: Job.ID) throws { try workspace.releaseCharge(job) }

    /// The first instant of a date's month, where the person lives.
    static func monthStart(_ date: Date) -> Timestamp {
        let calendar = Calendar.current
        let start = calendar.dateInterval(of: .month, for: date)?.start ?? date
        return Timestamp(milliseconds: Int(start.timeIntervalSince1970 * 1000))
    }
}
