/// Where finished frames go, one after the other.
package protocol FrameSink {
    /// Adds the next frame; its pixels have been taken on return.
    ///
    /// - Throws: ``MediaError``; nothing is then left behind.
    func append(_ frame: Frame) throws(MediaError)
    /// Completes what was begun, under its own name.
    ///
    /// - Throws: ``MediaError``; nothing is then left behind.
    func finish() throws(MediaError)
    /// Removes what was begun.
    func discard()
}
