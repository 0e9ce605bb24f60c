package import Editorial

extension EditorState {
    /// The takes that what is shown can be compared with, newest first.
    package var comparableTakes: [Take] {
        let shown = playback.content == .film ? filmTake?.id : nil
        return takeRows.map(\.take).filter { $0.film != nil && $0.id != shown }
    }

    /// Why nothing can be compared; nil when something can.
    var compareReason: String? {
        comparableTakes.isEmpty ? "There is no other take with a film to compare with." : nil
    }

    /// The take beside which the picture is shown now.
    package var comparedTake: Take? {
        guard let comparison else { return nil }
        return comparableTakes.first { $0.id == comparison.take }
    }

    /// Goes through wipe, side by side, difference, and nothing.
    mutating func cycleComparison() {
        guard let take = comparedTake ?? comparableTakes.first else { return }
        let modes = Comparison.Mode.allCases
        guard let mode = comparison?.mode, let place = modes.firstIndex(of: mode) else {
            comparison = Comparison(mode: .wipe, take: take.id)
            return
        }
        comparison =
            place + 1 < modes.count
            ? Comparison(mode: modes[place + 1], take: take.id) : nil
    }

    /// Compares with the next of the takes.
    mutating func compareWithNext() {
        let takes = comparableTakes
        guard let mode = comparison?.mode,
            let place = takes.firstIndex(where: {
                $0.id == comparison?.take
            })
        else { return cycleComparison() }
        comparison = Comparison(mode: mode, take: takes[(place + 1) % takes.count].id)
    }

    mutating func moveWipe(byHundredths steps: Int) {
        guard let place = comparison?.place else { return }
        comparison?.place = min(100, max(0, place + steps))
    }
}
