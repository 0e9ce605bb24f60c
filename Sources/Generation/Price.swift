/// What a generation costs.
package enum Price: Hashable, Sendable, CustomStringConvertible {
    case free
    case credits(Int)

    package var description: String {
        switch self {
        case .free: "free"
        case .credits(let count): "\(count) credits"
        }
    }
}
