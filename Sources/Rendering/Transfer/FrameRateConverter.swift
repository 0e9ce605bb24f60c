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
    private let sourceCount: Int
    private let between: FrameBetween?
    private var held: [(number: Int, frame: Frame)] = []

    /// Prepares for frames of a size, rgba8 or yuv420p8, of which the latter is
    /// faster; the film has `sourceCount` of them.
    ///
    /// - Throws: ``MediaError`` when there is not enough memory.
    /// - Precondition: The film has a frame.
    package init(
        _ method: FrameRateMethod,
        size: PixelSize,
        format: FrameFormat,
        from source: FrameRate,
        to target: FrameRate,
        sourceCount: Int
    ) throws(MediaError) {
        precondition(sourceCount > 0, "A film has a frame.")
        precondition(format == .rgba8 || format == .yuv420p8, "Frames are rgba8 or yuv420p8.")
        self.method = method
        self.size = size
        self.format = format
        self.source = source
        self.target = target
        self.sourceCount = sourceCount
        between = method == .motion ? try FrameBetween(size: size) : nil
    }

    /// How many frames the film has at the new rate.
    package var frameCount: Int {
        target.frameCount(for: source.time(of: FrameIndex(sourceCount)))
    }

    /// Writes a frame of the new rate.
    ///
    /// `read` returns the film's frame with a number. While numbers ascend it is
    /// asked for each once and ascending; the last two are held.
    ///
    /// - Throws: Whatever `read` throws.
    /// - Precondition: All frames have the converter's size and format.
    package func render(
        _ index: FrameIndex,
        into frame: Frame,
        reading read: (FrameIndex) throws -> Frame
    ) throws {
        precondition(frame.size == size && frame.format == format, "A film's frames are alike.")
        let place = place(of: index)
        let first = try film(place.frame, read)
        guard place.rest > 0, place.frame + 1 < sourceCount, method != .duplicate else {
            return copy(first, into: frame)
        }
        let second = try film(place.frame + 1, read)
        if let between {
            between.render(place.rest, from: first, number: place.frame, to: second, into: frame)
        } else {
            mix(first, second, place.rest, into: frame)
        }
    }

    private func film(_ number: Int, _ read: (FrameIndex) throws -> Frame) throws -> Frame {
        if let known = held.last(where: { $0.number == number }) { return known.frame }
        let frame = try read(FrameIndex(number))
        held = held.suffix(1) + [(number, frame)]
        return frame
    }

    /// The film's frame shown at the time of one of the new, and how far on
    /// toward the next that time is, 0…1.
    private func place(of index: FrameIndex) -> (frame: Int, rest: Double) {
        let top = index.value * target.denominator * source.numerator
        let bottom = target.numerator * source.denominator
        let frame = top / bottom
        guard frame < sourceCount else { return (sourceCount - 1, 0) }
        return (frame, Double(top - frame * bottom) / Double(bottom))
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
