import Editorial
import Generation

extension EditorState {
    mutating func openSettings() -> [Effect] {
        leavePanels(for: .settings)
        return [.save(project, history)]
    }

    /// Every setting, in the order of the screen.
    package var settingsRows: [SettingsRow] { appearanceRows + shotRows + placeRows }

    /// The setting under the cursor.
    package var currentSetting: SettingsRow? {
        let rows = settingsRows
        return rows.indices.contains(settingsCursor) ? rows[settingsCursor] : rows.first
    }

    private var appearanceRows: [SettingsRow] {
        let theme = themes.known.first { $0.id == themes.chosen }?.title ?? "as the terminal is"
        let keys = settingsFacts.ownKeys.map { $0 == 1 ? "1 key of yours" : "\($0) keys of yours" }
        return [
            SettingsRow(
                subject: .theme,
                group: "Appearance",
                title: "Theme",
                value: theme,
                origin: settingsFacts.themeOrigin
                    ?? (themes.chosen == nil ? "usual" : "chosen here"),
                help: "The colours; each is tried on as the cursor moves over the list.",
                isOpen: true
            ),
            SettingsRow(
                subject: .motion,
                group: "Appearance",
                title: "Reduced motion",
                value: isMotionReduced ? "on" : "off",
                origin: settingsFacts.motionOrigin
                    ?? (reducesMotion == nil ? "usual" : "chosen here"),
                help: "Nothing moves on the screen that need not; films still play when asked to.",
                isOpen: settingsFacts.motionOrigin == nil
            ),
            SettingsRow(
                subject: .graphics,
                group: "Appearance",
                title: "Pictures",
                value: graphicsChoice ?? "auto",
                origin: settingsFacts.graphicsOrigin
                    ?? (graphicsChoice == nil ? "the terminal was asked" : "chosen here"),
                help: "How pictures are drawn; a choice counts from the next start on.",
                isOpen: settingsFacts.graphicsOrigin == nil
            ),
            SettingsRow(
                subject: .keymap,
                group: "Appearance",
                title: "Keys",
                value: keys ?? "the standard ones",
                origin: settingsFacts.keymapPath,
                help: "Enter lists every key; write your own in the file, which is read at once.",
                isOpen: true
            ),
        ]
    }

    private var shotRows: [SettingsRow] {
        let usual = Draft()
        let chosen = newShots
        func origin(_ isChosen: Bool) -> String { isChosen ? "chosen here" : "usual" }
        let model = chosen.model ?? usual.model
        return [
            SettingsRow(
                subject: .model,
                group: "New projects",
                title: "Model",
                value: models.models.first { $0.id == model }?.title ?? model,
                origin: origin(chosen.model != nil),
                help: "What makes the pictures of a new project’s shots.",
                isOpen: true
            ),
            SettingsRow(
                subject: .resolution,
                group: "New projects",
                title: "Size",
                value: "\(chosen.shortSide ?? usual.shortSide)p",
                origin: origin(chosen.shortSide != nil),
                help: "The shorter side of a new project’s films.",
                isOpen: true
            ),
            SettingsRow(
                subject: .frameRate,
                group: "New projects",
                title: "Frames a second",
                value: decimal((chosen.frameRate ?? usual.frameRate).framesPerSecond)
                    .replacing(".0", with: ""),
                origin: origin(chosen.frameRate != nil),
                help: "How many pictures a second of a new project’s films has.",
                isOpen: true
            ),
        ]
    }

    private var placeRows: [SettingsRow] {
        settingsFacts.places.map {
            SettingsRow(
                subject: .place($0.name),
                group: "Folders",
                title: $0.name,
                value: $0.path,
                origin: $0.origin,
                help: $0.help,
                isOpen: false
            )
        }
    }

    mutating func moveSettingsCursor(by rows: Int) {
        settingsCursor = min(max(0, settingsCursor + rows), settingsRows.count - 1)
    }

    /// Opens what the setting under the cursor is changed with.
    mutating func editSetting() -> [Effect] {
        guard let row = currentSetting else { return [] }
        switch row.subject {
        case .theme: openThemes()
        case .motion:
            reducesMotion = !isMotionReduced
            return [.remember(settings)]
        case .graphics: openChoices(.graphics)
        case .keymap: popup = .help(contexts: Keymap.Context.allCases, scroll: 0)
        case .model: openChoices(.newModel)
        case .resolution: openChoices(.newResolution)
        case .frameRate: openChoices(.newFrameRate)
        case .place:
            say("Copied the path.")
            return [.copy(row.value)]
        }
        return []
    }

    /// Gives the setting under the cursor its usual value again.
    mutating func resetSetting() -> [Effect] {
        switch currentSetting?.subject {
        case .theme: return chooseTheme(ThemeSetting.automatic)
        case .motion: reducesMotion = nil
        case .graphics: graphicsChoice = nil
        case .model: newShots.model = nil
        case .resolution: newShots.shortSide = nil
        case .frameRate: newShots.frameRate = nil
        case .keymap, .place, nil: return []
        }
        return [.remember(settings)]
    }

    /// Takes a value of one of the screen's lists.
    mutating func chooseSetting(_ place: Int, of subject: ChoiceList.Subject) -> [Effect] {
        switch subject {
        case .graphics: graphicsChoice = place == 0 ? nil : settingsFacts.graphics[place]
        case .newModel: newShots.model = models.models[place].id
        case .newResolution: newShots.shortSide = Draft.shortSides[place]
        case .newFrameRate: newShots.frameRate = Draft.frameRates[place]
        default: return []
        }
        return [.remember(settings)]
    }
}
