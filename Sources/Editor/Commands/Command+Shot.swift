import Editorial

extension Command {
    static let shotCommands: [Command] = [
        Command(
            "shot.previous",
            "Shot before",
            hint: "before",
            help: "Selects the shot before this one.",
            repeats: true,
            availability: {
                .init($0.shotIndex > 0, else: "This is the first shot.")
            },
            perform: { state in
                state.selectShot(by: -1)
                return []
            }
        ),
        Command(
            "shot.next",
            "Next shot",
            hint: "next",
            help: "Selects the shot after this one.",
            repeats: true,
            availability: {
                .init($0.shotIndex + 1 < $0.project.shots.count, else: "This is the last shot.")
            },
            perform: { state in
                state.selectShot(by: 1)
                return []
            }
        ),
        Command(
            "shot.add",
            "Add a shot",
            hint: "add",
            help: "Adds an empty shot of the same format after this one.",
            perform: { $0.addShot() }
        ),
        Command(
            "shot.duplicate",
            "Duplicate the shot",
            hint: "duplicate",
            help: "Adds a shot with the same draft after this one; takes stay with the first.",
            perform: { $0.duplicateShot() }
        ),
        Command(
            "shot.delete",
            "Delete the shot",
            hint: "delete",
            help: "Takes the shot out of the project; undo brings it back with its takes.",
            availability: {
                .init($0.project.shots.count > 1, else: "A project keeps at least one shot.")
            },
            perform: { $0.deleteShot() }
        ),
        Command(
            "shot.moveLeft",
            "Move the shot left",
            hint: "move",
            help: "Moves the shot one place towards the start.",
            repeats: true,
            availability: {
                .init($0.shotIndex > 0, else: "This shot is at the start already.")
            },
            perform: { $0.moveShot(by: -1) }
        ),
        Command(
            "shot.moveRight",
            "Move the shot right",
            hint: "move",
            help: "Moves the shot one place towards the end.",
            repeats: true,
            availability: {
                .init(
                    $0.shotIndex + 1 < $0.project.shots.count,
                    else: "This shot is at the end already."
                )
            },
            perform: { $0.moveShot(by: 1) }
        ),
        Command(
            "shot.rename",
            "Rename the shot",
            hint: "rename",
            help: "Asks for another name for the shot.",
            perform: { state in
                state.ask(.renameShot(state.selectedShot), text: state.shot.name)
                return []
            }
        ),
    ]
}
