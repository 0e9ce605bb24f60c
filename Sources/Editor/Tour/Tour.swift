import Editorial

/// The first minutes in five steps, each of which ends by being done.
package struct Tour: Hashable, Sendable {
    /// Something to try.
    package struct Step: Sendable {
        package let title: String
        /// What to do, in a sentence or two.
        package let text: String
        /// The commands whose keys are shown.
        package let commands: [Command.ID]
        let isDone: @Sendable (EditorState) -> Bool
    }

    /// The place of the step that is shown.
    package internal(set) var place = 0

    /// At its first step.
    package static let first = Tour()

    package var step: Step { Self.steps[place] }

    package static let steps: [Step] = [
        Step(
            title: "Pick a move",
            text: "Go through the presets with j and k; the picture tries each one on. Choose one.",
            commands: ["filter.open", "preset.toggle"],
            isDone: { !$0.draft.motions.isEmpty }
        ),
        Step(
            title: "Take the camera",
            text: "Hold it yourself: orbit and dolly at the last frame, then keep it with a key.",
            commands: ["camera.enter", "playback.last", "camera.orbitRight", "camera.key"],
            isDone: { !$0.draft.camera.isEmpty && $0.camera == nil }
        ),
        Step(
            title: "Say what is seen",
            text: "Write the prompt; without a start frame the picture is sketched from it.",
            commands: ["panel.prompt", "field.edit", "field.leave"],
            isDone: { state in
                state.typing == nil
                    && state.history.nodes.contains { $0.edit.title == "Change the prompt" }
            }
        ),
        Step(
            title: "Make a take",
            text:
                "A take is the film of the shot. It costs nothing here, and goes on if you leave.",
            commands: ["take.generate"],
            isDone: { !$0.takes.isEmpty }
        ),
        Step(
            title: "Cut the film",
            text: "In the timeline you add shots, split and trim them. Then you know your way.",
            commands: ["panel.timeline", "shot.add", "shot.split", "help.open"],
            isDone: { $0.project.shots.count > 1 }
        ),
    ]
}

extension EditorState {
    /// Shows the first step.
    mutating func startTour() {
        tour = .first
        followTour()
    }

    /// Goes on past every step that is done.
    mutating func followTour() {
        while let now = tour, now.step.isDone(self) {
            guard now.place + 1 < Tour.steps.count else {
                tour = nil
                say("That was the tour; ? shows the keys wherever you are.", .success)
                return
            }
            tour?.place += 1
        }
    }

    mutating func skipTour() {
        guard tour != nil else { return }
        tour = nil
        say("The tour is over; :tutor shows it again.")
    }
}
