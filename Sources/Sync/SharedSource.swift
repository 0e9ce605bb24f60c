package import Workspace

/// Something of a person’s that lies beside the workspace and is the same on all their machines.
package protocol SharedSource: Sendable {
    /// Whether it is the person’s own, and no team sees it.
    var isPersonal: Bool { get }

    /// Sends what changed here on its way, and writes what changed elsewhere.
    ///
    /// - Returns: Whether something was written or removed.
    func meet(_ workspace: LocalWorkspace) throws(WorkspaceError) -> Bool
}
