/// How many colours a terminal shows.
package enum ColourDepth: String, Hashable, Sendable {
    /// 24 bits, given as they are.
    case direct
    case indexed256
    case indexed16
    /// None: bold, reverse and underline only.
    case none
}
