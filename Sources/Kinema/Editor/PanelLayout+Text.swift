import Editor

extension PanelLayout {
    /// Reads what ``text`` wrote; what makes no sense is as usual.
    init(text: String) {
        self.init()
        for part in text.split(separator: " ").prefix(20) {
            let words = part.split(separator: "=", maxSplits: 1)
            guard words.count == 2 else { continue }
            if let splitter = Splitter(rawValue: String(words[0])), let size = Int(words[1]),
                (1...1000).contains(size)
            {
                self.sizes[splitter] = size
            }
            if words[0] == "hidden", let panel = Panel(rawValue: String(words[1])),
                panel != .preview
            {
                hidden.insert(panel)
            }
        }
    }

    /// Such as `presets=30 hidden=timeline`.
    var text: String {
        let sizes = Splitter.allCases.compactMap { splitter in
            self.sizes[splitter].map { "\(splitter.rawValue)=\($0)" }
        }
        let hidden = hidden.map { "hidden=\($0.rawValue)" }.sorted()
        return (sizes + hidden).joined(separator: " ")
    }
}
