/// How much a move owes to depth; later cases owe more.
package enum DepthNeed: String, CaseIterable, Hashable, Sendable, Comparable {
    case none, helps, needs

    package static func < (a: DepthNeed, b: DepthNeed) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}
