import Editor
import Editorial
import Input
import Motion
import Terminal

extension EditorState {
    /// A film in the middle of its making: seven shots, one take running, one done.
    static func fixture(
        columns: Int = 168,
        rows: Int = 46,
        focus: Panel = .presets,
        takes: [FixtureTake] = [.running, .completed],
        prompt: String = """
        A rocket leaves the pad at first light, long exposure, low mist over still water, \
        one gull
        """
    ) -> EditorState {
        let start = Timestamp(milliseconds: 1_750_000_000_000)
        var ids = IdentifierSource(seed: 7, now: start)
        let names = [
            "pad, wide", "countdown", "ignition", "crowd", "stage sep", "orbit", "title",
        ]
        let motions = [
            MotionChoice(preset: "dolly-in", strength: 0.6),
            MotionChoice(preset: "handheld", strength: 0.2),
        ]
        let shots = names.map { name in
            Shot(
                id: ids.identifier(),
                name: name,
                draft: Draft(prompt: prompt, motions: name == "ignition" ? motions : [])
            )
        }
        let project = Project(id: ids.identifier(), name: "Launch at dawn", shots: shots)
        let made = takes.enumerated().map { place, kind in
            kind.take(number: takes.count - place, of: shots[2], id: ids.identifier(), at: start)
        }
        var state = EditorState(
            project: project,
            takes: made,
            presets: .fixture,
            favourites: ["dolly-in", "dolly-zoom"],
            size: CellSize(columns: columns, rows: rows),
            seed: 1,
            now: Timestamp(milliseconds: start.milliseconds + 6500),
            measure: TextMeasure { String($0).cellWidth }
        )
        state.selectedShot = shots[2].id
        state.focus = focus
        state.presetList.selection = .preset("dolly-in", .camera)
        state.playback.frame = FrameIndex(30)
        return state
    }
}

/// A take in one of the states that a take can be in.
enum FixtureTake {
    case running, completed, failed, queued, uncertain

    func take(number: Int, of shot: Shot, id: Take.ID, at start: Timestamp) -> Take {
        Take(
            id: id,
            shot: shot.id,
            number: number,
            draft: shot.draft,
            createdAt: start,
            steps: zip(TakeStep.Kind.allCases, states(start)).map {
                TakeStep(kind: $0, state: $1, attempt: 1)
            }
        )
    }

    private func states(_ start: Timestamp) -> [TakeStep.State] {
        switch self {
        case .running:
            [.completed(seconds: 0.8), .running(progress: 0.42, startedAt: start), .pending]
        case .completed:
            [.completed(seconds: 0.7), .completed(seconds: 7.9), .completed(seconds: 0.3)]
        case .failed:
            [
                .completed(seconds: 0.8),
                .failed(Take.Failure(message: "The disk is full; free 200 MB, then retry.")),
                .pending,
            ]
        case .queued:
            [.pending, .pending, .pending]
        case .uncertain:
            [
                .completed(seconds: 0.8),
                .uncertain(Take.Failure(message: "No answer came; look at the service’s list.")),
                .pending,
            ]
        }
    }
}

extension PresetLibrary {
    static let fixture = PresetLibrary([
        .fixture("crash-zoom-in", "Crash Zoom In", [.focal: .eased([.init(0, 1), .init(1, 2)])]),
        .fixture("dolly-in", "Dolly In", [.dolly: .eased([.init(0, 0), .init(1, 0.3)])]),
        .fixture("dolly-left", "Dolly Left", [.truck: .eased([.init(0, 0), .init(1, -0.2)])]),
        .fixture("dolly-out", "Dolly Out", [.dolly: .eased([.init(0, 0), .init(1, -0.3)])]),
        .fixture("dolly-zoom", "Dolly Zoom In", [.dolly: .eased([.init(0, 0), .init(1, 0.4)])]),
        .fixture("double-dolly", "Double Dolly", [.dolly: .eased([.init(0, 0), .init(1, 0.4)])]),
        .fixture(
            "handheld",
            "Handheld",
            [.pan: .wave(SineWave(cycles: 5, amplitude: 1, phase: 30))]
        ),
        .fixture("orbit-left", "Orbit Left", [.azimuth: .eased([.init(0, 0), .init(1, 12)])]),
        .fixture("roll", "Roll", [.roll: .eased([.init(0, 0), .init(1, 30)])]),
        .fixture("super-dolly", "Super Dolly In", [.dolly: .eased([.init(0, 0), .init(1, 0.4)])]),
        .fixture("bloom", "Bloom", [:], category: .look),
        .fixture("letterbox", "Letterbox", [:], category: .look),
    ])
}

extension Preset {
    fileprivate static func fixture(
        _ id: String,
        _ name: String,
        _ curves: [CameraChannel: ChannelCurve],
        category: PresetCategory = .camera
    ) -> Preset {
        Preset(
            id: id,
            name: name,
            category: category,
            summary: "Moves towards the subject, gaining parallax.",
            curves: curves
        )
    }
}
