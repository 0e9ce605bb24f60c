package import Editorial

/// A place in the project that one can go back to.
package struct JumpPlace: Hashable, Sendable {
    package var shot: Shot.ID
    package var frame: FrameIndex
    package var panel: Panel
}

/// Where somebody has been, and the places they gave a letter.
package struct Jumps: Hashable, Sendable {
    /// Oldest first.
    var places: [JumpPlace] = []
    /// Places before this one are further back.
    var position = 0
    var marks: [Character: JumpPlace] = [:]

    static let limit = 100
}

extension EditorState {
    private var place: JumpPlace {
        JumpPlace(shot: selectedShot, frame: playback.frame, panel: focus)
    }

    /// Remembers this place before a leap to another.
    mutating func rememberPlace() {
        jumps.places.removeSubrange(jumps.position...)
        if jumps.places.last != place { jumps.places.append(place) }
        if jumps.places.count > Jumps.limit { jumps.places.removeFirst() }
        jumps.position = jumps.places.count
    }

    /// Goes back through the places that were left, or on again.
    mutating func jump(by steps: Int) {
        if steps < 0, jumps.position == jumps.places.count, jumps.places.last != place {
            jumps.places.append(place)
        }
        let target = jumps.position + steps
        guard jumps.places.indices.contains(target) else {
            say(steps < 0 ? "There is no place before." : "There is no place further on.")
            return
        }
        jumps.position = target
        go(to: jumps.places[target])
    }

    mutating func setMark(_ letter: Character) {
        jumps.marks[letter] = place
        say("Mark \(letter) is frame \(playback.frame.value) of “\(shot.name)”.")
    }

    mutating func goToMark(_ letter: Character) {
        guard let target = jumps.marks[letter] else {
            say("No place is marked \(letter); m\(letter) marks one.", .warning)
            return
        }
        rememberPlace()
        go(to: target)
    }

    private mutating func go(to place: JumpPlace) {
        guard project.index(of: place.shot) != nil else {
            say("The shot of that place is gone; undo brings it back.", .warning)
            return
        }
        if place.shot != selectedShot { select(place.shot) }
        focus(on: place.panel)
        playback.pause()
        seek(to: place.frame.value)
    }
}
