import Foundation

extension CubeLUT {
    /// The most bytes a file may have: 129³ rows of the widest numbers.
    package static let maximumFileSize = 192 * 1024 * 1024

    /// Reads a table from its file.
    ///
    /// - Throws: ``CubeError`` when there is no such file, or it is no table.
    package static func read(_ path: String) throws(CubeError) -> CubeLUT {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: maximumFileSize + 1)
        else {
            throw CubeError(
                file: path,
                message: "The file cannot be read, or is empty; check its name and your rights."
            )
        }
        guard data.count <= maximumFileSize else {
            throw CubeError(
                file: path,
                message: "The file is larger than 192 MiB, more than a table can need."
            )
        }
        return try decode(Array(data), file: path)
    }

    /// Reads a table from the bytes of its file; `file` is what errors call it.
    package static func decode(_ bytes: [UInt8], file: String) throws(CubeError) -> CubeLUT {
        var reader = CubeReader(file: file)
        var line = 0
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
            line += 1
            try reader.read(bytes[start..<end], line: line)
            start = min(bytes.endIndex, end + 1)
            // A line ends with CR, LF, or both.
            if end < bytes.endIndex, bytes[end] == 13, start < bytes.endIndex, bytes[start] == 10 {
                start += 1
            }
        }
        return try reader.finish()
    }
}

/// Reads the lines of a `.cube` file, one after the other.
private struct CubeReader {
    private static let longestLine = 1024
    private static let shownTitle = 120

    let file: String
    private var title = ""
    private var shape: CubeLUT.Shape?
    private var size = 0
    private var domain = CubeLUT.Domain()
    private var values: [SIMD3<Float>] = []

    init(file: String) { self.file = file }

    private var wanted: Int { shape == .curves ? size : size * size * size }

    mutating func read(_ bytes: ArraySlice<UInt8>, line: Int) throws(CubeError) {
        let content = bytes.drop { $0 == 32 || $0 == 9 }
        guard let first = content.first, first != UInt8(ascii: "#") else { return }
        guard bytes.count <= Self.longestLine,
            content.allSatisfy({ $0 >= 9 && $0 < 127 || $0 > 127 })
        else { throw error("The line is no text of a table; choose a .cube file.", line) }
        let text = String(decoding: content, as: UTF8.self)
        let words = text.split { $0 == " " || $0 == "\t" }
        guard let key = words.first else { return }
        if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") || first == UInt8(ascii: ".")
            || (48...57).contains(first) || key.lowercased() == "nan" || key.lowercased() == "inf"
        {
            return try row(words, line)
        }
        try keyword(String(key), words, text, line)
    }

    private mutating func keyword(
        _ key: String,
        _ words: [Substring],
        _ text: String,
        _ line: Int
    ) throws(CubeError) {
        switch key {
        case "TITLE":
            title = String(text.dropFirst(5).filter { $0 != "\"" }.prefix(Self.shownTitle))
        case "LUT_3D_SIZE": try setSize(.cube, words, CubeLUT.cubeSizes, line)
        case "LUT_1D_SIZE": try setSize(.curves, words, CubeLUT.curveSizes, line)
        case "DOMAIN_MIN": domain.lower = SIMD3<Double>(try numbers(words.dropFirst(), line))
        case "DOMAIN_MAX": domain.upper = SIMD3<Double>(try numbers(words.dropFirst(), line))
        case "LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE":
            guard words.count == 3, let low = Double(words[1]), let high = Double(words[2]),
                low.isFinite, high.isFinite
            else { throw error("`\(key)` takes two numbers, such as `\(key) 0.0 1.0`.", line) }
            domain = .init(lower: SIMD3(repeating: low), upper: SIMD3(repeating: high))
        default:
            throw error(
                "`\(shown(key))` is not a word of a .cube file; "
                    + "allowed are TITLE, LUT_1D_SIZE, LUT_3D_SIZE, DOMAIN_MIN and DOMAIN_MAX.",
                line
            )
        }
    }

    private mutating func setSize(
        _ shape: CubeLUT.Shape,
        _ words: [Substring],
        _ sizes: ClosedRange<Int>,
        _ line: Int
    ) throws(CubeError) {
        guard self.shape == nil else {
            throw error("The table's size is told twice; keep one of the two lines.", line)
        }
        guard words.count == 2, let size = Int(words[1]), sizes.contains(size) else {
            throw error(
                "The size of such a table is \(sizes.lowerBound) to \(sizes.upperBound) points.",
                line
            )
        }
        self.shape = shape
        self.size = size
    }

    private mutating func row(_ words: [Substring], _ line: Int) throws(CubeError) {
        guard shape != nil else {
            throw error("Colours come before the size; add `LUT_3D_SIZE 33` above them.", line)
        }
        guard values.count < wanted else {
            throw error(
                "The table has more than the \(wanted) rows its size asks for; "
                    + "take the rest away or correct the size.",
                line
            )
        }
        values.append(try numbers(words[...], line))
    }

    private func numbers(_ words: ArraySlice<Substring>, _ line: Int) throws(CubeError)
        -> SIMD3<Float>
    {
        var numbers: [Float] = []
        for word in words {
            guard numbers.count < 3, let number = Float(word), number.isFinite,
                abs(number) <= 65_536
            else { return try refuse(line) }
            numbers.append(number)
        }
        guard numbers.count == 3 else { return try refuse(line) }
        return SIMD3(numbers[0], numbers[1], numbers[2])
    }

    private func refuse(_ line: Int) throws(CubeError) -> SIMD3<Float> {
        throw error("A row has three finite numbers, such as `0.5 0.25 1.0`.", line)
    }

    func finish() throws(CubeError) -> CubeLUT {
        guard let shape else {
            throw error(
                "The file has no `LUT_3D_SIZE` and no `LUT_1D_SIZE`; choose a .cube file.",
                0
            )
        }
        guard values.count == wanted else {
            throw error(
                "The table has \(values.count) of the \(wanted) rows that a size of \(size) needs; "
                    + "export it again, or correct the size.",
                0
            )
        }
        guard (domain.upper - domain.lower).min() > 0 else {
            throw error("DOMAIN_MAX must be more than DOMAIN_MIN in every channel.", 0)
        }
        return CubeLUT(shape: shape, size: size, title: title, domain: domain, values: values)
    }

    private func error(_ message: String, _ line: Int) -> CubeError {
        CubeError(file: file, line: line, message: message)
    }

    private func shown(_ word: String) -> String {
        String(
            word.unicodeScalars.prefix(40).filter { $0.properties.generalCategory != .control }.map(
                Character.init
            )
        )
    }
}
