import Editorial

/// How a person has the panels of a project.
package struct PanelLayout: Hashable, Sendable {
    package var sizes: PanelSizes
    /// Those out of sight; the preview is never among them.
    package var hidden: Set<Panel>

    package init(sizes: PanelSizes = PanelSizes(), hidden: Set<Panel> = []) {
        self.sizes = sizes
        self.hidden = hidden.subtracting([.preview])
    }
}

extension EditorState {
    package var panelLayout: PanelLayout {
        get { PanelLayout(sizes: panelSizes, hidden: hiddenPanels) }
        set {
            panelSizes = newValue.sizes
            hiddenPanels = newValue.hidden
            if hiddenPanels.contains(focus) { focus = .preview }
        }
    }

    /// What keeps how the panels are now, for this project and for new ones.
    var rememberPanels: [Effect] {
        [.remember(settings), .rememberPanels(project.id, panelLayout)]
    }

    /// Hides a panel, or shows it again.
    mutating func toggleHidden(_ panel: Panel) -> [Effect] {
        guard panel != .preview else {
            say("The preview stays; hide the others around it.")
            return []
        }
        if hiddenPanels.remove(panel) == nil {
            let key = "F\(panel.functionKey)"
            if focus == panel { focus(on: .preview) }
            hiddenPanels.insert(panel)
            say("\(panel.title) is hidden; \(key) shows it.")
        }
        return rememberPanels
    }

    /// Hides all but the preview, or shows all again.
    mutating func toggleOnlyPreview() -> [Effect] {
        let others = Set(Panel.allCases).subtracting([.preview])
        if hiddenPanels == others {
            hiddenPanels = []
        } else {
            focus(on: .preview)
            hiddenPanels = others
        }
        return rememberPanels
    }

    /// Gives a panel the focus wherever one is, and shows it where it was hidden.
    mutating func goToPanel(_ panel: Panel) -> [Effect] {
        close()
        screen = .editor
        let wasHidden = hiddenPanels.contains(panel)
        focus(on: panel)
        return wasHidden ? rememberPanels : []
    }
}
