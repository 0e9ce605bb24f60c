import Foundation

/// Arithmetic over `t`: + - * / ^, brackets, sin, cos, abs, min and max of two, and pi.
struct Formula {
    private indirect enum Term {
        case number(Double)
        case time
        case negative(Term)
        case call(String, [Term])
        case operation(Character, Term, Term)
    }

    private static let functions: [String: Int] = [
        "sin": 1, "cos": 1, "abs": 1, "sqrt": 1, "min": 2, "max": 2,
    ]
    /// Brackets within brackets beyond this are nobody's motion.
    private static let depthLimit = 40

    private let root: Term

    /// Reads a formula; nil where it is none.
    init?(_ text: String) {
        var reader = Reader(rest: Substring(text.lowercased().filter { !$0.isWhitespace }))
        guard let root = reader.sum(), reader.rest.isEmpty else { return nil }
        self.root = root
    }

    /// Returns its value at a frame; nil where it has none.
    func value(at time: Double) -> Double? {
        let value = Self.value(of: root, at: time)
        return value.isFinite ? value : nil
    }

    private static func value(of term: Term, at time: Double) -> Double {
        switch term {
        case .number(let number): return number
        case .time: return time
        case .negative(let inner): return -value(of: inner, at: time)
        case .operation(let sign, let left, let right):
            let (a, b) = (value(of: left, at: time), value(of: right, at: time))
            switch sign {
            case "+": return a + b
            case "-": return a - b
            case "*": return a * b
            case "/": return a / b
            default: return pow(a, b)
            }
        case .call(let name, let arguments):
            let values = arguments.map { value(of: $0, at: time) }
            switch name {
            case "sin": return sin(values[0])
            case "cos": return cos(values[0])
            case "abs": return abs(values[0])
            case "sqrt": return values[0].squareRoot()
            case "min": return Swift.min(values[0], values[1])
            default: return Swift.max(values[0], values[1])
            }
        }
    }

    /// Reads by descent: sums of products of powers.
    private struct Reader {
        var rest: Substring
        var depth = 0

        mutating func sum() -> Term? { chain("+-") { $0.product() } }

        private mutating func product() -> Term? { chain("*/") { $0.power() } }

        private mutating func chain(
            _ signs: String,
            _ next: (inout Reader) -> Term?
        ) -> Term? {
            guard var left = next(&self) else { return nil }
            while let sign = rest.first, signs.contains(sign) {
                rest.removeFirst()
                guard let right = next(&self) else { return nil }
                left = .operation(sign, left, right)
            }
            return left
        }

        private mutating func power() -> Term? {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Formula.depthLimit else { return nil }
            if rest.first == "-" {
                rest.removeFirst()
                return power().map { .negative($0) }
            }
            guard let base = atom() else { return nil }
            guard rest.first == "^" else { return base }
            rest.removeFirst()
            return power().map { .operation("^", base, $0) }
        }

        private mutating func atom() -> Term? {
            if rest.first == "(" {
                rest.removeFirst()
                guard let inner = sum(), rest.first == ")" else { return nil }
                rest.removeFirst()
                return inner
            }
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            if !digits.isEmpty {
                rest = rest.dropFirst(digits.count)
                return Double(digits).map { .number($0) }
            }
            let name = String(rest.prefix { $0.isASCII && $0.isLetter })
            rest = rest.dropFirst(name.count)
            if name == "t" { return .time }
            if name == "pi" { return .number(.pi) }
            return call(name)
        }

        private mutating func call(_ name: String) -> Term? {
            guard let count = Formula.functions[name], rest.first == "(" else { return nil }
            rest.removeFirst()
            var arguments: [Term] = []
            for place in 0..<count {
                guard let argument = sum() else { return nil }
                arguments.append(argument)
                guard rest.first == (place == count - 1 ? ")" : ",") else { return nil }
                rest.removeFirst()
            }
            return .call(name, arguments)
        }
    }
}
