package import Editorial
package import Motion

/// The free camera while somebody has it in their hands.
package struct CameraSession: Hashable, Sendable {
    /// What was moved since the last key, in the channels' units.
    package var moved: [CameraChannel: Double] = [:]
    /// Whether the camera's way is drawn over the picture.
    package var showsPath = true
}

extension EditorState {
    /// What the hand gives a channel at the playhead, as it stands or was just moved.
    package func handValue(of channel: CameraChannel) -> Double {
        camera?.moved[channel] ?? draft.camera.value(of: channel, at: playback.frame)
    }

    /// The draft as it were if the camera were kept as it is held now.
    package var framedDraft: Draft {
        guard let camera, !camera.moved.isEmpty else { return draft }
        var framed = draft
        framed.camera = keyed(with: camera.moved)
        return framed
    }

    /// Takes the camera into the hands.
    mutating func enterCamera() {
        focus(on: .preview)
        endAudition()
        keyframes = nil
        playback.content = .shot
        playback.pause()
        camera = CameraSession(showsPath: showsCameraPath)
    }

    /// Lets the camera go; what was not kept by a key is as before.
    mutating func leaveCamera() {
        guard let camera else { return }
        if !camera.moved.isEmpty { say("The camera is back where its keys have it.") }
        self.camera = nil
    }

    /// Moves one channel by its steps, as far as it goes.
    mutating func moveCamera(_ channel: CameraChannel, by steps: Double) {
        guard camera != nil else { return }
        playback.pause()
        let value = channel.value(handValue(of: channel), movedBy: steps)
        camera?.moved[channel] = value
    }

    /// Keeps the camera as it is held, by a key at the playhead.
    ///
    /// A channel's first key, past the first frame, brings one of rest at the
    /// first frame with it: what was framed is what the camera moves to.
    mutating func dropKey() -> [Effect] {
        guard let session = camera else { return [] }
        let channels = Set(draft.camera.lanes.keys.compactMap { CameraChannel(rawValue: $0) })
        var values = session.moved
        if values.isEmpty {
            for channel in channels { values[channel] = handValue(of: channel) }
        }
        guard !values.isEmpty else {
            say("Move the camera first; then Enter keeps it with a key.", .warning)
            return []
        }
        let kept = keyed(with: values)
        camera?.moved = [:]
        let names = values.keys.map(\.title).sorted().joined(separator: ", ")
        let effects = changeDraft { $0.camera = kept }
        say("Key at frame \(playback.frame.value): \(names).")
        return effects
    }

    /// Takes the keys at the playhead away.
    mutating func removeKeysHere() -> [Effect] {
        let frame = playback.frame
        camera?.moved = [:]
        guard draft.camera.frames.contains(frame) else {
            say("There is no key at this frame; n goes to the next.", .warning)
            return []
        }
        return changeDraft { draft in
            for channel in draft.camera.lanes.keys { draft.camera.remove(at: frame, of: channel) }
        }
    }

    /// Lets the camera go back to its keys, or where it is there, to rest.
    mutating func resetCamera() {
        guard let session = camera else { return }
        if session.moved.isEmpty {
            for name in draft.camera.lanes.keys {
                guard let channel = CameraChannel(rawValue: name) else { continue }
                camera?.moved[channel] = channel.handRest
            }
        } else {
            camera?.moved = [:]
        }
    }

    /// Rounds what was moved to even numbers.
    mutating func snapCamera() {
        guard let session = camera else { return }
        for (channel, value) in session.moved {
            camera?.moved[channel] = channel.snapped(value)
        }
    }

    private func keyed(with values: [CameraChannel: Double]) -> HandCamera {
        var hand = draft.camera
        let frame = playback.frame
        let first = FrameIndex(shot.usedFrames.lowerBound)
        for (channel, value) in values {
            if hand[channel.rawValue].isEmpty, frame > first {
                hand.set(HandKey(first, channel.handRest), of: channel.rawValue)
            }
            let easing = hand[channel.rawValue].first { $0.frame == frame }?.easing
            hand.set(HandKey(frame, value, easing: easing), of: channel.rawValue)
        }
        return hand
    }
}
