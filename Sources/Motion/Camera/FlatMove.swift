import Foundation

/// What a move becomes on a picture without depth.
///
/// A plane that is seen from the side is a card that turns, not a place; so
/// whatever goes about the subject becomes a turn of the head.
struct FlatMove {
    /// Degrees of pan for one subject distance sideways.
    private static let turnOfTruck = 0.8 * 180 / Double.pi
    /// How much of that is left when the camera holds the subject meanwhile.
    private static let heldShare = 0.4
    private static let panOfOrbit = 0.27
    private static let zoomOfOrbit = 1.06
    private static let tiltOfRise = -0.2
    /// How much the lens swells for one subject distance of a dolly zoom.
    private static let swellOfDolly = 0.2

    let curves: [CameraChannel: ChannelCurve]
    /// Curves of the move that stand in for another channel.
    private(set) var tracks: [CameraLayer.Track] = []

    init(_ move: CameraMove) {
        switch move.flat {
        case .same: curves = move.curves
        case .curves(let flat):
            curves = move.curves.filter { $0.key.staysOnPlane }
                .merging(flat) { _, replacement in replacement }
        case .derived:
            var kept = move.curves.filter { $0.key.staysOnPlane || $0.key.worksOnPlane }
            if case .holdingSubject? = kept[.focal] {
                kept[.focal] = nil
                kept[.dolly] = nil
            }
            curves = kept
            derive(from: move.curves)
        }
    }

    private mutating func derive(from all: [CameraChannel: ChannelCurve]) {
        func add(_ channel: CameraChannel, _ factor: Double, _ source: CameraChannel) {
            let sampler = all[source].flatMap { CurveSampler($0, of: source) }
            guard let sampler else { return }
            tracks.append(.init(channel: channel, factor: factor, sampler: sampler))
        }
        let aim = all[.aim].flatMap { CurveSampler($0, of: .aim) }?.value(at: 0.5) ?? 0
        let turn = FlatMove.turnOfTruck * (1 - (1 - FlatMove.heldShare) * aim)
        add(.pan, turn, .truck)
        add(.tilt, turn, .pedestal)
        add(.pan, FlatMove.panOfOrbit, .azimuth)
        add(.tilt, FlatMove.tiltOfRise, .elevation)
        if all[.azimuth].map({ !$0.isConstant }) == true {
            let zoom = [CurveKey(0, 0), CurveKey(1, log(FlatMove.zoomOfOrbit))]
            tracks.append(.init(channel: .focal, factor: 1, sampler: .eased(zoom)))
        }
        if case .holdingSubject(let share)? = all[.focal] {
            // Swelling keeps the corners, so the lens opens by as much to keep the middle.
            add(.distort, FlatMove.swellOfDolly * share, .dolly)
            add(.focal, -FlatMove.swellOfDolly * share, .dolly)
        }
    }
}

extension CameraChannel {
    /// Whether a flat version's own curves leave it as it is.
    fileprivate var staysOnPlane: Bool {
        self == .shutter || self == .distort || self == .fade
    }

    /// Whether it does the same to a plane as to a place.
    fileprivate var worksOnPlane: Bool {
        switch self {
        case .dolly, .pan, .tilt, .roll, .focal: true
        default: false
        }
    }
}
