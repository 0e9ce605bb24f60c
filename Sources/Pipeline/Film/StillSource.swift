package import Editorial
package import Media

/// One picture, shown for a time.
package final class StillSource: FrameSource {
    private let picture: Frame
    package let rate: FrameRate
    private let count: Int

    package init(_ picture: Frame, rate: FrameRate, frameCount: Int) {
        self.picture = picture
        self.rate = rate
        count = frameCount
    }

    package var size: PixelSize { picture.size }
    package var frameCount: Int? { count }

    package func frame(at index: FrameIndex) -> Frame? { index.value < count ? picture : nil }
}
