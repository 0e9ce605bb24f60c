import Editorial
import Generation
import Motion

extension EditorState {
    /// Queues a take of the selected shot and puts the cursor on it.
    ///
    /// The take is shown at once as the store will have it; the store's answer
    /// takes its place.
    mutating func generate() -> [Effect] { generate([draft]) }

    /// Queues a take of the selected shot for each of some drafts, all at once.
    mutating func generate(_ drafts: [Draft]) -> [Effect] {
        let orders = drafts.compactMap { order($0) }
        if orders.count > 1 { say("\(orders.count) takes are queued.") }
        return orders.isEmpty ? [] : [.submitTakes(orders)]
    }

    /// Puts a take of the selected shot on the screen, to be asked for with ``Effect/submitTakes(_:)``.
    ///
    /// - Returns: Nil where the draft's model is not among those that are known, which is said.
    mutating func order(_ draft: Draft) -> TakeOrder? {
        let asked = draft.filledIn
        guard let model = models[asked.model] else {
            say(Self.refusal(ofModel: asked.model), .warning)
            return nil
        }
        let number = (takes.filter { $0.shot == selectedShot }.map(\.number).max() ?? 0) + 1
        let take = Take(
            id: ids.identifier(),
            shot: selectedShot,
            number: number,
            draft: asked,
            createdAt: now,
            steps: TakeStep.Kind.allCases.map { TakeStep(kind: $0) }
        )
        takes.append(take)
        takeCursor = take.id
        if let auditioned, let preset = presets[auditioned] {
            say(
                "Take \(number) is queued without \(preset.name), which is only tried on.",
                .warning
            )
        } else {
            say("Take \(number) is queued.")
        }
        return TakeOrder(take: take.id, shot: take.shot, draft: asked, model: model)
    }

    /// The take that commands are about: the one whose details are open, else
    /// the one under the cursor.
    var subjectTake: Take? {
        if case .takeDetails(let id, _) = popup { return take(id) }
        return currentTake
    }

    mutating func cancelTake() -> [Effect] {
        guard let take = subjectTake, take.canCancel else { return [] }
        say("Take \(take.number) is being cancelled.")
        return [.cancelTake(take.id)]
    }

    mutating func retryTake() -> [Effect] {
        guard let take = subjectTake, take.canRetry else { return [] }
        say("Take \(take.number) is queued again.")
        return [.retryTake(take.id)]
    }

    mutating func selectTake() -> [Effect] {
        guard let take = subjectTake else { return [] }
        let owner = shot
        let old = owner.selectedTake
        let new = old == take.id ? nil : take.id
        return apply(.selectTake(owner.id, from: old, to: new))
    }

    /// Gives the shot the draft that a take was made from.
    mutating func recallDraft() -> [Effect] {
        guard let take = subjectTake else { return [] }
        let effects = changeDraft { $0 = take.draft }
        promptPanel.cursor = draft.prompt.count
        say("The shot stands as take \(take.number) was made.")
        return effects
    }

    mutating func moveTakeCursor(by rows: Int) {
        let rowsNow = takeRows
        guard !rowsNow.isEmpty else { return }
        let place = rowsNow.firstIndex(where: \.isCurrent) ?? 0
        moveTakeCursor(to: rowsNow[min(max(0, place + rows), rowsNow.count - 1)].id)
    }

    /// Puts the cursor on a take; a film that is being watched changes to its film.
    mutating func moveTakeCursor(to id: Take.ID) {
        guard let take = take(id) else { return }
        if take.shot != selectedShot, take.id != shot.selectedTake { select(take.shot) }
        let before = filmTake?.id
        takeCursor = id
        if playback.content == .film, filmTake?.id != before { playback.seek(.first) }
        settlePlayback()
    }
}

extension Take {
    /// Whether it can be stopped, or let go where it is uncertain.
    var canCancel: Bool {
        if case .uncertain = status { true } else { !isSettled }
    }

    /// Whether trying again makes sense.
    var canRetry: Bool {
        switch status {
        case .failed, .cancelled, .uncertain: true
        case .queued, .running, .completed: false
        }
    }
}
