package import Editorial

/// What is drawn over the picture to judge it by.
package struct PreviewGuides: Hashable, Sendable {
    package var hasThirds = false
    /// The action-safe and title-safe frames: 93 % and 90 % of the picture.
    package var hasSafeAreas = false
    /// Whether what is sharp is marked.
    package var hasPeaking = false
    /// Another shape that the picture is seen through.
    package var mask: Aspect?

    /// The shapes that the mask goes through.
    static let masks: [Aspect?] = [nil, Aspect(21, 9), Aspect(4, 5), Aspect(1, 1), Aspect(9, 16)]

    package init() {}
}

/// What is measured of the picture.
package enum Scope: String, CaseIterable, Hashable, Sendable {
    case histogram, waveform, parade, vectorscope

    /// The name a person reads.
    package var title: String {
        switch self {
        case .parade: "RGB parade"
        default: rawValue
        }
    }
}

/// A measure of one picture as dots that are more or less bright.
package struct ScopeReading: Hashable, Sendable {
    package let scope: Scope
    package let columns: Int
    package let rows: Int
    /// One plane, or red, green and blue; each with `columns * rows`
    /// brightnesses, the highest row first.
    package let planes: [[UInt8]]

    /// - Precondition: Every plane has a brightness for each dot.
    package init(scope: Scope, columns: Int, rows: Int, planes: [[UInt8]]) {
        precondition(planes.allSatisfy { $0.count == columns * rows }, "A plane fills its scope.")
        self.scope = scope
        self.columns = columns
        self.rows = rows
        self.planes = planes
    }
}

/// Two pictures at once.
package struct Comparison: Hashable, Sendable {
    package enum Mode: String, CaseIterable, Hashable, Sendable {
        case wipe, sideBySide, difference

        /// The words the preview's title has for it.
        package var title: String {
            switch self {
            case .wipe: "wiped with"
            case .sideBySide: "beside"
            case .difference: "less"
            }
        }
    }

    package var mode: Mode
    /// The take that it is compared with.
    package var take: Take.ID
    /// Where the wipe stands, in hundredths of the picture's width.
    package var place = 50
}
