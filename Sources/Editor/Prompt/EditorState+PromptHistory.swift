import Editorial

extension EditorState {
    /// The prompts that takes of the project were made from, the newest first,
    /// each once.
    var pastPrompts: [String] {
        var seen: Set<String> = []
        return takes.reversed().map(\.draft.prompt).filter {
            !$0.allSatisfy(\.isWhitespace) && seen.insert($0).inserted
        }
    }

    /// Takes a prompt of before in place of the shot's: an older one above 0, a
    /// newer one below.
    mutating func recallPrompt(by places: Int) -> [Effect] {
        let past = pastPrompts
        guard !past.isEmpty else {
            say("No take was made yet, so there is no prompt of before.")
            return []
        }
        // What stands there now is the first step, not one to be taken.
        let start = promptPanel.recalled ?? past.firstIndex(of: draft.prompt) ?? -1
        let place = min(max(0, start + places), past.count - 1)
        let effects = changeDraft(as: .typing(selectedShot)) { $0.prompt = past[place] }
        promptPanel.recalled = place
        promptPanel.cursor = draft.prompt.count
        promptPanel.anchor = nil
        say("Prompt \(place + 1) of \(past.count); undo brings yours back.")
        return effects
    }
}
