/// Something that stops a command, told in one sentence with its remedy.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ sentence: String) { description = sentence }
}
