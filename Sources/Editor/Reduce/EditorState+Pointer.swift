import Editorial
import Input
import Motion

extension EditorState {
    /// Carries out a pointer event over a target.
    ///
    /// A press does what the target is for, a second one in the same place what
    /// enter is for, the right button opens a menu. A drag moves what was
    /// pressed, wherever it leads; the wheel moves the cursor of the list under it.
    mutating func point(at target: HitTarget, _ event: PointerEvent) -> [Effect] {
        switch event.kind {
        case .press: return press(target, event)
        case .drag:
            drag(to: event.position)
            return []
        case .release:
            defer { grab = nil }
            if case .splitter? = grab { return rememberPanels }
            return []
        case .wheelUp, .wheelDown:
            return turnWheel(over: target, by: event.kind == .wheelUp ? -1 : 1)
        case .move:
            hovered = target
            if target == .picture { moveProbe(to: event.position) }
            return []
        }
    }

    private mutating func press(_ target: HitTarget, _ event: PointerEvent) -> [Effect] {
        pending = PendingKeys()
        grab = nil
        hovered = nil
        switch event.button {
        case .left:
            let clicks = count(of: target, event)
            if popup != nil { return clickOverPopup(target) }
            return clicks == 2 ? doubleClick(target, event) : click(target, event)
        case .right where popup == nil:
            guard screen == .editor, let panel = target.panel else { return [] }
            focus(on: panel)
            _ = point(to: target)
            openMenu(at: event.position)
            return []
        case .middle, .right, .none: return []
        }
    }

    /// Returns which press of a double one this is: 1 or 2.
    private mutating func count(of target: HitTarget, _ event: PointerEvent) -> Int {
        var count = 1
        if let last = lastClick, last.target == target, last.position == event.position,
            now.milliseconds - last.time.milliseconds <= LastClick.patience, last.count == 1
        {
            count = 2
        }
        lastClick = LastClick(target: target, position: event.position, time: now, count: count)
        return count
    }

    private mutating func click(_ target: HitTarget, _ event: PointerEvent) -> [Effect] {
        if screen == .editor, let panel = target.panel, target != .generateButton,
            !keepsMode(target)
        {
            focus(on: panel)
        }
        if let effects = pointOnScreen(to: target) { return effects }
        if point(to: target) { return [] }
        switch target {
        case .splitter(let splitter): grab = .splitter(splitter)
        case .category(let section): toggle(section)
        case .filter: openFilter()
        case .field(let field): if fields.contains(field) { return edit(field) }
        case .promptText(let row, let firstColumn):
            let origin = CellPoint(column: firstColumn, row: event.position.row - row)
            writePrompt()
            grab = .promptText(origin: origin)
            moveCursor(to: event.position, origin: origin, selecting: false)
        case .step: return run("take.details")
        case .scrubber(let columns, let column):
            grab = .scrubber(firstColumn: event.position.column - column, columns: columns)
            scrub(column: column, columns: columns)
        case .lanes(let columns, let column):
            grab = .lanes(firstColumn: event.position.column - column, columns: columns)
            scrubLanes(column: column, columns: columns)
        case .generateButton: return run("take.generate")
        case .picture where camera == nil && probe != nil: moveProbe(to: event.position)
        case .picture where camera == nil && comparison?.mode == .wipe:
            grab = .wipe(from: event.position.column)
        case .picture: if camera != nil { grab = .camera(from: event.position, event.modifiers) }
        default: break
        }
        return []
    }

    /// Puts the probe, where there is one, under the pointer.
    private mutating func moveProbe(to point: CellPoint) {
        guard probe != nil, let picture = viewport.picture, picture.contains(point) else { return }
        probe = PictureProbe(
            x: (Double(point.column - picture.column) + 0.5) / Double(picture.columns),
            y: (Double(point.row - picture.row) + 0.5) / Double(picture.rows)
        )
    }

    /// Whether a press there goes on with the camera or the keys that are open.
    private func keepsMode(_ target: HitTarget) -> Bool {
        guard camera != nil || keyframes != nil else { return false }
        switch target {
        case .scrubber, .lanes, .picture, .panel(.timeline), .panel(.preview): return true
        default: return false
        }
    }

    /// Puts the cursor on what is under the pointer.
    ///
    /// - Returns: Whether that is all that a press there does.
    private mutating func point(to target: HitTarget) -> Bool {
        switch target {
        case .presetRow(let place):
            if presetRows.indices.contains(place) { selectPresetRow(place) }
        case .shot(let id):
            if id != selectedShot {
                rememberPlace()
                select(id)
            }
        case .take(let id): moveTakeCursor(to: id)
        case .step(let id, _):
            moveTakeCursor(to: id)
            return false
        default: return false
        }
        return true
    }

    private mutating func doubleClick(_ target: HitTarget, _ event: PointerEvent) -> [Effect] {
        if screen != .editor {
            switch target {
            case .project: return run("project.open")
            case .libraryRow: return run("library.use")
            case .job: return run("queue.show")
            default: return click(target, event)
            }
        }
        switch target {
        case .presetRow: return run("preset.toggle")
        case .take: return run("take.details")
        case .shot: return run("shot.rename")
        case .panel: return run("panel.zoom")
        case .picture where camera == nil: return run("playback.toggle")
        case .splitter(let splitter):
            panelSizes[splitter] = nil
            return rememberPanels
        case .promptText:
            return editText { $0.select($0.word(at: $0.cursor)) }
        default: return click(target, event)
        }
    }

    private mutating func drag(to point: CellPoint) {
        switch grab {
        case .splitter(let splitter): drag(splitter, to: point)
        case .scrubber(let first, let columns):
            scrub(column: point.column - first, columns: columns)
        case .lanes(let first, let columns):
            scrubLanes(column: point.column - first, columns: columns)
        case .promptText(let origin): moveCursor(to: point, origin: origin, selecting: true)
        case .wipe(let last):
            moveWipe(byHundredths: point.column - last)
            grab = .wipe(from: point.column)
        case .camera(let last, let modifiers): turnCamera(from: last, to: point, modifiers)
        case nil: break
        }
    }

    /// Follows a drag: orbit, with shift the way sideways and up, with control the look.
    private mutating func turnCamera(
        from last: CellPoint,
        to point: CellPoint,
        _ modifiers: KeyModifiers
    ) {
        let across = Double(point.column - last.column)
        // A cell is about twice as high as it is wide.
        let up = Double(last.row - point.row) * 2
        let channels: (CameraChannel, CameraChannel) =
            if modifiers.contains(.shift) {
                (.truck, .pedestal)
            } else if modifiers.contains(.control) {
                (.pan, .tilt)
            } else {
                (.azimuth, .elevation)
            }
        if across != 0 { moveCamera(channels.0, by: -across / 2) }
        if up != 0 { moveCamera(channels.1, by: -up / 2) }
        grab = .camera(from: point, modifiers)
    }

    private mutating func moveCursor(to point: CellPoint, origin: CellPoint, selecting: Bool) {
        let place = CellPoint(column: point.column - origin.column, row: point.row - origin.row)
        var field = promptField
        field.move(to: promptLayout.cursor(at: place), selecting: selecting)
        promptPanel.cursor = field.cursor
        promptPanel.anchor = field.anchor
        promptPanel.goalColumn = nil
        gesture = nil
    }

    /// A click beside a popup closes it, and does nothing else.
    private mutating func clickOverPopup(_ target: HitTarget) -> [Effect] {
        switch target {
        case .popup: return []
        case .popupRow(let row): return acceptRow(row)
        default:
            close()
            return []
        }
    }

    private mutating func turnWheel(over target: HitTarget, by rows: Int) -> [Effect] {
        if popup != nil || screen != .editor { return moveList(by: rows) }
        guard let panel = target.panel, typing == nil else { return [] }
        switch panel {
        case .preview where camera != nil:
            moveCamera(.dolly, by: Double(-rows))
        case .preview:
            stepFrames(by: rows)
        case .presets, .prompt, .timeline:
            focus(on: panel)
            moveList(by: rows)
        }
        return []
    }

    /// Goes to what is under the pointer on a screen beside the panels; nil for
    /// anything else.
    private mutating func pointOnScreen(to target: HitTarget) -> [Effect]? {
        switch target {
        case .libraryRow(let place): return selectLibraryRow(place)
        case .job(let id): return selectJob(id)
        case .setting(let place):
            guard settingsCursor == place else {
                settingsCursor = min(max(0, place), settingsRows.count - 1)
                return []
            }
            return run("settings.edit")
        case .accountRow(let place):
            accountBrowser.cursor = min(max(0, place), max(0, accountBrowser.rows.count - 1))
            return []
        case .teamRow(let place):
            team.cursor = min(max(0, place), max(0, (team.page?.members.count ?? 1) - 1))
            return []
        case .screenTab(let screen): return show(screen)
        case .project(let id):
            selectProject(id)
            return []
        // What lies on the panels cannot be pressed while they are not there.
        default: return screen == .editor ? nil : []
        }
    }
}

extension HitTarget {
    /// The panel it lies in; nil in a popup, on an edge and outside.
    fileprivate var panel: Panel? {
        switch self {
        case .panel(let panel): panel
        case .presetRow, .category, .filter: .presets
        case .field, .generateButton, .promptText: .prompt
        case .shot, .take, .step, .lanes: .timeline
        case .scrubber, .picture: .preview
        case .popupRow, .popup, .splitter, .screen, .project, .libraryRow, .job, .setting,
            .accountRow, .teamRow, .screenTab:
            nil
        }
    }
}
