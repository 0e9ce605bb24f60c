/// Gives stamps that only ever grow, whatever the wall clock does.
///
/// A value: whoever keeps it stores ``last`` and hands it in again.
package struct HybridClock: Hashable, Sendable {
    package let writer: UInt64
    /// The latest stamp that was given or heard of.
    package private(set) var last: HybridStamp

    package init(writer: UInt64, last: HybridStamp? = nil) {
        self.writer = writer
        self.last = last ?? HybridStamp(milliseconds: 0, counter: 0, writer: writer)
    }

    /// Returns a stamp above every one so far; `now` is the wall clock's milliseconds.
    package mutating func stamp(now: Int) -> HybridStamp {
        if now > last.milliseconds {
            last = HybridStamp(milliseconds: now, counter: 0, writer: writer)
        } else if last.counter < .max {
            last = HybridStamp(
                milliseconds: last.milliseconds,
                counter: last.counter + 1,
                writer: writer
            )
        } else {
            last = HybridStamp(milliseconds: last.milliseconds + 1, counter: 0, writer: writer)
        }
        return last
    }

    /// Heeds a stamp of somebody else's, so that what is written next comes after it.
    package mutating func hear(_ stamp: HybridStamp) {
        if stamp > last { last = stamp }
    }
}
