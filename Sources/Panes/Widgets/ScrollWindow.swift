/// The part of a list that is seen, such that its cursor is.
enum ScrollWindow {
    /// Returns the rows in sight: the cursor's in the middle where there is more on both sides.
    static func rows(count: Int, cursor: Int, room: Int) -> Range<Int> {
        guard count > room, room > 0 else { return 0..<min(count, max(0, room)) }
        let start = min(max(0, cursor - room / 2), count - room)
        return start..<start + room
    }
}
