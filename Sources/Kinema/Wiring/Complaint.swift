/// Something that stops a command, told in one sentence with its remedy.
struct Complaint: Error, CustomStringConvertible {
    /// What the shell sees: 1 is a failure, 2 is a command that was asked wrongly.
    enum Code: Int32 {
        case failure = 1
        case usage = 2
        case cancelled = 130
    }

    let description: String
    let code: Code

    init(_ sentence: String, code: Code = .failure) {
        description = sentence
        self.code = code
    }
}
