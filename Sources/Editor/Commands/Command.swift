/// Something a person can ask for, by a key, in the palette or by name.
package struct Command: Identifiable, Sendable {
    /// A stable name such as `take.generate`.
    package struct ID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
        package let name: String

        package init(_ name: String) { self.name = name }

        package init(stringLiteral value: String) { self.init(value) }

        package var description: String { name }
    }

    /// Whether it can be done now.
    package enum Availability: Hashable, Sendable {
        case available
        /// The reason is a sentence that says what to do first.
        case unavailable(String)
    }

    package let id: ID
    /// What it does, in a word or three, for lists.
    package let title: String
    /// One word for the status line.
    package let hint: String
    /// One sentence.
    package let help: String
    /// Whether the palette offers it; moving about in a field or popup is not offered.
    package let isListed: Bool
    /// Whether a count before its keys does it that many times.
    package let repeats: Bool
    package let availability: @Sendable (EditorState) -> Availability
    let perform: @Sendable (inout EditorState) -> [Effect]

    init(
        _ id: ID,
        _ title: String,
        hint: String? = nil,
        help: String,
        isListed: Bool = true,
        repeats: Bool = false,
        availability: @escaping @Sendable (EditorState) -> Availability = { _ in .available },
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) {
        self.id = id
        self.title = title
        self.hint = hint ?? title.lowercased()
        self.help = help
        self.isListed = isListed
        self.repeats = repeats
        self.availability = availability
        self.perform = perform
    }
}

extension Command {
    /// Returns why it cannot be done now; nil when it can.
    func reason(in state: EditorState) -> String? {
        if case .unavailable(let reason) = availability(state) { reason } else { nil }
    }
}
