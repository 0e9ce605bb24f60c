import Editorial

extension EditorState {
    /// Changes how the selected shot stands in the film, as one edit.
    mutating func changeCut(
        as newGesture: Gesture? = nil,
        _ change: (inout Cut) -> Void
    ) -> [Effect] {
        let old = shot.cut
        var new = old
        change(&new)
        return new == old
            ? [] : apply(.changeCut(selectedShot, from: old, to: new), as: newGesture)
    }

    /// Lets the shot begin at the playhead; those after it move up.
    mutating func trimStart() -> [Effect] {
        let (frame, end) = (playback.frame.value, shot.usedFrames.upperBound)
        guard frame < end else {
            say(
                "The shot ends before this frame; go to an earlier one to start it there.",
                .warning
            )
            return []
        }
        return trim(to: frame..<end)
    }

    /// Lets the shot end with the frame at the playhead.
    mutating func trimEnd() -> [Effect] {
        let (first, frame) = (shot.usedFrames.lowerBound, playback.frame.value)
        guard first <= frame else {
            say("The shot begins after this frame; go to a later one to end it there.", .warning)
            return []
        }
        return trim(to: first..<frame + 1)
    }

    /// Moves the end of the shot by frames, as far as there are any.
    mutating func slideEnd(by frames: Int) -> [Effect] {
        let used = shot.usedFrames
        let end = min(max(used.lowerBound + 1, used.upperBound + frames), draft.frameCount)
        return trim(to: used.lowerBound..<end, as: .trim(selectedShot))
    }

    /// Moves the start of the shot by frames, as far as there are any.
    mutating func slideStart(by frames: Int) -> [Effect] {
        let used = shot.usedFrames
        let start = min(max(0, used.lowerBound + frames), used.upperBound - 1)
        return trim(to: start..<used.upperBound, as: .trim(selectedShot))
    }

    /// Gives the film all of the shot again.
    mutating func untrim() -> [Effect] { changeCut { $0.trim = nil } }

    private mutating func trim(
        to frames: Range<Int>,
        as gesture: Gesture? = nil
    ) -> [Effect] {
        let total = draft.frameCount
        let frames = frames.clamped(to: 0..<total)
        guard !frames.isEmpty else { return [] }
        let trim = Trim(first: FrameIndex(frames.lowerBound), count: frames.count)
        let effects = changeCut(as: gesture) { $0.trim = trim.held(to: total) }
        if !effects.isEmpty {
            say("The film has \(frames.count) of \(total) frames of “\(shot.name)”.")
        }
        return effects
    }

    /// Cuts the shot in two at the playhead; both keep the draft, and the take
    /// that stands for the shot.
    mutating func splitShot() -> [Effect] {
        let used = shot.usedFrames
        let frame = playback.frame.value
        guard used.lowerBound < frame, frame < used.upperBound else {
            say("Go to a frame between the shot’s first and last to split it there.", .warning)
            return []
        }
        let (first, rest) = (used.lowerBound..<frame, frame..<used.upperBound)
        let old = shot
        var head = old.cut
        head.trim = Trim(first: FrameIndex(first.lowerBound), count: first.count)
        head.markers.removeAll { $0.frame.value >= frame }
        var tail = old
        tail.id = ids.identifier()
        tail.name = unusedName(like: old.name)
        tail.cut = Cut(
            trim: Trim(first: FrameIndex(frame), count: rest.count),
            markers: old.cut.markers.filter { $0.frame.value >= frame }
        )
        // Its takes stay with the first half, so the second holds on to its own.
        let film = filmTake?.id
        tail.selectedTake = old.selectedTake ?? film
        var edits: [Edit] = [.changeCut(old.id, from: old.cut, to: head)]
        if old.selectedTake == nil, let film {
            edits.append(.selectTake(old.id, from: nil, to: film))
        }
        edits.append(.insertShot(tail, at: shotIndex + 1))
        let effects = apply(.several(edits, title: "Split the shot"))
        select(tail.id)
        seek(to: frame)
        say("“\(old.name)” is two shots now, \(first.count) and \(rest.count) frames long.")
        return effects
    }
}
