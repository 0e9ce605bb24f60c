/// A frame's place in a shot or clip, counted from 0.
package struct FrameIndex: Hashable, Codable, Sendable, Comparable {
    package var value: Int

    package init(_ value: Int) { self.value = value }

    package static let first = FrameIndex(0)

    package static func < (left: FrameIndex, right: FrameIndex) -> Bool {
        left.value < right.value
    }

    package func advanced(by frames: Int) -> FrameIndex { FrameIndex(value + frames) }
}
