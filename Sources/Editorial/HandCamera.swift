/// What a person asks of a shot's camera with their own hands, on top of its presets.
package struct HandCamera: Hashable, Codable, Sendable {
    /// A place in the picture: -1…1 over the frame, right and up positive.
    package struct Place: Hashable, Codable, Sendable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// The most keys of one channel.
    package static let keyLimit = 512

    /// The keys by the channel's name in preset files, such as `dolly`.
    ///
    /// Each lane ascends by frame, with one key a frame; a channel without
    /// keys is absent.
    package private(set) var lanes: [String: [HandKey]]
    /// The name of a ramp that bends the shot's time; nil leaves it to the presets.
    package var ramp: String?
    /// What the camera turns to; nil leaves it to the presets.
    package var anchor: Place?
    /// The name of what is done at the picture's edges; nil leaves it to the presets.
    package var edge: String?

    package init(
        lanes: [String: [HandKey]] = [:],
        ramp: String? = nil,
        anchor: Place? = nil,
        edge: String? = nil
    ) {
        self.lanes = lanes.mapValues { $0.inOrder }.filter { !$0.value.isEmpty }
        self.ramp = ramp
        self.anchor = anchor
        self.edge = edge
    }

    package var isEmpty: Bool { self == HandCamera() }

    /// The keys of a channel; setting puts them in order, and the last of two
    /// at one frame counts.
    package subscript(channel: String) -> [HandKey] {
        get { lanes[channel] ?? [] }
        set { lanes[channel] = newValue.isEmpty ? nil : newValue.inOrder }
    }

    /// The frames at which any channel has a key, ascending.
    package var frames: [FrameIndex] {
        Set(lanes.values.flatMap { $0.map(\.frame) }).sorted()
    }

    /// Puts a key in, in place of the one that was at its frame.
    package mutating func set(_ key: HandKey, of channel: String) {
        self[channel] = self[channel].filter { $0.frame != key.frame } + [key]
    }

    /// Takes the key at a frame away.
    package mutating func remove(at frame: FrameIndex, of channel: String) {
        self[channel] = self[channel].filter { $0.frame != frame }
    }
}

extension [HandKey] {
    /// Ascending, with the last of those at one frame, and no more than there may be.
    fileprivate var inOrder: [HandKey] {
        var byFrame: [FrameIndex: HandKey] = [:]
        for key in self { byFrame[key.frame] = key }
        let sorted = byFrame.values.sorted { $0.frame < $1.frame }
        return Array(sorted.prefix(HandCamera.keyLimit))
    }
}
