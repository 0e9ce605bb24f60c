package import Editorial
package import Generation
package import Input
package import Motion

/// Something that happened, for the reducer.
///
/// The clock comes in by `tick`: send one before an input that may make a
/// notice or a take, and as often as `EditorState.tickInterval` asks.
package enum Action: Equatable, Sendable {
    /// A key or a paste; pointer events come as `pressed`.
    case input(InputEvent)
    /// A pointer event of any kind, with what lies under it.
    case pressed(HitTarget, PointerEvent)
    case resized(CellSize)
    /// The panes came out this large.
    case laidOut(Viewport)
    case tick(Timestamp)
    /// All takes of the project, as the store has them now.
    case takesChanged([Take])
    case favouritesChanged(Set<String>)
    /// The files of presets were read anew; `own` are the ids of a person's own.
    case presetsChanged(PresetLibrary, own: Set<String>)
    /// The file of a preset came back from the person's own editor.
    case presetEdited(String, id: String)
    /// A file was taken into the library, for something in a shot.
    case mediaImported(Asset, MediaUse, Shot.ID)
    /// How far the film is whose camera is followed for the preset of this id.
    case cameraFollowed(String, CameraFollow.Progress)
    /// The pictures there are of takes that are still being made.
    case livePicturesChanged([Take.ID: LivePicture])
    /// A sound was taken into the library, to be the film's music.
    case musicImported(Asset)
    /// A sound was listened to.
    case soundRead(MusicShape)
    /// How the film that was asked for last comes along.
    case filmChanged(FilmProgress?)
    case noticed(Notice)
    /// The themes there are, as their files have them now.
    case themesChanged([ThemeSetting.Entry])
    /// The file of snippets was read.
    case snippetsChanged([Snippet])
    /// The settings were changed on another machine of the person’s.
    case settingsChanged(InterfaceSettings)
    /// The keymap's file was read.
    case keymapChanged(Keymap)
    /// A shot's prompt came back from the person's own editor.
    case promptEdited(String, Shot.ID)
    /// All projects, as the store has them now.
    case projectsChanged([ProjectItem])
    /// A part of the library was read, with all tags there are.
    case libraryRead(LibraryPage, tags: [AssetTag])
    /// What a medium is.
    case factsRead(AssetFacts)
    /// These media are to be marked.
    case assetsMarked([Asset.ID])
    /// Files come in; nil when all have.
    case importing(LibraryBrowser.Import?)
    /// The queue was read, and what happened to one job where that was asked for.
    case queueRead([QueueItem], isPaused: Bool, QueueDetails?)
    /// Another project was read, to take the place of the one that is open.
    case projectOpened(OpenedState)
    /// Somebody else changed the open project; what was done here since goes on
    /// top of it.
    case projectChangedElsewhere(from: EditedProject, to: EditedProject)
    /// Other models can be chosen than before.
    case modelsChanged(ModelCatalogue)
    /// How the workspace stands to its account; nil while nobody is signed in.
    case accountChanged(AccountStanding?)
    case accountRead(AccountBrowser.Page)
    case teamRead(TeamBrowser.Page)
    /// A scope measured the picture.
    case measured(ScopeReading?)
    /// The colour at the probe.
    case probed(ProbeReading?)
    /// A line for the command line, from outside.
    case entered(String)
    /// A line of a session of lines: an answer, or a command.
    case replied(String)
    case run(Command.ID)
}
