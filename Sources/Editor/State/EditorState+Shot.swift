package import Editorial

extension EditorState {
    /// The selected shot's place in the project.
    package var shot: Shot { project.shots[shotIndex] }

    package var draft: Draft { shot.draft }

    /// Selects a shot, and with it its newest take, its live picture and its first frame.
    mutating func select(_ shot: Shot.ID) {
        guard project.index(of: shot) != nil else { return }
        selectedShot = shot
        takeCursor = nil
        auditioned = nil
        comparison = nil
        camera?.moved = [:]
        keyframes?.selection = []
        gesture = nil
        if typing == .prompt { typing = nil }
        promptPanel.cursor = draft.prompt.count
        promptPanel.anchor = nil
        promptPanel.goalColumn = nil
        settlePromptField()
        playback = Playback(isLooping: playback.isLooping)
    }

    /// Brings the prompt panel's cursor back to a row that is there.
    mutating func settlePromptField() {
        guard case .motion(let place) = promptPanel.field else { return }
        promptPanel.field = .motion(min(place, max(0, draft.motions.count - 1)))
    }
}
