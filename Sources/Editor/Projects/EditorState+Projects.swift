package import Editorial

extension EditorState {
    /// The projects that are listed: filtered, in their order.
    package var projectRows: [ProjectItem] {
        let search = browser.filter.text
        let items = (browser.items ?? []).filter {
            ($0.archivedAt != nil) == browser.showsArchived
        }
        let found = items.compactMap { item in
            FuzzyMatch(search, in: item.name).map { (item: item, score: $0.score) }
        }
        if search.contains(where: { !$0.isWhitespace }) {
            return found.ranked(by: \.score).map(\.item)
        }
        return found.map(\.item).sorted { left, right in
            switch browser.order {
            case .opened: (right.openedAt, left.name) < (left.openedAt, right.name)
            case .name: left.name.lowercased() < right.name.lowercased()
            case .shots: (right.shotCount, left.name) < (left.shotCount, right.name)
            }
        }
    }

    /// The project under the cursor.
    package var currentProject: ProjectItem? {
        let rows = projectRows
        return rows.first { $0.id == browser.selection } ?? rows.first
    }

    /// How many projects were put away.
    package var archivedCount: Int { browser.items?.count { $0.archivedAt != nil } ?? 0 }

    mutating func openProjects() -> [Effect] {
        leavePanels(for: .projects)
        browser.selection = project.id
        browser.filter = TextField()
        return [.save(project, history), .listProjects]
    }

    mutating func leaveProjects() { leaveScreen() }

    mutating func moveProjectCursor(by rows: Int) {
        let items = projectRows
        guard !items.isEmpty else { return }
        let place = items.firstIndex { $0.id == currentProject?.id } ?? 0
        selectProject(items[min(max(0, place + rows), items.count - 1)].id)
    }

    mutating func selectProject(_ id: Project.ID) {
        guard browser.selection != id else { return }
        browser.selection = id
        playback.seek(.first)
        if currentProject.map({ !$0.draft.motions.isEmpty }) == true { playback.play() }
    }

    /// Opens the project under the cursor; the one that is open already is
    /// just gone back to.
    mutating func openCurrentProject() -> [Effect] {
        guard let item = currentProject else { return [] }
        guard item.id != project.id else {
            leaveProjects()
            return []
        }
        say("Opening “\(item.name)”…")
        return [.openProject(item.id)]
    }

    /// Takes a project in place of the one that was open.
    mutating func open(_ opened: OpenedState) {
        let first = opened.project.shots.first
        project = opened.project
        if project.shots.isEmpty {
            project.shots = [Shot(id: ids.identifier(), name: "Shot 1", draft: Draft())]
        }
        history = opened.history
        takes = opened.takes
        gatherRecent()
        if let layout = opened.panels { panelLayout = layout }
        frameNames.merge(opened.frameNames) { _, new in new }
        jumps = Jumps()
        filmExport = nil
        takeCursor = nil
        popup = nil
        camera = nil
        keyframes = nil
        selectedShot = project.shots[0].id
        promptPanel = PromptPanel(showsAdvanced: promptPanel.showsAdvanced)
        timelineZoom.showAll()
        select(selectedShot)
        screen = .editor
        focus = first?.draft.prompt.isEmpty == false ? .presets : .prompt
        say("“\(project.name)” is open.", .success)
    }

    /// Takes over what somebody else made of the open project, and does again
    /// on top of it what was done here since.
    ///
    /// What has the keys keeps them, so that somebody who types types on.
    mutating func meet(_ other: EditedProject, since base: EditedProject) -> [Effect] {
        guard project.id == other.project.id else { return [] }
        let place = shotIndex
        var merged = EditedProject(project, history).rebased(from: base, onto: other)
        if merged.project.shots.isEmpty {
            let edit = Edit.insertShot(shot, at: 0)
            merged.project.apply(edit)
            merged.history.record(edit)
        }
        project = merged.project
        history = merged.history
        gesture = nil
        settle(near: place)
        return [.save(project, history)]
    }

    /// Makes a project from a template and opens it.
    mutating func createProject(_ template: ProjectTemplate) -> [Effect] {
        let shots = template.shots.map { name -> Shot in
            var draft = Draft(
                aspect: template.aspect,
                duration: RationalTime(template.seconds),
                seed: UInt32(truncatingIfNeeded: ids.next())
            )
            newShots.apply(to: &draft)
            return Shot(id: ids.identifier(), name: name, draft: draft)
        }
        let fresh = Project(id: ids.identifier(), name: unusedProjectName, shots: shots)
        return [.createProject(fresh), .openProject(fresh.id)]
    }

    /// Makes a project with the same shots; takes stay with the first.
    mutating func duplicateProject() -> [Effect] {
        guard let item = currentProject else { return [] }
        return [
            .duplicateProject(item.id, as: ids.identifier(), named: "\(item.name) copy"),
            .listProjects,
        ]
    }

    mutating func toggleArchived() -> [Effect] {
        guard let item = currentProject else { return [] }
        let isArchived = item.archivedAt == nil
        say(isArchived ? "“\(item.name)” is put away." : "“\(item.name)” is at hand again.")
        return [.archiveProject(item.id, isArchived), .listProjects]
    }

    mutating func deleteProject() -> [Effect] {
        guard let item = currentProject, item.id != project.id else { return [] }
        browser.lastDeleted = item
        moveProjectCursor(by: 1)
        browser.items?.removeAll { $0.id == item.id }
        say("“\(item.name)” is deleted; u brings it back.")
        return [.deleteProject(item.id, true), .listProjects]
    }

    mutating func restoreProject() -> [Effect] {
        guard let item = browser.lastDeleted else { return [] }
        browser.lastDeleted = nil
        browser.selection = item.id
        say("“\(item.name)” is back.")
        return [.deleteProject(item.id, false), .listProjects]
    }

    /// Renames the project under the cursor; the one that is open by an edit.
    mutating func renameProject(_ id: Project.ID, to name: String) -> [Effect] {
        if id == project.id { return renameProject(to: name) + [.listProjects] }
        return [.nameProject(id, name), .listProjects]
    }

    /// Why the project under the cursor cannot be deleted or put away; nil when it can.
    var projectReason: String? {
        guard let item = currentProject else { return "There is no project here." }
        return item.id == project.id
            ? "“\(item.name)” is open; open another one first." : nil
    }

    private var unusedProjectName: String {
        let names = Set((browser.items ?? []).map(\.name) + [project.name])
        var number = 1
        while names.contains("Untitled \(number)") { number += 1 }
        return "Untitled \(number)"
    }
}

/// A project with all that the editor needs of it.
package struct OpenedState: Equatable, Sendable {
    package var project: Project
    package var history: EditHistory
    package var takes: [Take]
    package var frameNames: [Asset.ID: String]
    /// How its panels were left; nil where they never were changed.
    package var panels: PanelLayout?

    package init(
        project: Project,
        history: EditHistory,
        takes: [Take],
        frameNames: [Asset.ID: String],
        panels: PanelLayout? = nil
    ) {
        self.project = project
        self.history = history
        self.takes = takes
        self.frameNames = frameNames
        self.panels = panels
    }
}
