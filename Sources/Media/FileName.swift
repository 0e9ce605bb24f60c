/// Returns text that is safe to show: characters that control a terminal or
/// the direction of writing are left out.
func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(isShown)))
}

private func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
}

/// Returns the last part of a path, safe to show, in quotation marks.
func quoted(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "“\(printable(name))”"
}

/// Returns the ending of a path in lower case, without the dot.
func fileEnding(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
}

/// Returns the address under which libav opens a path as a file, whatever
/// colons, dashes or patterns its name has.
func fileAddress(_ path: String) -> String { "file:" + path }
