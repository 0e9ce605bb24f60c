import Editorial

extension EditorState {
    /// Lets another screen take the place of the panels.
    mutating func show(_ target: EditorScreen) -> [Effect] {
        close()
        switch target {
        case .editor:
            leaveScreen()
            return []
        case .projects: return openProjects()
        case .library: return openLibrary()
        case .queue: return openQueue()
        case .settings: return openSettings()
        case .account: return openAccount()
        case .team: return openTeam()
        }
    }

    /// Goes back to the panels.
    mutating func leaveScreen() {
        leaveField()
        screen = .editor
        themes.tried = nil
        settlePlayback()
    }

    /// Leaves what only makes sense over the panels.
    mutating func leavePanels(for target: EditorScreen) {
        focus(on: .preview)
        leaveCamera()
        keyframes = nil
        isZoomed = false
        screen = target
        playback.pause()
        playback.seek(.first)
    }
}
