/// What a `Range` header asks of a file (RFC 9110, 14).
enum ByteRange: Hashable {
    case inside(Range<Int>)
    /// Nothing of what was asked for is there.
    case outside

    /// nil where the header is to be passed over: it is none, of other units, or of several ranges.
    init?(_ header: String, of total: Int) {
        let halves = header.split(separator: "=", maxSplits: 1)
        guard halves.count == 2, halves[0].lowercased() == "bytes" else { return nil }
        let text = halves[1].filter { $0 != " " && $0 != "\t" }
        guard !text.contains(","), let hyphen = text.firstIndex(of: "-") else { return nil }
        let (first, last) = (text[..<hyphen], text[text.index(after: hyphen)...])
        guard (first + last).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            !(first.isEmpty && last.isEmpty)
        else { return nil }
        // More digits than a number has are beyond every file.
        if first.isEmpty {
            let count = min(Int(last) ?? .max, total)
            self = count == 0 ? .outside : .inside(total - count..<total)
            return
        }
        let (start, end) = (Int(first) ?? .max, last.isEmpty ? Int.max : Int(last) ?? .max)
        guard start <= end else { return nil }
        self = start < total ? .inside(start..<min(end, total - 1) + 1) : .outside
    }
}
