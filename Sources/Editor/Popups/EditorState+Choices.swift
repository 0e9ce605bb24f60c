package import Editorial
import Generation
import Motion

extension EditorState {
    /// The lines of the open choice list; empty without one.
    package var choiceRows: [ChoiceRow] {
        guard case .choices(let list) = popup else { return [] }
        return rows(of: list.subject)
    }

    func rows(of subject: ChoiceList.Subject) -> [ChoiceRow] {
        switch subject {
        case .style:
            Style.allCases.map {
                ChoiceRow(title: $0.title, detail: "", isCurrent: $0 == draft.style)
            }
        case .aspect:
            Aspect.all.map {
                ChoiceRow(
                    title: $0.description,
                    detail: $0.size(shortSide: draft.shortSide).description,
                    isCurrent: $0 == draft.aspect
                )
            }
        case .frameRate:
            Draft.frameRates.map {
                ChoiceRow(
                    title: decimal($0.framesPerSecond),
                    detail: "\($0.frameCount(for: draft.duration)) frames",
                    isCurrent: $0 == draft.frameRate
                )
            }
        case .resolution:
            Draft.shortSides.map {
                ChoiceRow(
                    title: "\($0)p",
                    detail: draft.aspect.size(shortSide: $0).description,
                    isCurrent: $0 == draft.shortSide
                )
            }
        case .theme:
            themeRows
        case .transition:
            transitionRows
        case .template:
            ProjectTemplate.all.map {
                ChoiceRow(title: $0.title, detail: $0.detail, isCurrent: false)
            }
        case .channel:
            CameraChannel.allCases.map {
                let count = draft.camera[$0.rawValue].count
                return ChoiceRow(
                    title: $0.title,
                    detail: count > 0 ? "\(count) keys" : $0.unit,
                    isCurrent: $0 == keyframes?.channel
                )
            }
        case .easing:
            Easing.named.map {
                ChoiceRow(
                    title: $0.name,
                    detail: "",
                    isCurrent: $0.name == currentKey?.easing ?? "operator"
                )
            }
        case .tag: tagRows
        case .snippet: snippetRows
        case .batch: batchRows
        case .graphics, .newModel, .newResolution, .newFrameRate: settingRows(of: subject)
        case .model:
            modelRows
        }
    }
}

extension EditorState {
    private var transitionRows: [ChoiceRow] {
        let current = shot.cut.transition?.kind
        let cut = ChoiceRow(title: "Cut", detail: "at once", isCurrent: current == nil)
        return [cut]
            + Transition.Kind.allCases.map { kind in
                let duration = shot.cut.transition?.duration ?? Transition(kind).duration
                return ChoiceRow(
                    title: kind.title,
                    detail: decimal(duration.seconds) + " s",
                    isCurrent: kind == current
                )
            }
    }

    private var tagRows: [ChoiceRow] {
        [ChoiceRow(title: "All tags", detail: "", isCurrent: library.tag == nil)]
            + library.tags.map {
                ChoiceRow(
                    title: $0.name,
                    detail: "\($0.count)",
                    isCurrent: $0.name == library.tag
                )
            }
    }

    private func settingRows(of subject: ChoiceList.Subject) -> [ChoiceRow] {
        func row(_ title: String, _ isCurrent: Bool) -> ChoiceRow {
            ChoiceRow(title: title, detail: "", isCurrent: isCurrent)
        }
        let usual = Draft()
        return switch subject {
        case .graphics:
            settingsFacts.graphics.map { row($0, $0 == graphicsChoice ?? "auto") }
        case .newModel:
            models.models.map { row($0.title, $0.id == newShots.model ?? usual.model) }
        case .newResolution:
            Draft.shortSides.map {
                row("\($0)p", $0 == newShots.shortSide ?? usual.shortSide)
            }
        case .newFrameRate:
            Draft.frameRates.map {
                row(decimal($0.framesPerSecond), $0 == newShots.frameRate ?? usual.frameRate)
            }
        default: []
        }
    }

    /// Opens a list at the value that counts now.
    mutating func openChoices(_ subject: ChoiceList.Subject) {
        leaveField()
        let current = rows(of: subject).firstIndex(where: \.isCurrent) ?? 0
        popup = .choices(ChoiceList(subject: subject, selection: current))
    }

    /// What follows the terminal, and then every theme.
    private var themeRows: [ChoiceRow] {
        let follows = ChoiceRow(
            title: "As the terminal is",
            detail: "light or dark",
            isCurrent: themes.chosen == nil
        )
        return [follows]
            + themes.known.map {
                ChoiceRow(
                    title: $0.title,
                    detail: $0.isLight ? "light" : "dark",
                    isCurrent: $0.id == themes.chosen
                )
            }
    }

    /// Tries on what the cursor of a list is on, where that can be seen at once.
    mutating func tryChoice(_ list: ChoiceList) {
        guard list.subject == .theme else { return }
        themes.tried = themeID(at: list.selection)
    }

    func themeID(at place: Int) -> String? {
        if place == 0 { return ThemeSetting.automatic }
        return themes.known.indices.contains(place - 1) ? themes.known[place - 1].id : nil
    }

    /// Opens the list of themes at the one that is drawn with.
    mutating func openThemes() {
        leaveField()
        let current = themeRows.firstIndex(where: \.isCurrent) ?? 0
        popup = .choices(ChoiceList(subject: .theme, selection: current))
    }
}

extension Draft {
    /// The frame rates that the editor offers, in its order.
    package static let frameRates: [FrameRate] = [
        FrameRate(12), FrameRate(24000, 1001), FrameRate(24), FrameRate(25),
        FrameRate(30000, 1001), FrameRate(30), FrameRate(48), FrameRate(50), FrameRate(60),
    ]

    /// The sizes that the editor offers, as shorter sides in pixels.
    package static let shortSides = [360, 480, 540, 720, 1080, 1440, 2160]
}
