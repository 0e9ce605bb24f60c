package import Editorial
import Foundation
package import Motion

/// How a film's frames are moved so that the camera seems steady.
package struct Stabilisation: Hashable, Sendable {
    /// How frames are enlarged to hide the edges that moving them would show.
    package enum Framing: String, CaseIterable, Hashable, Sendable {
        /// By as much throughout, as the worst frame of the scene needs.
        case fixed
        /// By as much as the frames around need, slowly changing.
        case adaptive
    }

    /// The most that frames are enlarged; where steadying them wholly would
    /// take more, they are steadied less.
    package static let widest = 1.25

    /// The film's own size.
    package let size: PixelSize
    /// From pixels of each steadied frame to pixels of the frame it is made of.
    package let maps: [Homography]
    /// The factor by which each frame is enlarged.
    package let enlargements: [Double]
    /// The part of the unsteadiness, 0…1, that each scene is freed of.
    package let shares: [Double]

    /// Plans how to steady a film.
    ///
    /// No steadied frame shows anything beyond the edges of its own. A cut
    /// starts anew.
    ///
    /// `strength` goes from 0, nothing, to 1: whatever is over within a second
    /// and a half is gone, and what is left is a slow drift.
    package init(_ track: CameraTrack, strength: Double, framing: Framing = .fixed) {
        size = track.size
        var maps: [Homography] = []
        var enlargements: [Double] = []
        var shares: [Double] = []
        for scene in track.scenes {
            let plan = SceneSteadying(track, scene: scene, strength: strength)
            let share = plan.largestShare(within: Stabilisation.widest)
            let needs = plan.enlargements(share: share)
            let enlarged = framing == .fixed ? plan.level(needs) : plan.slow(needs)
            maps += plan.maps(share: share, enlargements: enlarged)
            enlargements += enlarged
            shares.append(share)
        }
        self.maps = maps
        self.enlargements = enlargements
        self.shares = shares
    }
}
