package import Editorial

extension EditorState {
    /// The shots in their order.
    package var shotItems: [ShotItem] { project.shots.indices.map(shotItem) }

    /// Returns the shot at a place.
    ///
    /// - Precondition: `place` is that of a shot.
    package func shotItem(at place: Int) -> ShotItem {
        let shot = project.shots[place]
        let own = takes(of: shot)
        return ShotItem(
            shot: shot,
            number: place + 1,
            takeCount: own.count,
            isSelected: shot.id == selectedShot,
            isBusy: own.contains { !$0.isSettled }
        )
    }

    /// The takes of the selected shot, newest first.
    package var takeRows: [TakeRow] {
        let current = currentTake?.id
        let shown = playback.content == .film ? filmTake?.id : nil
        return shotTakes.map { take in
            TakeRow(
                take: take,
                isCurrent: take.id == current,
                isSelected: take.id == shot.selectedTake,
                isShown: take.id == shown
            )
        }
    }

    /// The take under the timeline's cursor.
    package var currentTake: Take? {
        let own = shotTakes
        return own.first { $0.id == takeCursor } ?? own.first
    }

    /// The take whose film the preview can show: the one under the cursor when
    /// it has a film, else the one that stands for the shot, else the newest.
    package var filmTake: Take? {
        if let current = currentTake, current.film != nil { return current }
        let films = shotTakes.filter { $0.film != nil }
        return films.first { $0.id == shot.selectedTake } ?? films.first
    }

    /// Returns a take of any shot; nil where there is none of that id.
    package func take(_ id: Take.ID) -> Take? { shelf.place(of: id).map { takes[$0] } }

    /// Newest first.
    private var shotTakes: [Take] {
        takes(of: shot).sorted { $0.number > $1.number }
    }

    /// The takes that were made of a shot, and the one that stands for it
    /// wherever it was made: the halves of a split shot share it.
    private func takes(of shot: Shot) -> [Take] {
        var own = shelf.places(of: shot.id).map { takes[$0] }
        if let id = shot.selectedTake, let take = take(id), take.shot != shot.id {
            own.append(take)
        }
        return own
    }
}
