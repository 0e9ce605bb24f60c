/// How far a request is, in bytes.
package struct HTTPProgress: Hashable, Sendable {
    /// Those of earlier attempts included.
    package let received: Int
    /// nil where the server did not tell.
    package let total: Int?
    package let sent: Int
    package let toSend: Int
}
