import CLibAV

/// libavfilter's functions, opened once for the whole program.
enum FilterLibrary {
    /// Nil where this machine has no libavfilter.
    private static let functions: clibav_filters? = {
        var functions = clibav_filters()
        return clibav_open_filters(&functions) == 1 ? functions : nil
    }()

    /// The Debian package that brings libavfilter, under the name of its ABI.
    static let package = "libavfilter\(LIBAVFILTER_VERSION_MAJOR)"

    /// - Throws: ``MediaError`` about `path` that names the missing package.
    static func open(for path: String) throws(MediaError) -> clibav_filters {
        guard let functions else {
            throw MediaError(
                kind: .unsupported,
                message: "\(quoted(path)) cannot be made without libavfilter; install \(package)."
            )
        }
        return functions
    }
}
