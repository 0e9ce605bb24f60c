import CRenderKernels
package import Editorial
package import Media

/// Shows a film at another rate; one owner at a time.
///
/// Frames of the new rate are asked for by number, ascending for speed; each
/// depends on the two of the film around it and on nothing else but, where
/// motion is searched, where the search before began.
package final class FrameRateConverter {
    package let method: FrameRateMethod
    private let size: PixelSize
    private let format: FrameFormat
    private let source: FrameRate
    private let target: FrameRate
    /// How many frames the film has; nil until its end is met.
    private var sourceCount: Int?
    /// The number that is read next where only the end tells how many there are.
    private var next = 0
    private let between: FrameBetween?
    private var held: [(number: Int, frame: Frame)] = []

    /// Prepares for frames of a size, rgba8 or yuv420p8, of which the latter is
    /// faster; the film has `sourceCount` of them, nil where only its end tells.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: A film whose length is known has a frame.
    package init(
        _ method: FrameRateMethod,
        size: PixelSize,
        format: FrameFormat,
        from source: FrameRate,
        to target: FrameRate,
        sourceCount: Int?
    ) throws(MediaError) {
        precondition(sourceCount ?? 1 > 0, "A film has a frame.")
        precondition(format == .rgba8 || format == .yuv420p8, "Frames are rgba8 or yuv420p8.")
        self.method = method
        self.size = size
        self.format = format
        self.source = source
        self.target = target
        self.sourceCount = sourceCount
        between = method == .motion ? try FrameBetween(size: size) : nil
    }

    /// How many frames the film has at the new rate; nil as long as that is not known.
    package var frameCount: Int? { sourceCount.map { count(of: $0) } }

    private func count(of frames: Int) -> Int {
        frames == 0 ? 0 : target.frameCount(for: source.time(of: FrameIndex(frames)))
    }

    /// Writes a frame of the new rate.
    ///
    /// `read` returns the film's frame with a number, nil past the end of a film
    /// whose length was not known. While numbers ascend it is asked for each once
    /// and ascending; the last two are held.
    ///
    /// - Returns: Whether there is such a frame.
    /// - Throws: Whatever `read` throws.
    /// - Precondition: All frames have the converter's size and format.
    @discardableResult
    package func render(
        _ index: FrameIndex,
        into frame: Frame,
        reading read: (FrameIndex) throws -> Frame?
    ) throws -> Bool {
        precondition(frame.size == size && frame.format == format, "A film's frames are alike.")
        let place = place(of: index)
        if let first = try film(place.frame, read) {
            let isBetween = place.rest > 0 && method != .duplicate
            if isBetween, let second = try film(place.frame + 1, read) {
                mix(first, place.frame, second, place.rest, into: frame)
            } else {
                copy(first, into: frame)
            }
        } else if let last = held.last?.frame {
            // Rounded up, the new film is longer by a part of a frame, which stands still.
            copy(last, into: frame)
        }
        return try has(index, read)
    }

    /// Whether the new film has a frame, for which a little more of the film is read.
    private func has(_ index: FrameIndex, _ read: (FrameIndex) throws -> Frame?) throws -> Bool {
        while sourceCount == nil, count(of: next) <= index.value {
            _ = try film(next, read)
        }
        return sourceCount.map { index.value < count(of: $0) } ?? true
    }

    /// Returns a frame of the film; nil past its end.
    private func film(_ number: Int, _ read: (FrameIndex) throws -> Frame?) throws -> Frame? {
        if let known = held.last(where: { $0.number == number }) { return known.frame }
        if let sourceCount { return number < sourceCount ? try hold(number, read) : nil }
        // Only by going there is it known where the film ends.
        while next <= number {
            guard try hold(next, read) != nil else {
                sourceCount = next
                return nil
            }
            next += 1
        }
        return held.last?.frame
    }

    private func hold(_ number: Int, _ read: (FrameIndex) throws -> Frame?) throws -> Frame? {
        guard let frame = try read(FrameIndex(number)) else { return nil }
        held = held.suffix(1) + [(number, frame)]
        return frame
    }

    /// The film's frame shown at the time of one of the new, and how far on
    /// toward the next that time is, 0…1.
    private func place(of index: FrameIndex) -> (frame: Int, rest: Double) {
        let top = index.value * target.denominator * source.numerator
        let bottom = target.numerator * source.denominator
        let frame = top / bottom
        if let sourceCount, frame >= sourceCount { return (max(0, sourceCount - 1), 0) }
        return (frame, Double(top - frame * bottom) / Double(bottom))
    }

    private func mix(
        _ first: Frame,
        _ number: Int,
        _ second: Frame,
        _ time: Double,
        into target: Frame
    ) {
        if let between {
            between.render(time, from: first, number: number, to: second, into: target)
        } else {
            mix(first, second, time, into: target)
        }
    }

    private func mix(_ first: Frame, _ second: Frame, _ time: Double, into target: Frame) {
        let share = Int32((time * 256).rounded())
        for plane in 0..<format.planeCount {
            let size = target.planeSize(plane)
            let count = Int32(format == .rgba8 ? size.width * 4 : size.width)
            first.withPlane(plane) { earlier, earlierStride in
                second.withPlane(plane) { later, laterStride in
                    target.withMutablePlane(plane) { result, stride in
                        for row in 0..<size.height {
                            transfer_mix(
                                earlier + row * earlierStride,
                                later + row * laterStride,
                                count,
                                share,
                                result + row * stride
                            )
                        }
                    }
                }
            }
        }
    }
}
