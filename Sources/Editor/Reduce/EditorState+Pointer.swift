import Editorial
import Input

extension EditorState {
    /// Carries out a pointer event over a target.
    ///
    /// A click does what the target is for; the wheel moves the cursor of the
    /// list under it; a drag along the scrubber scrubs.
    mutating func point(at target: HitTarget, _ event: PointerEvent) -> [Effect] {
        switch event.kind {
        case .press where event.button == .left:
            return popup == nil ? click(target) : clickOverPopup(target)
        case .drag where event.button == .left && popup == nil:
            if case .scrubber(let columns, let column) = target {
                scrub(column: column, columns: columns)
            }
        case .wheelUp:
            turnWheel(over: target, by: -1)
        case .wheelDown:
            turnWheel(over: target, by: 1)
        case .press, .drag, .release, .move:
            break
        }
        return []
    }

    private mutating func click(_ target: HitTarget) -> [Effect] {
        if let panel = target.panel, target != .generateButton { focus(on: panel) }
        switch target {
        case .panel, .popup, .popupRow: break
        case .presetRow(let place):
            if presetRows.indices.contains(place) { selectPresetRow(place) }
        case .category(let section): toggle(section)
        case .filter: openFilter()
        case .field(let field):
            if fields.contains(field) { return edit(field) }
        case .shot(let id): if id != selectedShot { select(id) }
        case .take(let id): moveTakeCursor(to: id)
        case .step(let id, _):
            moveTakeCursor(to: id)
            return run("take.details")
        case .scrubber(let columns, let column): scrub(column: column, columns: columns)
        case .generateButton: return run("take.generate")
        }
        return []
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

    private mutating func turnWheel(over target: HitTarget, by rows: Int) {
        if popup != nil {
            moveList(by: rows)
            return
        }
        guard let panel = target.panel, typing == nil else { return }
        switch panel {
        case .preview:
            stepFrames(by: rows)
        case .presets, .prompt, .timeline:
            focus(on: panel)
            moveList(by: rows)
        }
    }
}

extension HitTarget {
    /// The panel it lies in; nil in a popup.
    fileprivate var panel: Panel? {
        switch self {
        case .panel(let panel): panel
        case .presetRow, .category, .filter: .presets
        case .field, .generateButton: .prompt
        case .shot, .take, .step: .timeline
        case .scrubber: .preview
        case .popupRow, .popup: nil
        }
    }
}
