/// A value as a column holds it.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    /// Without U+0000, which neither dialect keeps.
    case text(String)
    case blob([UInt8])

    /// The text, or null when there is none.
    package static func text(ifAny text: String?) -> SQLValue {
        text.map(SQLValue.text) ?? .null
    }

    /// The whole number, or null when there is none.
    package static func integer(ifAny integer: Int?) -> SQLValue {
        integer.map(SQLValue.integer) ?? .null
    }
}

extension SQLValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}

extension SQLValue: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self = .integer(value) }
}

extension SQLValue: ExpressibleByFloatLiteral {
    package init(floatLiteral value: Double) { self = .real(value) }
}

extension SQLValue: ExpressibleByBooleanLiteral {
    /// Truth is 1 and 0, which both dialects compare alike.
    package init(booleanLiteral value: Bool) { self = .integer(value ? 1 : 0) }
}

extension SQLValue: ExpressibleByNilLiteral {
    package init(nilLiteral: ()) { self = .null }
}
