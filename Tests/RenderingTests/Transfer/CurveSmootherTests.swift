import Testing

@testable import Rendering

struct CurveSmootherTests {
    private let times = (0..<60).map { Double($0) / 30 }

    @Test func `A steady move stays as it is, to its very ends`() {
        let ramp = times.map { 3 * $0 - 1 }
        let smooth = CurveSmoother(times: times, width: 0.5).smooth(ramp)
        for (before, after) in zip(ramp, smooth) { #expect(abs(before - after) < 1e-9) }
    }

    @Test func `Jolts are gone, at the ends too`() {
        let jolts = times.indices.map { $0.isMultiple(of: 2) ? 1.0 : -1.0 }
        let smooth = CurveSmoother(times: times, width: 0.3).smooth(jolts)
        #expect(smooth.dropFirst(10).dropLast(10).allSatisfy { abs($0) < 0.05 })
        #expect(smooth.allSatisfy { abs($0) < 0.5 })
    }

    @Test func `Times need not be even`() {
        let times = (0..<40).map { Double($0 * $0) / 400 }
        let smooth = CurveSmoother(times: times, width: 0.4).smooth(times)
        for (before, after) in zip(times, smooth) { #expect(abs(before - after) < 1e-9) }
    }

    @Test func `No width changes nothing`() {
        #expect(CurveSmoother(times: times, width: 0).smooth(times) == times)
    }
}
