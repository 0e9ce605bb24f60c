import ArgumentParser
import Editorial
import Foundation
import Generation
import Providers
import Terminal
import Workspace

extension ProvidersCommand {
    struct Cost: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cost",
            abstract: "Tell what this month's takes cost, by project and model.",
            discussion: """
                What a service told is counted as it told it, anything else by the listed price. \
                What is set aside for a take that is under way counts as spent.
                """
        )

        @Flag(help: "Of all time, and not just of this month.")
        var all = false

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let wiring = Wiring()
            let desk = try wiring.providers()
            let start = all ? Timestamp(milliseconds: 0) : WorkspacePurse.monthStart(Date())
            let sums = try wiring.openWorkspace().charges(since: start)
            let report = Report(sums, budget: all ? nil : desk.settings.budget)
            if json { return try JSONOutput.print(report) }
            for row in report.rows { print(row.line.printable) }
            print(report.total.printable)
        }
    }

    private struct Row: Encodable {
        let project: String
        let model: String
        let takes: Int
        let dollars: Double
        let held: Double
        let told: Double
        let line: String

        init(_ sum: ChargeSum) {
            project = sum.project
            model = sum.model
            takes = sum.takes
            dollars = sum.spent.dollars
            held = sum.held.dollars
            told = sum.told.dollars
            let count = sum.takes == 1 ? "1 take" : "\(sum.takes) takes"
            let source = sum.told > .zero ? ", \(sum.told) as the service told" : ""
            let open = sum.held > .zero ? ", of which \(sum.held) are set aside" : ""
            let name = sum.project.isEmpty ? "a project that is gone" : sum.project
            line = "\(sum.spent)  \(name)  \(sum.model), \(count)\(source)\(open)"
        }

        enum CodingKeys: CodingKey { case project, model, takes, dollars, held, told }
    }

    private struct Report: Encodable {
        let rows: [Row]
        let dollars: Double
        let budget: Double?
        let total: String

        init(_ sums: [ChargeSum], budget: Money?) {
            rows = sums.map(Row.init)
            let spent = sums.reduce(Money.zero) { $0 + $1.spent }
            dollars = spent.dollars
            self.budget = budget?.dollars
            let limit = budget.map { " of \($0) a month, \(max(.zero, $0 - spent)) left" } ?? ""
            total = "\(spent) in all\(limit)"
        }

        enum CodingKeys: CodingKey { case rows, dollars, budget }
    }
}
