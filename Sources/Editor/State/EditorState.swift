package import Editorial
package import Generation
package import Input
package import Motion

/// Everything the editor shows and decides by.
///
/// A value: the same state and the same action give the same state and the
/// same effects. The project always has a shot, and `selectedShot` is one of
/// its shots.
package struct EditorState: Equatable, Sendable {
    package var project: Project { didSet { findShot() } }
    package var history: EditHistory
    /// Of every shot of the project, in no order; see `takeRows`.
    package var takes: [Take] { didSet { shelf = TakeShelf(takes) } }
    /// Where each of them is.
    private(set) var shelf: TakeShelf
    package var presets: PresetLibrary
    /// Whether the presets are still being read, but for those of the first shot.
    package var isReadingPresets = false
    /// The ids of the presets that are a person's own.
    package var ownPresets: Set<String> = []
    /// The models that can be chosen.
    package var models = ModelCatalogue.local
    /// The ids of the starred presets.
    package var favourites: Set<String>
    package var selectedShot: Shot.ID { didSet { findShot() } }
    /// Its place in the project, which a frame asks for hundreds of times.
    package private(set) var shotIndex = 0

    package var screen = EditorScreen.editor
    package var browser = ProjectBrowser()
    /// The screens that are seen as grids of pictures.
    package internal(set) var grids: Set<EditorScreen> = []
    package var library = LibraryBrowser()
    package var queue = QueueBrowser()
    /// How the workspace stands to its account; nil while nobody is signed in.
    package internal(set) var account: AccountStanding?
    package internal(set) var accountBrowser = AccountBrowser()
    package internal(set) var team = TeamBrowser()
    /// The row of the settings that the cursor is on.
    package internal(set) var settingsCursor = 0
    package var settingsFacts = SettingsFacts()
    package var focus: Panel
    /// Whether the focused panel fills the screen.
    package var isZoomed = false
    /// The panel's text field that has the keys; a popup's field goes before it.
    package var typing: TextPlace?
    package var popup: Popup?

    package var presetList: PresetList
    /// Whether the preset under the cursor is tried on over the whole screen.
    package internal(set) var isPresetLarge = false
    package var promptPanel = PromptPanel()
    /// The take the timeline's cursor is on; nil stands for the newest.
    package var takeCursor: Take.ID?
    /// The id of a preset that the preview tries on, until it is chosen or left.
    package var auditioned: String?
    package var playback = Playback()
    package var guides = PreviewGuides()
    /// What is measured of the picture; nil for nothing.
    package internal(set) var scope: Scope?
    /// The newest measure.
    package internal(set) var reading: ScopeReading?
    /// The place in the picture whose colour is told.
    package internal(set) var probe: PictureProbe?
    /// The colour there, as it was told last.
    package internal(set) var probed: ProbeReading?
    package internal(set) var comparison: Comparison?
    package var timelineZoom = TimelineZoom()
    /// The film that is written, or was written last.
    package internal(set) var filmExport: FilmProgress?
    /// How the project's music sounds, once it was listened to.
    package internal(set) var musicShape: MusicShape?
    /// The free camera; nil while nobody holds it.
    package internal(set) var camera: CameraSession?
    /// The keys that are edited; nil while none are.
    package internal(set) var keyframes: KeyframeSession?
    /// Whether the camera's way is drawn over the picture while it is held.
    package internal(set) var showsCameraPath = true
    package internal(set) var jumps = Jumps()
    /// The first minutes; nil once they are over.
    package var tour: Tour?
    /// The film whose camera is followed now.
    package internal(set) var following: CameraFollow?
    /// Of takes that a service is making, what there is to see of them.
    package internal(set) var livePictures: [Take.ID: LivePicture] = [:]
    /// What start and end frames were called when they came in, for people.
    package var frameNames: [Asset.ID: String] = [:]

    package var notice: Notice?
    /// What was said lately, oldest first.
    package var messages: [Notice] = []
    /// How much was said in all, which goes on counting where `messages` has an end.
    package internal(set) var saidCount = 0
    /// What was entered in the command line, oldest first.
    package var commandHistory: [String] = []

    /// Keys that wait for more keys.
    package internal(set) var pending = PendingKeys()
    package internal(set) var macros = Macros()
    /// What was copied or deleted last, to be put in.
    package internal(set) var clipboard = ""
    package var themes = ThemeSetting()
    /// Pieces of prompts, by name.
    package var snippets: [Snippet] = []
    package var panelSizes = PanelSizes()
    /// The panels out of sight; the preview is never among them.
    package internal(set) var hiddenPanels: Set<Panel> = []
    /// Whether the terminal's window has the focus, as far as it says.
    package internal(set) var hasWindowFocus = true
    /// What lies under the pointer, where the terminal tells.
    package internal(set) var hovered: HitTarget?
    /// Whether nothing is to move that need not, as was chosen here; nil leaves
    /// it to the environment.
    package internal(set) var reducesMotion: Bool?
    /// Whether whoever looks wants nothing to move that need not.
    package var isMotionReduced: Bool { settingsFacts.motionOrigin != nil || reducesMotion == true }
    /// How pictures are to be drawn from the next start on; nil is found out.
    package internal(set) var graphicsChoice: String?
    package internal(set) var newShots = NewShots()

    package var size: CellSize
    package var viewport = Viewport()
    package var keymap: Keymap
    package var ids: IdentifierSource
    let measure: TextMeasure

    /// When the notice goes; nil until the first tick that saw it.
    var noticeFadesAt: Timestamp?
    /// The gesture that the next edit may join.
    var gesture: Gesture?
    var grab: PointerGrab?
    var lastClick: LastClick?
    var copiedKeys: [CopiedKey] = []
    /// The last change of the project, to be done again.
    var lastDone: DoneCommand?
    /// The count that was given to the command that is carried out.
    var givenCount: Int?
    /// The letter that was given to it.
    var givenLetter: Character?

    /// Opens a project on the screen.
    ///
    /// A project with no shot is given an empty one. Identifiers and random
    /// seeds come from `seed`; `measure` tells how wide characters are.
    package init(
        project: Project,
        history: EditHistory = EditHistory(),
        takes: [Take] = [],
        presets: PresetLibrary,
        favourites: Set<String> = [],
        size: CellSize,
        seed: UInt64,
        now: Timestamp,
        keymap: Keymap = .standard,
        measure: TextMeasure = .plain
    ) {
        var ids = IdentifierSource(seed: seed, now: now)
        var project = project
        let first =
            project.shots.first ?? Shot(id: ids.identifier(), name: "Shot 1", draft: Draft())
        if project.shots.isEmpty { project.shots = [first] }
        self.project = project
        self.history = history
        self.takes = takes
        shelf = TakeShelf(takes)
        self.presets = presets
        self.favourites = favourites
        self.selectedShot = first.id
        self.focus = first.draft.prompt.isEmpty ? .prompt : .presets
        self.presetList = PresetList()
        self.size = size
        self.keymap = keymap
        self.ids = ids
        self.measure = measure
        promptPanel.cursor = first.draft.prompt.count
        gatherRecent()
        selectFirstPreset()
    }

    private mutating func findShot() {
        let shots = project.shots
        if shots.indices.contains(shotIndex), shots[shotIndex].id == selectedShot { return }
        shotIndex = project.index(of: selectedShot) ?? 0
    }

    /// The moment of the last tick.
    package var now: Timestamp { ids.now }

    /// What keys do at this moment.
    package var mode: Mode {
        if textField != nil { return .insert }
        if camera != nil { return .camera }
        if keyframes != nil { return .keyframe }
        return isOnPrompt && promptField.selection != nil ? .select : .normal
    }
}
