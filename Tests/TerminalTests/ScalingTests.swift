import Testing

@testable import Terminal

struct ScalingTests {
    private func scaled(_ picture: Picture, _ width: Int, _ height: Int) -> [UInt8] {
        var pixels: [UInt8] = []
        picture.draw(CellPixels(width: width, height: height), into: &pixels)
        return pixels
    }

    @Test(arguments: [(1, 1), (3, 5), (40, 22), (64, 36), (65, 37), (200, 90)])
    func `One colour stays that colour in any extent`(_ width: Int, _ height: Int) {
        let pixels = (0..<64 * 36 * 4).map { [UInt8(10), 200, 77, 255][$0 % 4] }
        let result = scaled(Picture(width: 64, height: 36, pixels: pixels), width, height)
        #expect(result == (0..<width * height * 4).map { [UInt8(10), 200, 77, 255][$0 % 4] })
    }

    @Test func `Half the extent is the mean of four`() {
        let pixels: [UInt8] = [0, 0, 0, 255, 100, 0, 0, 255, 100, 8, 0, 255, 200, 0, 0, 255]
        #expect(scaled(Picture(width: 2, height: 2, pixels: pixels), 1, 1) == [100, 2, 0, 255])
    }

    @Test func `Scaled up and down again a picture is itself`() {
        let picture = Picture.disc(40, 22)
        let large = Picture(width: 120, height: 66, pixels: scaled(picture, 120, 66))
        let again = Picture(width: 40, height: 22, pixels: scaled(large, 40, 22))
        let own = (0..<40 * 22).map { again.colour($0 % 40, $0 / 40) }
        #expect(picture.nearness(to: own) > 45)
    }
}
