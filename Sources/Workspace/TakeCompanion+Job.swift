import Editorial

extension Take.Companion {
    /// Below all that somebody waits for.
    static let priority = -10

    /// Films above this many pixels are not played with ease everywhere.
    private static let largestWithoutProxy = 1280 * 720

    /// Whether a take of this draft is given it.
    func isWanted(for draft: Draft) -> Bool {
        switch self {
        case .thumbnail: true
        case .proxy: draft.size.area > Self.largestWithoutProxy
        }
    }
}
