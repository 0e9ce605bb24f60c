package import Editorial
package import Generation

/// Something to be done outside, for the one place that carries effects out.
package enum Effect: Equatable, Sendable {
    case save(Project, EditHistory)
    /// All of them or none.
    case submitTakes([TakeOrder])
    case cancelTake(Take.ID)
    case retryTake(Take.ID)
    case setFavourite(String, Bool)
    /// Ends in `Action.mediaImported`, or in a notice.
    case importMedia(path: String, MediaUse, Shot.ID)
    /// Makes a preset of a person's own of how a film's camera moves; told of by
    /// `Action.cameraFollowed`.
    case followCamera(Asset.ID, preset: String, named: String)
    case stopFollowing(preset: String)
    case exportTake(Take.ID, path: String)
    /// Queues the film of all shots, of which `films` are the takes in order; it
    /// is told of by `Action.filmChanged`.
    case exportFilm(Project, films: [Take], path: String, replaces: Bool)
    /// Ends in `Action.musicImported`, or in a notice.
    case importMusic(path: String)
    /// Ends in `Action.soundRead`, or in nothing.
    case readSound(Asset.ID)
    /// Writes one frame of the preview, at the full size of its film.
    case exportImage(PreviewRequest, path: String)
    /// Gives text to other programs, through the terminal.
    case copy(String)
    /// Tells somebody who looks elsewhere.
    case notify(title: String, text: String)
    /// Opens a text in the person's own editor; ends in `Action.promptEdited`.
    case editPrompt(String, Shot.ID)
    /// Writes a preset of a person's own, made from a shot's camera; ends in
    /// `Action.presetsChanged`, or in a notice.
    case savePreset(id: String, name: String, draft: Draft)
    /// Makes a preset of a person's own from another.
    case copyPreset(String, as: String, named: String)
    case importPreset(path: String)
    case exportPreset(String, path: String)
    /// Puts a preset of a person's own out of sight, or back.
    case removePreset(String, Bool)
    /// Opens a preset's file in the person's own editor; ends in
    /// `Action.presetEdited`.
    case editPreset(String)
    /// Writes the file of a preset as a person edited it, or says what is wrong
    /// with it and keeps it aside.
    case keepPreset(String, String)
    /// Keeps the pieces of prompts.
    case saveSnippets([Snippet])
    /// Ends in `Action.projectsChanged`.
    case listProjects
    /// Ends in `Action.projectOpened`.
    case openProject(Project.ID)
    case createProject(Project)
    case nameProject(Project.ID, String)
    case duplicateProject(Project.ID, as: Project.ID, named: String)
    case archiveProject(Project.ID, Bool)
    /// A deleted project is kept, out of sight, and can be brought back.
    case deleteProject(Project.ID, Bool)
    /// Ends in `Action.libraryRead`.
    case readLibrary(AssetQuery)
    /// Ends in `Action.factsRead`, or in nothing.
    case readFacts(Asset.ID)
    /// Ends in `Action.assetsMarked`.
    case markAssets(AssetQuery)
    /// Copies a file, the files of a folder, or those that a pattern names, into
    /// the library; tells of it by `Action.importing`.
    case importAssets(String)
    case tagAssets([Asset.ID], adding: [String], removing: [String])
    /// Takes media out of the library, or puts them back.
    case removeAssets([Asset.ID], Bool)
    case exportAssets([Asset.ID], folder: String)
    /// Ends in `Action.queueRead`, with the details of a job where one is named.
    case readQueue(details: String?)
    case steerQueue(QueueOrder)
    /// Keeps how the panels of a project are.
    case rememberPanels(Project.ID, PanelLayout)
    /// Keeps how the interface is set up.
    case remember(InterfaceSettings)
    /// Asks the account service, or settles what came from it.
    case account(AccountOrder)
    case suspend
    case quit
}
