import Database
import Editorial
import Jobs
import Testing

@testable import Workspace

struct LibraryTests {
    let fixture: WorkspaceFixture
    var workspace: LocalWorkspace { fixture.workspace }

    init() throws { fixture = try WorkspaceFixture() }

    @discardableResult
    private func add(_ name: String, _ kind: Asset.Kind = .image, bytes: Int = 10) throws -> Asset {
        let digits = String(abs(name.hashValue), radix: 16)
        let id = try #require(
            Asset.ID(String(repeating: "0", count: 64 - digits.count) + digits)
        )
        let asset = Asset(
            id: id,
            kind: kind,
            name: name,
            fileExtension: "png",
            byteCount: bytes,
            size: PixelSize(width: 4, height: 3)
        )
        try workspace.database.write { try workspace.assets.record(asset, on: $0) }
        return asset
    }

    private func names(_ query: AssetQuery) throws -> [String] {
        try workspace.library(query).items.map(\.asset.name)
    }

    @Test func `Whatever is recorded is found by the beginnings of its words`() throws {
        try add("Café at night.png")
        try add("harbour dawn.mp4", .video)
        #expect(try names(AssetQuery(text: "caf nig")) == ["Café at night.png"])
        #expect(try names(AssetQuery(text: "\"dawn\" OR *")) == [])
        #expect(try names(AssetQuery(text: "dawn' --")) == ["harbour dawn.mp4"])
        #expect(try names(AssetQuery(kind: .video)) == ["harbour dawn.mp4"])
        #expect(try names(AssetQuery(order: .name)) == ["Café at night.png", "harbour dawn.mp4"])
    }

    @Test func `Tags are found like names, and filtered by`() throws {
        let boat = try add("boat.png")
        try add("gull.png")
        try workspace.tag([boat.id], adding: ["sea", "low-light"], removing: [])
        #expect(try names(AssetQuery(text: "sea")) == ["boat.png"])
        #expect(try names(AssetQuery(tag: "low-light")) == ["boat.png"])
        #expect(
            try workspace.libraryTags()
                == [AssetTag(name: "low-light", count: 1), AssetTag(name: "sea", count: 1)]
        )
        try workspace.tag([boat.id], adding: [], removing: ["sea"])
        #expect(try names(AssetQuery(text: "sea")) == [])
        #expect(try workspace.library(AssetQuery(text: "boat")).items[0].tags == ["low-light"])
    }

    @Test func `What is taken out is put back with its tags`() throws {
        let boat = try add("boat.png")
        try workspace.tag([boat.id], adding: ["sea"], removing: [])
        try workspace.removeFromLibrary([boat.id], at: Timestamp(milliseconds: 7))
        #expect(try workspace.library(AssetQuery()).total == 0)
        #expect(try workspace.libraryTags() == [])
        #expect(try workspace.assets.asset(boat.id) == boat)
        try workspace.removeFromLibrary([boat.id], at: nil)
        #expect(try workspace.library(AssetQuery(text: "sea")).total == 1)
    }

    @Test func `What was taken out long ago is forgotten, unless something uses it`() throws {
        let names = ["gone.png", "kept.png", "used.png", "fresh.png", "followed.mp4"]
        let media = try names.map { try add($0) }
        #expect(try workspace.library(AssetQuery(text: "gone")).total == 1)
        var project = fixture.project()
        project.shots[0].draft.startFrame = media[2].id
        try workspace.save(project, history: EditHistory(), openedAt: fixture.ids.now)
        let day = 86_400_000
        let removed = [media[0].id, media[2].id, media[4].id]
        let path = media[4].id.description.prefix(2) + "/" + media[4].id.description.dropFirst(2)
        var random = SystemRandomNumberGenerator()
        let job = NewJob(
            id: Job.ID(at: 0, using: &random),
            queue: "motion-transfer",
            kind: "motion.extract",
            payload: #"{"clip":"/assets/\#(path).mp4"}"#
        )
        try workspace.database.write { try workspace.queue.enqueue([job], on: $0) }
        try workspace.removeFromLibrary(removed, at: Timestamp(milliseconds: day))
        try workspace.removeFromLibrary([media[3].id], at: Timestamp(milliseconds: 20 * day))

        try workspace.clean(now: 30 * day)
        #expect(try workspace.assets.asset(media[0].id) != nil)
        try workspace.clean(now: 32 * day)
        let left = try media.map { try workspace.assets.asset($0.id) != nil }
        #expect(left == [false, true, true, true, true])
        // A new medium in the same place is not found by the old one's words.
        try add("new.png")
        #expect(try self.names(AssetQuery(text: "gone")) == [])
        try workspace.removeFromLibrary(removed, at: nil)
        #expect(try workspace.library(AssetQuery()).total == 4)
    }

    @Test func `A part of a hundred thousand media is read by three statements`() throws {
        try workspace.database.write { connection in
            try connection.execute(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
                INSERT INTO asset (id, kind, name, extension, byte_count, width, height)
                SELECT printf('%064x', i), CASE i % 3 WHEN 0 THEN 'video' ELSE 'image' END,
                    'shot ' || i || ' take ' || (i % 40), 'png', i, 16, 9 FROM n
                """,
                []
            )
        }
        let query = AssetQuery(text: "take 7", order: .largest, offset: 50, limit: 20)
        let page = try workspace.library(query)
        #expect(page.items.count == 20)
        #expect(page.total > 50)
        let counting = CountingDatabase(base: workspace.database)
        let counted = try LocalWorkspace(
            directory: workspace.directory,
            database: counting,
            clock: fixture.clock.read
        )
        #expect(try counted.library(query) == page)
        #expect(counting.statements.count == 3)
        #expect(counting.rowCount < 25)
    }

    @Test(arguments: AssetQuery.Order.allCases, [nil, Asset.Kind.image])
    func `Of many that are found no more are looked at than are in sight`(
        order: AssetQuery.Order,
        kind: Asset.Kind?
    ) throws {
        for query in [
            AssetQuery(kind: kind, order: order), AssetQuery(text: "a", kind: kind, order: order),
        ] {
            let search = LibrarySearch(query)
            let plan = try workspace.database.read { connection in
                try connection.rows(
                    "EXPLAIN QUERY PLAN " + search.reading(ofMany: 100_000),
                    search.arguments + [.integer(20), .integer(0)]
                ).map { try $0.text("detail") }
            }
            // Once for what is in sight; all are in the order of the index.
            #expect(plan.count { $0.contains("TEMP B-TREE") } == 1, "\(plan)")
        }
    }

    @Test func `What is shown no more is found by no word, and counted nowhere`() throws {
        let (_, take) = try fixture.submitted()
        let media = try ["boat one.png", "boat two.png", "boat three.png"].map { try add($0) }
        try add("boat depth.png", .depth)
        let boats = AssetQuery(text: "boat")
        #expect(try workspace.library(boats).total == 3)
        try workspace.database.write { connection in
            try connection.execute(
                "UPDATE take SET thumbnail = $1, proxy = $2 WHERE id = $3",
                [.text(media[0].id.digest), .text(media[1].id.digest), .text(take.id.description)]
            )
        }
        #expect(try workspace.library(boats).total == 1)
        #expect(try names(boats) == ["boat three.png"])
        try workspace.removeFromLibrary([media[2].id], at: Timestamp(milliseconds: 5))
        #expect(try workspace.library(boats).total == 0)
        try workspace.removeFromLibrary([media[2].id], at: nil)
        #expect(try names(boats) == ["boat three.png"])
        #expect(try workspace.library(AssetQuery()).total == 1)
        #expect(try workspace.library(AssetQuery(text: "boat", kind: .image)).total == 1)
    }

    private var count: Int { Soak.isWhole ? 100_000 : 5_000 }

    @Test func `A project's music is kept with it`() throws {
        var project = fixture.project()
        let asset = try add("tide.mp3", .sound)
        project.music = Music(asset: asset.id, name: "tide.mp3", gain: -8)
        var history = EditHistory()
        history.record(.changeMusic(from: nil, to: project.music))
        let time = Timestamp(milliseconds: 5)
        try workspace.save(project, history: history, openedAt: time)
        let (loaded, tree) = try #require(try workspace.project(project.id))
        #expect(loaded == project)
        #expect(tree == history)
        let before = (project, history)
        project.music = nil
        if let edit = history.undo() { project.apply(edit) }
        try workspace.save(project, history: history, openedAt: time, after: before)
        #expect(try workspace.project(project.id)?.0.music == nil)
    }

    @Test func `Jobs are told by the shot and the take they are for`() throws {
        let (project, take) = try fixture.submitted()
        let jobs = try workspace.queue.list()
        let subjects = try workspace.subjects(of: jobs.map(\.id))
        #expect(subjects.count == TakeStep.Kind.allCases.count)
        let first = try #require(subjects[jobs[0].id])
        #expect(first.take == take.id)
        #expect(first.shotName == project.shots[0].name)
        #expect(first.projectName == project.name)
    }

    @Test func `The film that was asked for last is the one that is told of`() throws {
        let (project, _) = try fixture.submitted()
        #expect(try workspace.lastFilm(of: project.id)?.path == nil)
        var random = SystemRandomNumberGenerator()
        for (place, path) in ["/a.mp4", "/b.mp4"].enumerated() {
            try workspace.submitFilm(
                NewJob(
                    id: Job.ID(at: 5 + place, using: &random),
                    queue: "post-processing",
                    kind: "film.export",
                    payload: "{}"
                ),
                of: project.id,
                to: path,
                at: Timestamp(milliseconds: 5 + place)
            )
        }
        #expect(try workspace.lastFilm(of: project.id)?.path == "/b.mp4")
    }
}
