import CLibAV
import Editorial

/// A place in a film: the picture shown there, and the one after it.
///
/// A picture is known to be the one shown at a frame number only when the
/// next starts later, so decoding is always one picture ahead.
final class FrameCursor {
    /// Steps forward up to this long decode on rather than ask the container
    /// for a nearer keyframe.
    private static let stride = 24

    private let path: String
    private let effort: DecodingEffort
    private var decoder: Decoder
    private let grid: FrameGrid
    /// Whether pictures say when they are shown; else they are counted, from
    /// the first on.
    private let isTimed: Bool
    private var current: (slot: FrameSlot, index: Int)
    private var ahead: (slot: FrameSlot, index: Int)?
    private var spare: FrameSlot?
    /// Where decoding last began.
    private var landing = 0
    /// The number of the film's last picture: the container's word, until
    /// decoding has shown better.
    private var last: Int

    /// - Throws: ``MediaError`` when not one picture can be decoded.
    init(
        _ input: InputFile,
        rate: FrameRate,
        frameCount: Int,
        effort: DecodingEffort
    ) throws(MediaError) {
        path = input.path
        self.effort = effort
        last = frameCount - 1
        decoder = try Decoder(input, effort)
        let first = try FrameSlot(for: path)
        guard try decoder.next(into: first.pointer) else {
            throw MediaError(damaged: path, "its film has no frames")
        }
        let origin = first.pointer.pointee.best_effort_timestamp
        isTimed = origin != clibav_no_pts
        grid = FrameGrid(
            rate: rate,
            timeBase: decoder.stream.pointee.time_base,
            origin: isTimed ? origin : 0
        )
        current = (first, 0)
        spare = try FrameSlot(for: path)
        try decodeAhead()
    }

    /// The number at which the picture under the cursor starts.
    var index: Int { current.index }
    /// Whether no picture follows.
    var isAtEnd: Bool { ahead == nil }
    /// The number at which the picture under the cursor stops being shown, if
    /// none follows.
    var end: Int {
        let duration = grid.origin.addingReportingOverflow(
            current.slot.pointer.pointee.pkt_duration
        )
        return current.index + max(1, grid.index(of: duration.partialValue))
    }

    var picture: UnsafePointer<AVFrame> { UnsafePointer(current.slot.pointer) }

    /// Goes to the picture shown at a frame number; past the end, the last.
    func move(to target: Int) throws(MediaError) {
        if target < current.index || isJump(to: target) { try seek(to: target) }
        try playOn(to: target)
        // libav's H.264 decoder loses the film's last picture when it begins
        // at the last open group; begun a group earlier it does not. Seen with
        // 5.1; `ffmpeg -ss` loses it too.
        if isAtEnd, current.index < min(target, last) {
            if landing > 0 {
                try seek(to: landing - 1)
                try playOn(to: target)
            }
            if isAtEnd { last = current.index }
        }
    }

    private func playOn(to target: Int) throws(MediaError) {
        while let next = ahead, next.index <= target { try step(onto: next) }
    }

    /// Whether a keyframe lies between here and a frame number.
    private func isJump(to target: Int) -> Bool {
        guard let ahead, target - ahead.index > FrameCursor.stride else { return false }
        let stream = decoder.stream
        let wanted = grid.timestamp(of: target)
        let entry = av_index_search_timestamp(stream, wanted, AVSEEK_FLAG_BACKWARD)
        guard entry >= 0, let keyframe = avformat_index_get_entry(stream, entry) else {
            // Without an index the container may know a keyframe every second
            // or two; a shorter way is decoded faster than it is searched.
            return target - ahead.index > 4 * FrameCursor.stride
        }
        return grid.index(of: keyframe.pointee.timestamp) > ahead.index
    }

    private func step(onto next: (slot: FrameSlot, index: Int)) throws(MediaError) {
        current.slot.empty()
        spare = current.slot
        current = next
        ahead = nil
        try decodeAhead()
    }

    private func decodeAhead() throws(MediaError) {
        let slot: FrameSlot
        if let spare { slot = spare } else { slot = try FrameSlot(for: path) }
        spare = slot
        let place = current.index
        // Should decoding throw, the next move seeks again.
        current.index = .max
        let isThere = try decoder.next(into: slot.pointer)
        current.index = place
        guard isThere else { return }
        ahead = (slot, index(of: slot, after: current.index))
        spare = nil
    }

    private func index(of slot: FrameSlot, after previous: Int?) -> Int {
        let timestamp = slot.pointer.pointee.best_effort_timestamp
        guard isTimed, timestamp != clibav_no_pts else { return (previous ?? -1) + 1 }
        // Time that runs backwards is damage; the order of decoding is not.
        return max(previous ?? .min, grid.index(of: timestamp))
    }

    /// Goes to a keyframe at or before a frame number, ever further back
    /// until the first picture decoded from there is not past it.
    private func seek(to target: Int) throws(MediaError) {
        let second = max(1, Int(grid.rate.framesPerSecond.rounded()))
        var back = 0
        while isTimed, target - back > 0, decoder.seek(to: grid.timestamp(of: target - back)) {
            if try land(), current.index <= target { return }
            back = back == 0 ? second : back * 4
        }
        try rewind()
    }

    /// Starts again at the first frame, which every container can.
    private func rewind() throws(MediaError) {
        decoder = try Decoder(InputFile(path), effort)
        guard try land() else {
            throw MediaError(damaged: path, "its film has no frames any more")
        }
        current.index = 0
        landing = 0
    }

    /// Decodes the pictures at the decoder's new place; false when there are
    /// none up to the end.
    private func land() throws(MediaError) -> Bool {
        ahead.map { $0.slot.empty() }
        spare = ahead?.slot ?? spare
        ahead = nil
        current.slot.empty()
        // As in decodeAhead.
        current.index = .max
        guard try decoder.next(into: current.slot.pointer) else { return false }
        current.index = index(of: current.slot, after: nil)
        landing = current.index
        try decodeAhead()
        return true
    }
}
