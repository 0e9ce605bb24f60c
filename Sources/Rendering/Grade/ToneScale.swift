import Motion

/// Colours by luma, laid over a picture.
struct ToneScale: Sendable {
    private let tone: LookTone
    private let stops: [(luma: Double, colour: OkLab)]

    init(_ tone: LookTone) {
        self.tone = tone
        stops = tone.map.map { stop in
            (stop.luma, OkLab(encoded: SIMD3(stop.colour.red, stop.colour.green, stop.colour.blue)))
        }
    }

    func callAsFunction(_ colour: SIMD3<Double>) -> SIMD3<Double> {
        let luma = min(1, max(0, (tone.mono * colour).sum()))
        let toned = stops.isEmpty ? SIMD3(repeating: luma) : mapped(luma)
        return colour + (toned - colour) * tone.amount
    }

    private func mapped(_ luma: Double) -> SIMD3<Double> {
        guard let right = stops.firstIndex(where: { $0.luma >= luma }) else {
            return (stops.last?.colour ?? OkLab(lightness: luma, a: 0, b: 0)).encoded
        }
        guard right > 0 else { return stops[0].colour.encoded }
        let (a, b) = (stops[right - 1], stops[right])
        return a.colour.mixed(with: b.colour, (luma - a.luma) / (b.luma - a.luma)).encoded
    }
}
