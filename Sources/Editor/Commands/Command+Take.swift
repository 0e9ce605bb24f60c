import Editorial

extension Command {
    static let takeCommands: [Command] = [
        Command(
            "take.generate",
            "Generate",
            help: "Queues a take of the selected shot; it goes on if you leave.",
            availability: { .init(unless: $0.readiness.problems.first?.message) },
            perform: { $0.generate() }
        ),
        Command(
            "take.cancel",
            "Cancel the take",
            hint: "cancel",
            help: "Stops the take under the cursor, or lets an uncertain one go.",
            availability: {
                .init(
                    $0.subjectTake?.canCancel == true,
                    else: "Go to a take that is queued or running first."
                )
            },
            perform: { $0.cancelTake() }
        ),
        Command(
            "take.retry",
            "Retry the take",
            hint: "retry",
            help: "Queues a take that ended without a film again, from the step that ended it.",
            availability: {
                .init(
                    $0.subjectTake?.canRetry == true,
                    else: "Go to a take that ended without a film first."
                )
            },
            perform: { $0.retryTake() }
        ),
        Command(
            "take.details",
            "Take details",
            hint: "details",
            help: "Shows the steps of the take under the cursor, their times and what went wrong.",
            availability: { $0.needsTake },
            perform: { state in
                state.popup = state.currentTake.map { .takeDetails($0.id, scroll: 0) }
                return []
            }
        ),
        Command(
            "take.select",
            "Select the take",
            hint: "select",
            help: "Lets the take under the cursor stand for the shot, or no longer.",
            availability: { $0.needsTake },
            perform: { $0.selectTake() }
        ),
        Command(
            "take.recall",
            "Load into prompt",
            hint: "recall",
            help: "Gives the shot the prompt, motion and settings that the take was made from.",
            availability: { $0.needsTake },
            perform: { $0.recallDraft() }
        ),
        Command(
            "take.export",
            "Export the film",
            hint: "export",
            help: "Writes the film of the take to a file of your own.",
            availability: { $0.needsFilm },
            perform: { state in
                if let take = state.filmTake { state.ask(.exportTake(take.id)) }
                return []
            }
        ),
        Command(
            "frame.export",
            "Export this frame",
            hint: "frame",
            help: "Writes the frame that the preview shows to a picture file.",
            perform: { state in
                state.ask(.exportImage)
                return []
            }
        ),
    ]
}

extension EditorState {
    fileprivate var needsTake: Command.Availability {
        .init(subjectTake != nil, else: "This shot has no take yet; generate one first.")
    }

    var needsFilm: Command.Availability {
        .init(filmTake != nil, else: "No take of this shot has a film yet; generate one first.")
    }
}
