package import Editorial
package import Motion

/// The keys of the camera while somebody edits them.
package struct KeyframeSession: Hashable, Sendable {
    /// A key by its place.
    package struct Key: Hashable, Sendable {
        package var channel: CameraChannel
        package var frame: FrameIndex
    }

    /// The lane that has the cursor.
    package var channel: CameraChannel
    package var selection: Set<Key> = []

    /// Whether the key of a channel at a frame is selected.
    package func selects(_ channel: CameraChannel, at frame: FrameIndex) -> Bool {
        selection.contains(Key(channel: channel, frame: frame))
    }
}

extension EditorState {
    /// The channels that have keys, in the order people learn them.
    package var keyedChannels: [CameraChannel] {
        CameraChannel.allCases.filter { !draft.camera[$0.rawValue].isEmpty }
    }

    /// The lanes that are shown: those with keys, and the one that has the cursor.
    package var laneChannels: [CameraChannel] {
        let keyed = Set(keyedChannels)
        return CameraChannel.allCases.filter { keyed.contains($0) || $0 == keyframes?.channel }
    }

    /// The key of the cursor's lane at the playhead.
    package var currentKey: HandKey? {
        guard let session = keyframes else { return nil }
        return draft.camera[session.channel.rawValue].first { $0.frame == playback.frame }
    }

    /// Opens the keys; where there are none, the list of what can have some.
    mutating func enterKeyframes() {
        leaveCamera()
        focus(on: .timeline)
        playback.content = .shot
        playback.pause()
        guard let first = keyedChannels.first else {
            openChoices(.channel)
            return
        }
        keyframes = KeyframeSession(channel: keyframes?.channel ?? first)
    }

    mutating func openLane(_ channel: CameraChannel) {
        focus(on: .timeline)
        keyframes = KeyframeSession(channel: channel)
    }

    /// Goes to the next key of the lane, or with a number below 0 to the one before.
    mutating func goToKey(by places: Int) {
        guard let session = keyframes else { return }
        let frames = draft.camera[session.channel.rawValue].map(\.frame)
        let target =
            places > 0
            ? frames.first { $0 > playback.frame } : frames.last { $0 < playback.frame }
        guard let target else { return }
        playback.pause()
        seek(to: target.value)
    }

    /// Moves the cursor to another lane.
    mutating func moveLane(by rows: Int) {
        let lanes = laneChannels
        guard let session = keyframes, let place = lanes.firstIndex(of: session.channel) else {
            return
        }
        keyframes?.channel = lanes[min(max(0, place + rows), lanes.count - 1)]
    }

    /// What commands are about: the selected keys, else the one at the cursor.
    private var subjectKeys: [KeyframeSession.Key] {
        guard let session = keyframes else { return [] }
        if !session.selection.isEmpty { return Array(session.selection) }
        return currentKey.map { [.init(channel: session.channel, frame: $0.frame)] } ?? []
    }

    /// Why there is no key to change; nil when there is one.
    var keyReason: String? {
        subjectKeys.isEmpty ? "Go to a key first with h and l, or add one with a." : nil
    }

    mutating func toggleKeySelection() {
        guard let session = keyframes, let key = currentKey else { return }
        let place = KeyframeSession.Key(channel: session.channel, frame: key.frame)
        if keyframes?.selection.remove(place) == nil { keyframes?.selection.insert(place) }
    }

    /// Selects all keys of the lane, or of every lane; nothing when they are
    /// selected already.
    mutating func selectKeys(ofAllLanes isAll: Bool) {
        guard let session = keyframes else { return }
        let lanes = isAll ? laneChannels : [session.channel]
        let keys = Set(
            lanes.flatMap { channel in
                draft.camera[channel.rawValue].map {
                    KeyframeSession.Key(channel: channel, frame: $0.frame)
                }
            }
        )
        keyframes?.selection = session.selection == keys ? [] : keys
    }

    /// Adds a key to the lane at the playhead, where it changes nothing yet.
    mutating func addKey() -> [Effect] {
        guard let session = keyframes else { return [] }
        let frame = playback.frame
        let value = draft.camera.value(of: session.channel, at: frame)
        let key = HandKey(frame, session.channel.held(value))
        return changeDraft { $0.camera.set(key, of: session.channel.rawValue) }
    }

    mutating func removeKeys() -> [Effect] {
        let keys = subjectKeys
        keyframes?.selection = []
        return changeDraft { draft in
            for key in keys { draft.camera.remove(at: key.frame, of: key.channel.rawValue) }
        }
    }

    /// Moves keys by frames, all by as many as the first and the last of them can.
    mutating func nudgeKeys(byFrames frames: Int) -> [Effect] {
        let keys = subjectKeys
        guard let first = keys.map(\.frame.value).min(), let last = keys.map(\.frame.value).max()
        else { return [] }
        let room = draft.frameCount - 1
        let step = min(max(-first, frames), max(0, room - last))
        guard step != 0 else { return [] }
        let isAtCursor = keys.contains { $0.frame == playback.frame }
        let effects = changeDraft(as: .keys(selectedShot)) { draft in
            let moved = keys.compactMap { key in
                draft.camera[key.channel.rawValue].first { $0.frame == key.frame }.map {
                    (channel: key.channel.rawValue, key: $0)
                }
            }
            for (channel, key) in moved { draft.camera.remove(at: key.frame, of: channel) }
            for (channel, key) in moved {
                var key = key
                key.frame = key.frame.advanced(by: step)
                draft.camera.set(key, of: channel)
            }
        }
        let selection = keyframes?.selection ?? []
        keyframes?.selection = Set(
            selection.map { .init(channel: $0.channel, frame: $0.frame.advanced(by: step)) }
        )
        if isAtCursor { seek(to: playback.frame.value + step) }
        return effects
    }

    /// Gives keys more or less of their value.
    mutating func nudgeKeys(byValue steps: Int) -> [Effect] {
        changeKeys(as: .keys(selectedShot)) { key, channel in
            key.value = channel.value(key.value, movedBy: Double(steps))
        }
    }

    /// Lets keys be arrived at another way.
    mutating func setEasing(_ name: String?) -> [Effect] {
        changeKeys { key, _ in key.easing = name }
    }

    /// Takes the next way of arriving at the keys.
    mutating func cycleEasing(by steps: Int) -> [Effect] {
        let names = Easing.named.map(\.name)
        let current = currentKey?.easing.flatMap { names.firstIndex(of: $0) } ?? 1
        let next = ((current + steps) % names.count + names.count) % names.count
        say("The key is arrived at by “\(names[next])”.")
        return setEasing(names[next])
    }

    mutating func changeKeys(
        as gesture: Gesture? = nil,
        _ change: (inout HandKey, CameraChannel) -> Void
    ) -> [Effect] {
        let keys = subjectKeys
        return changeDraft(as: gesture) { draft in
            for place in keys {
                let name = place.channel.rawValue
                guard var key = draft.camera[name].first(where: { $0.frame == place.frame })
                else { continue }
                change(&key, place.channel)
                draft.camera.set(key, of: name)
            }
        }
    }

    mutating func copyKeys() {
        let keys = subjectKeys
        guard let first = keys.map(\.frame.value).min() else { return }
        copiedKeys = keys.compactMap { place in
            draft.camera[place.channel.rawValue].first { $0.frame == place.frame }.map { key in
                var key = key
                key.frame = FrameIndex(key.frame.value - first)
                return CopiedKey(channel: place.channel, key: key)
            }
        }
        say("Copied \(copiedKeys.count) \(copiedKeys.count == 1 ? "key" : "keys").")
    }

    /// Puts copied keys in, the first of them at the playhead.
    mutating func pasteKeys() -> [Effect] {
        guard !copiedKeys.isEmpty else {
            say("No key was copied yet; y copies.", .warning)
            return []
        }
        let (start, last) = (playback.frame.value, draft.frameCount - 1)
        let keys = copiedKeys
        return changeDraft { draft in
            for copied in keys where copied.key.frame.value + start <= last {
                var key = copied.key
                key.frame = FrameIndex(key.frame.value + start)
                draft.camera.set(key, of: copied.channel.rawValue)
            }
        }
    }
}

/// A key that was copied, its frame counted from the first of those copied.
struct CopiedKey: Hashable {
    let channel: CameraChannel
    let key: HandKey
}
