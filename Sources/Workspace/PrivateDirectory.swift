import Foundation

/// Directories of the workspace's own, which only their owner may enter.
enum PrivateDirectory {
    /// Makes a directory and those above it; one that is there stays as it is.
    static func make(_ path: String) throws(WorkspaceError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw WorkspaceError(code: ENOTDIR, task: "use as a directory", path: path)
            }
            return
        }
        let parent = (path as NSString).deletingLastPathComponent
        if !parent.isEmpty, parent != path { try make(parent) }
        // Another process may be making the same one.
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw WorkspaceError(code: errno, task: "make the directory", path: path)
        }
    }

    /// Waits until the entries of a directory are on the disk.
    static func synchronize(_ path: String) throws(WorkspaceError) {
        let directory = try OpenFile(directory: path)
        try directory.synchronize()
    }
}
