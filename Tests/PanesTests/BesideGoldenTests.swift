import Editor
import Editorial
import Input
import Panes
import Terminal
import Testing

/// The screens beside the panels.
struct BesideGoldenTests {
    private static let sizes = [
        CellSize(columns: 168, rows: 46), CellSize(columns: 120, rows: 36),
        CellSize(columns: 80, rows: 24), CellSize(columns: 40, rows: 12),
    ]

    private func golden(_ state: EditorState, _ name: String, _ size: CellSize) throws {
        try Golden.expect(draw(state).surface, named: "\(name)-\(size.columns)x\(size.rows)")
    }

    private func state(_ size: CellSize) -> EditorState {
        EditorState.fixture(columns: size.columns, rows: size.rows)
    }

    private func media(_ now: Timestamp) throws -> [LibraryItem] {
        let names: [(String, Asset.Kind, [String])] = [
            ("rocket.jpg", .image, ["dawn"]), ("take 2", .video, []),
            ("潮の音 — long ambience for the harbour scene, second version.mp3", .sound, ["sea"]),
            ("gull 🕊.png", .image, ["sea", "bird"]),
        ]
        return try names.enumerated().map { place, file in
            let digit = Character("\(place)")
            let id = try #require(Asset.ID(String(repeating: digit, count: 64)))
            return LibraryItem(
                asset: Asset(
                    id: id,
                    kind: file.1,
                    name: file.0,
                    fileExtension: "x",
                    byteCount: 1200 * (place + 1) * (place + 1) * 40,
                    size: file.1 == .sound
                        ? PixelSize(width: 0, height: 0) : PixelSize(width: 1280, height: 720)
                ),
                addedAt: Timestamp(milliseconds: now.milliseconds - place * 3_700_000),
                tags: file.2
            )
        }
    }

    @Test(arguments: sizes)
    func `The library lists its media and shows the one under the cursor`(size: CellSize) throws {
        var state = state(size)
        _ = reduce(&state, .run("library.open"))
        try golden(state, "library-reading", size)
        let items = try media(state.now)
        let query = AssetQuery(limit: 800)
        _ = reduce(&state, .libraryRead(LibraryPage(query: query, total: 0, items: []), tags: []))
        try golden(state, "library-empty", size)
        _ = reduce(&state, .run("library.sort"))
        _ = reduce(
            &state,
            .libraryRead(
                LibraryPage(query: AssetQuery(order: .name, limit: 800), total: 4, items: items),
                tags: []
            )
        )
        for key in ["v", "j"] as [KeyChord] { _ = reduce(&state, .input(.key(key))) }
        let facts = AssetFacts(
            asset: items[2].id,
            seconds: 12,
            codec: "mp3",
            peaks: (0..<600).map { Float($0 % 60) / 60 },
            uses: 1
        )
        _ = reduce(&state, .factsRead(facts))
        _ = reduce(&state, .importing(.init(done: 3, total: 12)))
        try golden(state, "library", size)
    }

    @Test(arguments: sizes)
    func `The account shows both values of what was changed on both sides`(
        size: CellSize
    ) throws {
        var state = state(size)
        _ = reduce(&state, .run("account.open"))
        try golden(state, "account-nobody", size)
        let standing = AccountStanding(
            phase: .offline(since: "14:05"),
            server: "kinema.example.org",
            email: "ada@example.org",
            waitingCount: 3
        )
        _ = reduce(&state, .accountChanged(standing))
        try golden(state, "account-asking", size)
        var page = AccountBrowser.Page(
            conflicts: [
                ConflictItem(
                    id: .init(kind: "shot", record: "1", field: "draft.prompt"),
                    title: "prompt",
                    place: "“gantry” of “Launch at dawn”",
                    mine: "A rocket stands at the pad at first light\u{1B}[2J, long exposure",
                    theirs: "A rocket leaves the pad",
                    isMine: false
                )
            ]
        )
        page.space = "all your machines"
        page.sessions = ["a desk", "a laptop"].enumerated().map { place, device in
            SessionItem(
                id: "\(place)",
                device: device,
                address: "192.0.2.\(place)",
                seenAt: state.now,
                isCurrent: place == 0
            )
        }
        _ = reduce(&state, .accountRead(page))
        try golden(state, "account", size)
    }

    @Test(arguments: sizes)
    func `The team shows who may do what`(size: CellSize) throws {
        var state = state(size)
        _ = reduce(&state, .run("team.open"))
        let standing = AccountStanding(
            phase: .synced(at: state.now),
            server: "kinema.example.org",
            email: "ada@example.org"
        )
        _ = reduce(&state, .accountChanged(standing))
        let roles = ["owner", "admin", "member", "viewer"]
        let members = zip(["Ada", "Bob", "Cyd", "Dan"], roles).map { name, role in
            MemberItem(
                id: name,
                name: name,
                email: "\(name.lowercased())@example.org",
                role: role,
                isSelf: name == "Ada",
                isOpen: name != "Ada"
            )
        }
        let page = TeamBrowser.Page(
            name: "Film club",
            isPersonal: false,
            members: members,
            mayInvite: true
        )
        _ = reduce(&state, .teamRead(page))
        _ = reduce(&state, .input(.key("j")))
        try golden(state, "team", size)
    }

    @Test(arguments: sizes)
    func `The queue shows what runs, what waits, what ended and why`(size: CellSize) throws {
        var state = state(size)
        _ = reduce(&state, .run("queue.open"))
        try golden(state, "queue-reading", size)
        _ = reduce(&state, .queueRead([], isPaused: true, nil))
        try golden(state, "queue-empty", size)
        let start = Timestamp(milliseconds: state.now.milliseconds - 6500)
        func job(_ id: String, _ kind: QueueItem.State, _ task: String) -> QueueItem {
            var job = QueueItem(
                id: id,
                queue: "video-synthesis",
                state: kind,
                task: task,
                progress: 0.42,
                attempt: 1,
                createdAt: start
            )
            (job.projectName, job.shotName, job.take) = ("Launch at dawn", "ignition", 2)
            (job.startedAt, job.finishedAt) = (start, state.now)
            if kind == .failed { job.failure = "The disk is full; free 200 MB, then retry." }
            return job
        }
        var film = job("f", .ready, "film")
        (film.take, film.shotName) = (nil, nil)
        let jobs = [
            job("a", .running, "video"), film, job("b", .waiting, "post"),
            job("c", .retrying, "video"), job("d", .completed, "image"),
            job("e", .failed, "video"), job("g", .cancelled, "video"),
        ]
        let details = QueueDetails(
            job: "a",
            attempts: [
                .init(number: 1, seconds: 3.2, outcome: "The worker was stopped."),
                .init(number: 2, seconds: nil, outcome: "running"),
            ],
            log: ["120 frames of 1280×720.", "Depth was guessed from the picture."]
        )
        _ = reduce(&state, .queueRead(jobs, isPaused: false, details))
        try golden(state, "queue", size)
    }

    @Test(arguments: sizes)
    func `Settings say their values and who says so`(size: CellSize) throws {
        var state = state(size)
        state.settingsFacts.keymapPath = "~/.config/kinema/keymap.yaml"
        state.settingsFacts.graphicsOrigin = "KINEMA_GRAPHICS"
        state.settingsFacts.places = [
            .init(name: "Workspace", path: "/data/kinema", origin: "XDG_DATA_HOME", help: "Media."),
            .init(name: "State", path: "~/.local/state/kinema", origin: "usual", help: "Logs."),
        ]
        _ = reduce(&state, .run("settings.open"))
        _ = reduce(&state, .run("list.down"))
        try golden(state, "settings", size)
    }

    @Test func `The music is seen under the shot, and the film on its way above`() throws {
        let size = CellSize(columns: 168, rows: 46)
        var state = state(size)
        let asset = try #require(Asset.ID(String(repeating: "c", count: 64)))
        state.project.music = Music(asset: asset, name: "tide.mp3")
        let peaks = (0..<2000).map { Float(abs($0 % 50 - 25)) / 25 }
        let shape = SoundShape(seconds: 40, peaks: peaks)
        _ = reduce(&state, .soundRead(MusicShape(asset: asset, shape: shape)))
        _ = reduce(
            &state,
            .filmChanged(
                FilmProgress(
                    job: "1",
                    path: "/a.mp4",
                    state: .running(0.42),
                    startedAt: Timestamp(milliseconds: state.now.milliseconds - 6500)
                )
            )
        )
        try golden(state, "music", size)
    }
}
