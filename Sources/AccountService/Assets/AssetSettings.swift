/// How much the service keeps, and for how long what it signs holds.
package struct AssetSettings: Hashable, Sendable {
    /// Bytes that an account may keep in all the spaces that it owns, where nothing else was said.
    package var quota: Int
    /// Seconds for which an address holds.
    package var addressLifetime = 3600
    /// Seconds after which a file of which not all came is forgotten.
    package var uploadLifetime = 48 * 3600
    /// Seconds for which a request waits until a file has been looked at.
    package var patience = 20

    /// Seconds for which bytes stay that nothing refers to any more: whoever
    /// got an address for them may be using it, and a part may be under way.
    var grace: Int

    package init(quota: Int = 10 << 30) { self.init(quota: quota, grace: 7200) }

    init(quota: Int = 10 << 30, grace: Int) {
        self.quota = quota
        self.grace = grace
    }
}
