import Editorial
import Testing

struct TimeTests {
    @Test(arguments: [
        ("24", FrameRate(24)), ("30000/1001", FrameRate(30_000, 1001)),
        ("23.976", FrameRate(24_000, 1001)), ("29.97", FrameRate(30_000, 1001)),
        ("12.5", FrameRate(25, 2)), ("240", FrameRate(240)),
    ])
    func `A frame rate is read exactly`(text: String, rate: FrameRate) {
        #expect(FrameRate(text) == rate)
    }

    @Test(arguments: ["0", "-24", "241", "fast", "", "24/0", "1/3", "nan", "inf", "1e9"])
    func `What is no frame rate is not read as one`(text: String) {
        #expect(FrameRate(text) == nil)
    }

    @Test func `Five seconds hold exactly the frames they should`() {
        #expect(FrameRate(30).frameCount(for: RationalTime(5)) == 150)
        #expect(FrameRate(30_000, 1001).frameCount(for: RationalTime(5)) == 150)
        #expect(FrameRate(24).frameCount(for: RationalTime(1, 1000)) == 1)
    }

    @Test(arguments: [FrameRate(24), FrameRate(30_000, 1001), FrameRate(25, 2)])
    func `A frame starts at the time at which it is shown`(rate: FrameRate) {
        for index in 0..<2000 {
            #expect(rate.frame(at: rate.time(of: FrameIndex(index))) == FrameIndex(index))
        }
    }

    @Test func `Time before zero rounds like time after it`() {
        #expect(FrameRate(24).frame(at: RationalTime(-1, 48)) == FrameIndex(-1))
        #expect(RationalTime(1, 3) + RationalTime(1, 6) == RationalTime(1, 2))
        #expect(RationalTime(1, 3) - RationalTime(1, 2) < .zero)
    }

    @Test func `An aspect gives even sides of its shape`() {
        #expect(Aspect(16, 9).size(shortSide: 720) == PixelSize(width: 1280, height: 720))
        #expect(Aspect(9, 16).size(shortSide: 1080) == PixelSize(width: 1080, height: 1920))
        for aspect in Aspect.all {
            for side in [90, 241, 719, 1080] {
                let size = aspect.size(shortSide: side)
                #expect(size.width.isMultiple(of: 2) && size.height.isMultiple(of: 2))
            }
        }
    }

    @Test(arguments: [(1366, 768), (1282, 720), (720, 1280), (500, 500)])
    func `A size comes back from its own shape`(width: Int, height: Int) {
        let size = PixelSize(width: width, height: height)
        #expect(Aspect(size).size(shortSide: min(width, height)) == size)
    }

    @Test func `Identifiers sort by time, and are read back as written`() {
        var early = IdentifierSource(seed: 7, now: Timestamp(milliseconds: 1_000))
        var late = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 2_000))
        let (first, second): (Take.ID, Take.ID) = (early.identifier(), late.identifier())
        #expect(first < second)
        #expect(Take.ID(first.description) == first)
        #expect(first.description.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
        #expect(first.description.dropFirst(14).first == "7")
    }

    @Test(arguments: [
        "", "0193", "0193c1a2-0000-7000-8000-00000000000g", "+193c1a2-0000-7000-8000-000000000000",
    ])
    func `What is no identifier is not read as one`(text: String) {
        #expect(UUIDv7(text) == nil)
    }

    @Test(arguments: ["../../etc/passwd", "ABC", "", String(repeating: "A", count: 64)])
    func `Only a digest names an asset, so that it is safe as a file name`(text: String) {
        #expect(Asset.ID(text) == nil)
    }
}
