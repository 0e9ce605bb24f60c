import Testing

@testable import Terminal

struct FramePacerTests {
    private func milliseconds(_ count: Int) -> Duration { .milliseconds(count) }

    @Test func `At most two pictures are under way`() {
        var pacer = FramePacer()
        #expect(pacer.wait(at: milliseconds(0)) == .zero)
        pacer.sent(bytes: 100, at: milliseconds(0))
        #expect(pacer.wait(at: milliseconds(30)) == .zero)
        pacer.sent(bytes: 100, at: milliseconds(30))
        #expect(pacer.wait(at: milliseconds(60)) > .zero)
        pacer.acknowledged(at: milliseconds(61))
        #expect(pacer.wait(at: milliseconds(100)) == .zero)
    }

    @Test(arguments: [(1, 20), (100, 50), (300, 150), (2000, 250)])
    func `Pictures are half a round trip apart, within bounds`(_ trip: Int, _ spacing: Int) {
        var pacer = FramePacer()
        pacer.answered(after: milliseconds(trip))
        pacer.sent(bytes: 100, at: milliseconds(0))
        #expect(pacer.wait(at: milliseconds(spacing - 1)) > .zero)
        #expect(pacer.wait(at: milliseconds(spacing)) == .zero)
    }

    @Test func `A terminal that answers nothing is paced by time alone`() {
        var pacer = FramePacer()
        pacer.sent(bytes: 100, at: milliseconds(0))
        pacer.sent(bytes: 100, at: milliseconds(20))
        #expect(pacer.wait(at: milliseconds(500)) > .zero)
        #expect(pacer.asks)
        #expect(pacer.wait(at: milliseconds(1100)) == .zero)
        #expect(!pacer.asks)
        pacer.sent(bytes: 100, at: milliseconds(1100))
        pacer.sent(bytes: 100, at: milliseconds(1120))
        pacer.sent(bytes: 100, at: milliseconds(1140))
        #expect(pacer.wait(at: milliseconds(1160)) == .zero)
        pacer.acknowledged(at: milliseconds(1161))
        #expect(pacer.estimate.answers == false)
    }

    @Test func `One lost answer stops nothing for ever`() {
        var pacer = FramePacer()
        pacer.answered(after: milliseconds(10))
        pacer.sent(bytes: 100, at: milliseconds(0))
        pacer.sent(bytes: 100, at: milliseconds(20))
        #expect(pacer.wait(at: milliseconds(40)) > .zero)
        #expect(pacer.wait(at: milliseconds(1030)) == .zero)
        #expect(pacer.asks)
    }

    /// A line with a rate and a delay, that frames of some size are sent over.
    private func estimate(bytes: Int, rate: Double, trip: Double, frames: Int = 20) -> LineEstimate
    {
        var pacer = FramePacer()
        pacer.answered(after: .seconds(trip))
        var now = 0.0
        var free = 0.0
        var answers: [Double] = []
        for _ in 0..<frames {
            while let first = answers.first, first <= now || answers.count >= 2 {
                now = max(now, first)
                pacer.acknowledged(at: .seconds(first))
                answers.removeFirst()
            }
            now += pacer.wait(at: .seconds(now)).inSeconds
            pacer.sent(bytes: bytes, at: .seconds(now))
            free = max(free, now) + Double(bytes) / rate
            answers.append(free + trip)
        }
        return pacer.estimate
    }

    @Test(arguments: [125_000.0, 2_500_000, 12_500_000])
    func `The line's rate is measured through its delay`(_ rate: Double) throws {
        let found = estimate(bytes: Int(rate * 0.04), rate: rate, trip: 0.15)
        let measured = try #require(found.rate)
        #expect(abs(measured / rate - 1) < 0.15)
    }

    @Test func `Small frames say nothing of the rate`() {
        #expect(estimate(bytes: 400, rate: 125_000, trip: 0.05).rate == nil)
    }
}

struct QualityLadderTests {
    private func line(_ megabits: Double) -> LineEstimate {
        LineEstimate(roundTrip: .milliseconds(20), rate: megabits * 125_000, answers: true)
    }

    @Test func `A near terminal gets everything from the first frame on`() {
        var near = QualityLadder(graphics: .kitty, isNear: true)
        #expect(near.quality(for: LineEstimate(), isStill: false) == .full)
        var far = QualityLadder(graphics: .sixel, isNear: false)
        #expect(far.quality(for: LineEstimate(), isStill: false).budget == 50_000)
    }

    @Test func `A terminal that answers nothing is sent everything`() {
        var ladder = QualityLadder(graphics: .sixel, isNear: false)
        let silent = LineEstimate(answers: false)
        #expect(ladder.quality(for: silent, isStill: false) == .full)
    }

    @Test func `kitty's picture gets coarser as the line gets slower, and finer again`() {
        var ladder = QualityLadder(graphics: .kitty, isNear: false)
        ladder.learn(bytes: 142_000, quality: .full)
        let steps = [100.0, 20, 5, 1, 5, 20, 100].map {
            ladder.quality(for: line($0), isStill: false).coarseness
        }
        #expect(steps[0] == 1)
        #expect(steps[1] > 1)
        #expect(steps[2] > steps[1])
        #expect(steps[3] > steps[2])
        #expect(steps[4] < steps[3])
        #expect(steps[6] == 1)
    }

    @Test func `A terminal on this machine that is busy is not shown blocks`() {
        for graphics in [GraphicsProtocol.kitty, .sixel] {
            var ladder = QualityLadder(graphics: graphics, isNear: true)
            ladder.learn(bytes: 142_000, quality: .full)
            #expect(ladder.quality(for: line(0.5), isStill: false).coarseness == 2)
        }
    }

    @Test(arguments: [GraphicsProtocol.half, .sixel, .iterm2, .symbols])
    func `No frame keeps the line longer than a key may wait`(_ graphics: GraphicsProtocol) {
        var ladder = QualityLadder(graphics: graphics, isNear: false)
        ladder.learn(bytes: 300_000, quality: .full)
        #expect(ladder.quality(for: line(1), isStill: false).budget <= 5000)
    }

    @Test func `Glyphs have fewer colours on a slow line, until they rest`() {
        var ladder = QualityLadder(graphics: .half, isNear: false)
        #expect(ladder.quality(for: line(1), isStill: false).depth == .indexed256)
        #expect(ladder.quality(for: line(1), isStill: true).depth == .direct)
        #expect(ladder.quality(for: line(2.3), isStill: false).depth == .indexed256)
        #expect(ladder.quality(for: line(3), isStill: false).depth == .direct)
        #expect(ladder.quality(for: line(2.3), isStill: false).depth == .direct)
    }

    @Test func `What was chosen is told with its reason`() {
        let coarse = PictureQuality(coarseness: 2)
        #expect(coarse.words(for: line(5)) == "1/2 size for a 5 Mbit/s line")
        let indexed = PictureQuality(depth: .indexed256, budget: 5000)
        #expect(indexed.words(for: line(0.5)) == "256 colours for a 500 kbit/s line")
        #expect(PictureQuality.full.words(for: line(100)).isEmpty)
    }
}
