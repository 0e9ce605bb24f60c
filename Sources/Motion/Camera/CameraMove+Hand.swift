package import Editorial

extension CameraMove {
    /// The move that a person's own keys make over a shot of some frames; nil
    /// without keys.
    ///
    /// Lanes of channels that are not known, and values outside of what a
    /// channel may have, are left out or held. A key past the end counts as
    /// far as it reaches into the shot.
    package init?(_ hand: HandCamera, frameCount: Int) {
        self.init()
        let last = Double(max(1, frameCount - 1))
        for (name, keys) in hand.lanes {
            guard let channel = CameraChannel(rawValue: name), !keys.isEmpty else { continue }
            curves[channel] = .eased(keys.map { $0.curveKey(of: channel, over: last) })
        }
        guard !curves.isEmpty else { return nil }
        let relief: Set<CameraChannel> = [.truck, .pedestal, .dolly, .azimuth, .elevation]
        depth = relief.isDisjoint(with: curves.keys) ? .none : .helps
        flat = .derived
    }
}

extension CameraWishes {
    /// What a person wishes for a shot; names that are not known wish nothing.
    package init(_ hand: HandCamera) {
        self.init(
            ramp: hand.ramp.flatMap { SpeedRamp(name: $0) },
            anchor: hand.anchor.map { AnchorPoint(x: $0.x, y: $0.y) },
            edge: hand.edge.flatMap { EdgePolicy(rawValue: $0) }
        )
    }
}

extension HandKey {
    fileprivate func curveKey(of channel: CameraChannel, over last: Double) -> CurveKey {
        CurveKey(
            Double(frame.value) / last,
            value.isFinite ? value.clamped(to: channel.range) : channel.neutral,
            easing.flatMap { Easing(name: $0) } ?? .standard
        )
    }
}

extension HandCamera {
    /// Returns the value of a channel at a frame; its rest where it has no keys.
    package func value(of channel: CameraChannel, at frame: FrameIndex) -> Double {
        let keys = self[channel.rawValue]
        guard let first = keys.first, let last = keys.last else { return channel.neutral }
        guard frame > first.frame else { return first.value }
        guard let next = keys.firstIndex(where: { $0.frame > frame }) else { return last.value }
        let (from, to) = (keys[next - 1], keys[next])
        let span = Double(to.frame.value - from.frame.value)
        let easing = to.easing.flatMap { Easing(name: $0) } ?? .standard
        let share = easing.progress(at: Double(frame.value - from.frame.value) / span)
        // In the measure in which the camera itself goes from key to key.
        let (a, b) = (channel.measure(from.value), channel.measure(to.value))
        return channel.value(measured: a + (b - a) * share)
    }
}
