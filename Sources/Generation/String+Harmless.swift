extension String {
    /// The text of somebody unknown as one line that shows what it is and does nothing: without
    /// control characters, overrides of direction and line ends, and of no more scalars than the limit.
    package func harmless(limit: Int) -> String {
        var text = String.UnicodeScalarView()
        var hasGap = false
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                hasGap = !text.isEmpty
                continue
            case .format, .surrogate, .privateUse, .unassigned: continue
            default: break
            }
            if text.count >= limit { return String(text) + "…" }
            if hasGap { text.append(" ") }
            hasGap = false
            text.append(scalar)
        }
        return String(text)
    }
}
