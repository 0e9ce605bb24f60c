/// A value at a moment of the shot.
package struct CurveKey: Hashable, Sendable {
    /// 0 is the shot's first frame, 1 its last.
    package var time: Double
    package var value: Double
    /// How the value arrives here from the key before.
    package var easing: Easing

    package init(_ time: Double, _ value: Double, _ easing: Easing = .standard) {
        self.time = time
        self.value = value
        self.easing = easing
    }

    func with(_ value: Double) -> CurveKey { CurveKey(time, value, easing) }
}

extension [CurveKey] {
    /// Returns what easings make of the keys; flat before the first and after the last.
    func easedValue(at time: Double) -> Double {
        guard let next = firstIndex(after: time) else { return last?.value ?? 0 }
        guard next > 0 else { return self[0].value }
        let (from, to) = (self[next - 1], self[next])
        let share = to.easing.progress(at: (time - from.time) / (to.time - from.time))
        return from.value + (to.value - from.value) * share
    }

    func firstIndex(after time: Double) -> Int? {
        for index in indices where self[index].time > time { return index }
        return nil
    }
}
