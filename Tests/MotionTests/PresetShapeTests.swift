import Foundation
import Motion
import Testing

/// How shipped presets start, go on and end.
struct PresetShapeTests {
    @Test(arguments: [
        "zoom-in", "dolly-in", "super-dolly-in", "crash-zoom-in", "rapid-zoom-in", "eyes-in",
        "creep-in", "push-and-hold", "walk-in", "dutch-angle", "whip-pan-out", "hyperlapse",
        "dolly-zoom-in", "dolly-zoom-out", "crane-over-the-head", "cinematic-zoom",
    ])
    func `A move in starts on the composed picture`(id: String) throws {
        let pose = try ShippedPresets.path(id).steady.pose(at: 0)
        #expect(pose.isComposed(within: id == "cinematic-zoom" ? 0.01 : 1e-9))
    }

    @Test(arguments: [
        "zoom-out", "dolly-out", "super-dolly-out", "crash-zoom-out", "rapid-zoom-out",
        "earth-zoom-out", "slider-reveal", "whip-pan", "through-object-out", "roll-360",
    ])
    func `A move out ends on the composed picture`(id: String) throws {
        var pose = try ShippedPresets.path(id).steady.pose(at: 1)
        // A whole turn is none, and the slider ends a little closer.
        pose.roll = pose.roll.truncatingRemainder(dividingBy: 360)
        if id == "slider-reveal" { pose.dolly = 0 }
        #expect(pose.isComposed(within: 1e-9))
    }

    @Test(arguments: [
        ("pan-left", "pan-right"), ("dolly-left", "dolly-right"), ("arc-left", "arc-right"),
        ("orbit-left", "orbit-right"), ("tilt-up", "tilt-down"), ("jib-up", "jib-down"),
    ])
    func `Left is the mirror of right, and up of down`(one: String, other: String) throws {
        let (a, b) = (
            try ShippedPresets.path(one).steady, try ShippedPresets.path(other).steady
        )
        for step in 0...48 {
            let (p, q) = (a.pose(at: Double(step) / 48), b.pose(at: Double(step) / 48))
            let sums = [
                p.pan + q.pan, p.tilt + q.tilt, p.truck + q.truck, p.pedestal + q.pedestal,
                p.azimuth + q.azimuth, p.dolly - q.dolly, p.focal - q.focal,
            ]
            for sum in sums { #expect(abs(sum) < 1e-9) }
        }
    }

    @Test(arguments: [
        ("dolly-in", "dolly-out"), ("zoom-in", "zoom-out"), ("super-dolly-in", "super-dolly-out"),
        ("through-object-in", "through-object-out"),
    ])
    func `Out leads from where in ends to where in starts`(into: String, out: String) throws {
        let (a, b) = (
            try ShippedPresets.path(into).steady, try ShippedPresets.path(out).steady
        )
        for (there, back) in [(a.pose(at: 0), b.pose(at: 1)), (a.pose(at: 1), b.pose(at: 0))] {
            #expect(abs(there.dolly - back.dolly) < 1e-9)
            #expect(abs(there.focal - back.focal) < 1e-9)
            #expect(abs(there.fade - back.fade) < 1e-9)
        }
    }

    @Test(arguments: ShippedPresets.ids)
    func `Speed is continuous, but where something is struck`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let path = path(of: preset)
        let poses = (0...400).map { path.pose(at: Double($0) / 400) }
        for channel in SteadyChannel.moving(in: preset) {
            let values = poses.map(channel.value)
            let peak = (zip(values, values.dropFirst()).map { abs($1 - $0) }.max() ?? 0) * 400
            for time in preset.curves[channel.channel]?.keyTimes ?? [] where time > 0 && time < 1 {
                guard !preset.camera.hits.contains(time) else { continue }
                let before = path.speed(of: channel, at: time - 1e-4)
                let after = path.speed(of: channel, at: time + 1e-4)
                #expect(abs(before - after) < 0.03 * peak, "\(channel.channel) at \(time)")
            }
        }
    }

    @Test(arguments: ShippedPresets.ids)
    func `Poses change without a jump`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let path = path(of: preset)
        let poses = (0...1_000).map { path.pose(at: Double($0) / 1_000) }
        for channel in SteadyChannel.moving(in: preset) {
            let values = poses.map(channel.value)
            let steps = zip(values, values.dropFirst()).map { abs($1 - $0) }
            let way = (values.max() ?? 0) - (values.min() ?? 0)
            // A settle that follows a hit starts at six times its mean speed.
            #expect((steps.max() ?? 0) <= 0.21 * way)
        }
    }

    @Test(arguments: ShippedPresets.ids)
    func `A move is at rest at both ends, unless it is cut into`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let open = Set(["cruise", "drift", "creep", "whip-in", "settle"].compactMap(Easing.init))
        let path = path(of: preset)
        guard !preset.camera.loops else { return }
        let poses = (0...200).map { path.pose(at: Double($0) / 200) }
        for channel in SteadyChannel.moving(in: preset) {
            guard case .eased(let keys)? = preset.curves[channel.channel] else { continue }
            let values = poses.map(channel.value)
            let peak = (zip(values, values.dropFirst()).map { abs($1 - $0) }.max() ?? 0) * 200
            if !preset.camera.opensAtStart, let first = keys.dropFirst().first?.easing,
                !open.contains(first)
            {
                #expect(abs(path.speed(of: channel, at: 1e-4)) < 0.03 * peak)
            }
            if !preset.camera.opensAtEnd, let last = keys.last?.easing, !open.contains(last) {
                #expect(abs(path.speed(of: channel, at: 1 - 1e-4)) < 0.03 * peak)
            }
        }
    }

    @Test(arguments: ShippedPresets.camera.filter(\.camera.loops).map(\.id))
    func `A loop ends as it begins, in place and speed, hand included`(id: String) throws {
        let preset = try ShippedPresets.preset(id)
        let path = CameraPath([(preset, 1)])
        #expect(path.loops)
        for channel in SteadyChannel.all {
            let turn = channel.channel == .roll ? 360.0 : .infinity
            let (first, last) = (channel.value(path.pose(at: 0)), channel.value(path.pose(at: 1)))
            #expect(abs((last - first).remainder(dividingBy: turn)) < 1e-9)
            guard preset.camera.hits.isEmpty else { continue }
            let (out, back) = (
                path.speed(of: channel, at: 2e-6, over: 2e-6),
                path.speed(of: channel, at: 1 - 2e-6, over: 2e-6)
            )
            #expect(abs(out - back) < 0.02 * max(1, abs(out)))
        }
    }

    /// The preset at full strength in even time, without hands and blows.
    private func path(of preset: Preset) -> CameraPath {
        let even = CameraWishes(ramp: SpeedRamp(points: [[0, 0], [1, 1]]))
        return CameraPath([(preset, 1)], wishes: even).steady
    }
}

/// A channel's value in the measure in which it is eased.
struct SteadyChannel: Sendable {
    let channel: CameraChannel
    let value: @Sendable (CameraPose) -> Double

    static func moving(in preset: Preset) -> [SteadyChannel] {
        all.filter { preset.curves[$0.channel].map { !$0.isConstant } ?? false }
    }

    static let all = [
        SteadyChannel(channel: .truck) { $0.truck },
        SteadyChannel(channel: .pedestal) { $0.pedestal },
        SteadyChannel(channel: .dolly) { $0.dolly },
        SteadyChannel(channel: .azimuth) { $0.azimuth },
        SteadyChannel(channel: .elevation) { $0.elevation },
        SteadyChannel(channel: .pan) { $0.pan },
        SteadyChannel(channel: .tilt) { $0.tilt },
        SteadyChannel(channel: .roll) { $0.roll },
        SteadyChannel(channel: .aim) { $0.aim },
        SteadyChannel(channel: .focal) { log($0.focal) },
        SteadyChannel(channel: .focus) { 1 / $0.focus },
        SteadyChannel(channel: .aperture) { 1 / $0.aperture },
        SteadyChannel(channel: .shutter) { $0.shutter },
        SteadyChannel(channel: .distort) { $0.distort },
        SteadyChannel(channel: .fade) { $0.fade },
    ]
}

extension CameraPath {
    fileprivate func speed(of channel: SteadyChannel, at time: Double, over half: Double = 1e-5)
        -> Double
    {
        (channel.value(pose(at: time + half)) - channel.value(pose(at: time - half))) / (2 * half)
    }
}

extension CameraPose {
    fileprivate func isComposed(within slack: Double) -> Bool {
        [truck, pedestal, dolly, azimuth, elevation, pan, tilt, roll, log(focal), fade]
            .allSatisfy { abs($0) <= slack }
    }
}
