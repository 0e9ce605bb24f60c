/// A picture of a take while a service still makes it.
package struct LivePicture: Hashable, Sendable {
    package let path: String
    /// Another one with every picture that takes the place of one before.
    package let stamp: Int

    package init(path: String, stamp: Int) {
        self.path = path
        self.stamp = stamp
    }
}
