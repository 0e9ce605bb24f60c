/// The searchable manual, while it is open.
package struct Manual: Hashable, Sendable {
    package var field = TextField()
    package var selection = 0
}

/// A page of the manual.
package struct ManualPage: Hashable, Sendable {
    package let title: String
    package let text: String
    /// Its keys, where it is about a command.
    package let keys: String
    /// What it is about: `how to`, `command`, `line` or `preset`.
    package let kind: String
}

extension ManualPage {
    private init(_ title: String, _ text: String) {
        self.init(title: title, text: text, keys: "", kind: "how to")
    }

    /// What one wants to do rather than what is called how.
    static let guides: [ManualPage] = [
        ManualPage(
            "Make a first film",
            """
            Write a prompt (i), or choose a start frame (s in the prompt panel). Go through the \
            presets with j and k; the picture tries each one on, and enter takes it. g makes a \
            take. a in the timeline adds another shot. Ctrl-S writes the film of all shots.
            """
        ),
        ManualPage(
            "Block a shot for free",
            """
            The model “sketch” works here, offline, and costs nothing: composition, light and \
            camera are decided with it. Change the model, with :model.choose, once the shot stands.
            """
        ),
        ManualPage(
            "Hold the camera",
            """
            c takes the camera: h j k l orbit, + and - dolly, and enter keeps a key at the frame. \
            Esc leaves it. K edits the keys as curves; p makes a preset of the whole way.
            """
        ),
        ManualPage(
            "Mix moves and looks",
            """
            A shot mixes up to three moves and three looks. [ and ] set how strong the one under \
            the cursor is. d copies a preset to be your own, and e opens its file in your editor.
            """
        ),
        ManualPage(
            "Make several takes at once",
            """
            B opens the batches: seeds, starred moves, styles, strengths. :takes 4 makes four \
            seeds, and :try dolly-in, roll a take for each of these presets.
            """
        ),
        ManualPage(
            "Compare takes",
            """
            In the preview, w wipes, lays side by side or shows the difference of two takes, and \
            W goes on to the next one. s in the timeline chooses the take that stands for the shot.
            """
        ),
        ManualPage(
            "Cut the film",
            """
            S splits the shot at the playhead, [ and ] let it begin or end there, < and > move it, \
            and t chooses how it comes in from the one before. b lays music under the film.
            """
        ),
        ManualPage(
            "Write prompts faster",
            """
            :snippet NAME keeps the prompt, or what is selected of it, and ;NAME and a space puts \
            it in. {seed}, {style}, {aspect} and {seconds} are filled in for each take. Ctrl-Up \
            takes an earlier prompt, and Ctrl-E opens your own editor.
            """
        ),
        ManualPage(
            "Leave while it renders",
            """
            q q leaves; everything is saved, and what is queued is made without you. The queue \
            (f7) shows it, of all projects; kinema jobs does so outside.
            """
        ),
        ManualPage(
            "Undo anything",
            """
            u takes the last change back and Ctrl-R does it again, also after a restart. U opens \
            the history, whose branches nothing throws away.
            """
        ),
        ManualPage(
            "Bring media in",
            """
            The library (f6) takes a path, a folder or a pattern with i, or what is dropped on \
            it. Enter makes a picture the start frame and a sound the music.
            """
        ),
        ManualPage(
            "Drive Kinema from elsewhere",
            """
            kinema --cmd LINE enters lines as the editor opens. kinema tell LINE enters one into \
            an editor that runs. kinema --plain is a session of plain lines, for a screen reader \
            or a script.
            """
        ),
        ManualPage(
            "Bind other keys",
            """
            Write them into keymap.yaml, whose place the settings (f8) tell; kinema keys prints \
            all there are. Mistakes are told with file and line.
            """
        ),
    ]
}
