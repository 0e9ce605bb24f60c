import Editor
import Editorial

// What is seen over the picture.
extension ReviewSession {
    /// The places that are spoken of at a frame, and the version beside it.
    func overlay(at frame: Int) -> PlayerOverlay {
        var pins = review.comments
            .filter { ($0.first...$0.last).contains(frame) && !$0.isResolved }
            .compactMap { comment in
                comment.mark.map {
                    PlayerOverlay.Pin(mark: $0, isCurrent: comment.number == selection)
                }
            }
        if let placed { pins.append(PlayerOverlay.Pin(mark: placed, isCurrent: true)) }
        return PlayerOverlay(pins: pins, versus: versus)
    }

    /// Goes through wipe, side by side, difference, and nothing.
    mutating func compare() -> Answer {
        guard !versions.isEmpty else {
            notice = "There is no other version; open the film --with another."
            return .taken
        }
        let modes = Comparison.Mode.allCases
        guard let now = versus, let place = modes.firstIndex(of: now.mode) else {
            versus = PlayerOverlay.Versus(version: 0, mode: .wipe)
            return .taken
        }
        if place + 1 < modes.count {
            versus?.mode = modes[place + 1]
        } else {
            versus = nil
        }
        return .taken
    }

    mutating func nextVersion() -> Answer {
        guard let now = versus else { return compare() }
        versus?.version = (now.version + 1) % versions.count
        return .taken
    }

    mutating func wipe(by hundredths: Int) -> Answer {
        guard let now = versus, now.mode == .wipe else { return .passed }
        versus?.place = min(100, max(0, now.place + hundredths))
        return .taken
    }

    /// What is seen with the film, in words; nil while it is seen alone.
    var versusWords: String? {
        versus.map { "\($0.mode.title) \(versions[$0.version])" }
    }
}
