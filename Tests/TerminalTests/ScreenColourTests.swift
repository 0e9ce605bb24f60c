import Testing

@testable import Terminal

struct ScreenColourTests {
    private let direct = ScreenColours(count: 1 << 24, isDirect: true, ownCount: 16)
    private let many = ScreenColours(count: 256, isDirect: false)
    private let few = ScreenColours(count: 16, isDirect: false)
    private let least = ScreenColours(count: 8, isDirect: false)

    @Test func `A terminal with all colours is given them as they are`() {
        #expect(direct.number(Colour(0xF2B84B)) == 0xF2B84B)
        // Below 16 the owner's colours are meant, and black is all but black.
        #expect(direct.number(Colour(0x000000)) == 16)
        #expect(direct.number(Colour(own: 12)) == 12)
        #expect(direct.number(nil) == -1)
    }

    @Test func `The owner's colours are never approximated`() {
        for number in 0..<16 {
            #expect(many.number(Colour(own: number)) == number)
            #expect(few.number(Colour(own: number)) == number)
            #expect(least.number(Colour(own: number)) == number % 8)
        }
    }

    /// The colours 16…255 as xterm has them.
    private static func colour(_ number: Int) -> (Int, Int, Int) {
        let levels = [0, 95, 135, 175, 215, 255]
        guard number < 232 else {
            let grey = 8 + 10 * (number - 232)
            return (grey, grey, grey)
        }
        let cube = number - 16
        return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }

    @Test func `Of 256 colours the nearest is taken`() {
        var seed: UInt32 = 7
        for _ in 0..<500 {
            seed = seed &* 1_664_525 &+ 1_013_904_223
            let colour = Colour(seed >> 8)
            func distance(_ number: Int) -> Int {
                let (red, green, blue) = Self.colour(number)
                let parts = [
                    red - Int(colour.red), green - Int(colour.green), blue - Int(colour.blue),
                ]
                return parts.reduce(0) { $0 + $1 * $1 }
            }
            let best = (16..<256).map(distance).min() ?? 0
            #expect(distance(Int(many.number(colour))) <= best + best / 10 + 40)
        }
    }

    @Test func `Text is never of the colour that it stands on`() {
        for screen in [few, least] {
            for ink in [0x545C6C, 0x7F8899, 0x2E3440, 0xD6D9E0, 0x586E75] as [UInt32] {
                for ground in [0x0F1115, 0x1F242D, 0xFDF6E3, 0xF2B84B] as [UInt32] {
                    let numbers = screen.numbers(
                        of: CellStyle(foreground: Colour(ink), background: Colour(ground))
                    )
                    #expect(numbers.foreground != numbers.background)
                }
            }
        }
    }
}
