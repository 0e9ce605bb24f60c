package import Editorial

/// Which files are on their way between this machine and the service.
package struct FileTraffic: Hashable, Sendable {
    /// One file that is on its way.
    package struct Carried: Hashable, Sendable {
        package let asset: Asset
        /// From 0 to 1.
        package var part: Double
    }

    /// How many are still to be sent, the one that is under way included.
    package var unsentCount = 0
    package var sending: Carried?
    package var fetching: Carried?
    /// How many came since it began.
    package var arrivedCount = 0
    /// Why the last file was not taken or did not come, for the reader.
    package var refusal: String?

    package init() {}
}
