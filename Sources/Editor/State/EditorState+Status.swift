import Editorial
package import Input

/// A key and what it does here, for the status line.
package struct StatusHint: Hashable, Sendable {
    package let keys: KeySequence
    /// One word.
    package let word: String
}

/// Where in the work the editor is.
package struct Breadcrumb: Hashable, Sendable {
    package let project: String
    /// The shot's name.
    package let shot: String
    /// Counted from 1.
    package let shotNumber: Int
    package let shotCount: Int
    /// The number of the take under the cursor, when there is one.
    package let take: Int?
}

extension EditorState {
    package var breadcrumb: Breadcrumb {
        Breadcrumb(
            project: project.name,
            shot: shot.name,
            shotNumber: shotIndex + 1,
            shotCount: project.shots.count,
            take: currentTake?.number
        )
    }

    /// How many takes of the project are queued or running.
    package var busyTakes: Int { shelf.busyCount }

    /// How soon the next tick is wanted; nil while nothing moves, so that an
    /// idle editor wakes for nothing.
    package var tickInterval: Duration? {
        if playback.isPlaying {
            let rate = min(
                60,
                max(1, previewRequest.frameRate.framesPerSecond * abs(playback.speed))
            )
            return .milliseconds(Int((1000 / rate).rounded(.down)))
        }
        if shelf.isAnyRunning {
            return .milliseconds(isMotionReduced ? 1000 : 200)
        }
        return notice == nil ? nil : .milliseconds(500)
    }

    /// Whether a timer is needed.
    package var needsTicks: Bool { tickInterval != nil }
}
