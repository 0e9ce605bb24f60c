import Foundation

/// Something about a framing that a person should know before they keep it.
package enum FramingRemark: Hashable, Sendable {
    /// The move gained nothing from depth, because there is none.
    case noDepth
    /// The move only shifts focus, which a picture without depth cannot show.
    case noFocus
    /// So little depth could be shown that it is left out.
    case tooLittleRelief
    /// This share of the depth is shown.
    case relief(percent: Int)
    /// This share of the move is carried out.
    case reduced(percent: Int)
    /// The frame reaches beyond the picture, which is mirrored or continued there.
    case edge(EdgePolicy)
    /// A pixel of the picture is shown this many times as wide.
    case soft(times: Double)
    /// Two presets move mainly along the same channel.
    case contested(CameraChannel)

    /// A few words for a status line.
    package var words: String {
        switch self {
        case .noDepth: "no depth: flat version"
        case .noFocus: "no depth: the focus cannot shift"
        case .tooLittleRelief: "too much parallax for this depth: flat version"
        case .relief(let percent): "depth held to \(percent) %"
        case .reduced(let percent): "move reduced to \(percent) %"
        case .edge(.mirror): "the picture's edges are mirrored"
        case .edge: "the picture is continued beyond its edges"
        case .soft(let times): String(format: "soft: the picture is enlarged %.1f×", times)
        case .contested(let channel): "two presets both move \(channel.rawValue)"
        }
    }
}

extension PlaneFraming {
    /// Beyond this many pixels of the frame for one of the picture it looks soft.
    private static let softness = 2.2

    /// What a person should know, the weightiest first.
    package var remarks: [FramingRemark] {
        var remarks: [FramingRemark] = []
        if share < 0.995 { remarks.append(.reduced(percent: Int((share * 100).rounded()))) }
        if path.depthNeed > .none {
            if depth == nil {
                remarks.append(path.shiftsFocusOnly ? .noFocus : .noDepth)
            } else if relief == 0 {
                remarks.append(.tooLittleRelief)
            } else if relief < 0.995 {
                remarks.append(.relief(percent: Int((relief * 100).rounded())))
            }
        }
        if showsEdge { remarks.append(.edge(edge)) }
        let enlargement = sampleTimes.map(magnification).max() ?? 1
        if enlargement > PlaneFraming.softness { remarks.append(.soft(times: enlargement)) }
        if let channel = path.contested { remarks.append(.contested(channel)) }
        return remarks
    }

    /// Pixels of the frame for one of the picture, at the subject.
    private func magnification(at time: Double) -> Double {
        let pose = carried.pose(at: time)
        return overscan * pose.focal / (1 - pose.dolly) / view.crop
    }
}

extension CameraPath {
    /// Whether nothing but its focus moves by more than a breath.
    fileprivate var shiftsFocusOnly: Bool {
        layers.allSatisfy { $0.move.curves[.focus] != nil && $0.move.curves[.dolly] == nil }
    }
}
