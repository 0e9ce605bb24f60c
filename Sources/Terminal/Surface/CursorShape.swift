/// What the terminal's cursor looks like; it never blinks.
package enum CursorShape: Int, Hashable, Sendable {
    case block = 2
    case underline = 4
    case bar = 6
}
