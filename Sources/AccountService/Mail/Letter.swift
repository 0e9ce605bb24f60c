/// A mail to one person, in plain text.
struct Letter: Hashable, Sendable {
    var recipient: EmailAddress
    var subject: String
    /// Lines of at most 78 characters, but for links.
    var text: String
}
