/// How a film is decoded.
package enum DecodingEffort: Hashable, Sendable {
    /// Bit for bit as the codec says, on all cores.
    case exact
    /// On one core and without the loop filter, for pictures shown smaller
    /// than they are: less work in all, with errors nobody sees at that size.
    case quick
}
