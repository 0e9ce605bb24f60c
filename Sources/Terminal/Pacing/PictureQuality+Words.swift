extension PictureQuality {
    /// What a reader is told was chosen, and why; empty where nothing was
    /// held back.
    package func words(for line: LineEstimate) -> String {
        var held: [String] = []
        if coarseness > 1 { held.append("1/\(coarseness) size") }
        if depth == .indexed256 { held.append("256 colours") }
        if held.isEmpty, budget < 40_000 { held.append("fewer changes") }
        guard !held.isEmpty, let rate = line.rate else { return "" }
        return held.joined(separator: ", ") + " for \(Self.spelled(rate * 8)) line"
    }

    /// In steps, so that a title does not flicker.
    private static func spelled(_ bits: Double) -> String {
        let scale = bits < 1e6 ? 1e3 : 1e6
        var digits = max(bits / scale, 1)
        var power = 1.0
        while digits >= 10 {
            digits /= 10
            power *= 10
        }
        let step = [1, 1.5, 2, 3, 4, 5, 7].last { $0 <= digits * 1.1 } ?? 1
        let value = step * power
        let text = value == value.rounded() ? "\(Int(value))" : "\(value)"
        return "a \(text) \(bits < 1e6 ? "kbit/s" : "Mbit/s")"
    }
}
