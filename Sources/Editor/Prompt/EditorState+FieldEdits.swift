import Editorial
import Generation
import Motion

extension EditorState {
    /// Opens what a field is edited with.
    mutating func edit(_ field: Field) -> [Effect] {
        focus(on: .prompt)
        if field.isAdvanced { promptPanel.showsAdvanced = true }
        promptPanel.field = field
        if let subject = ChoiceList.Subject(field: field) {
            let current = rows(of: subject).firstIndex(where: \.isCurrent) ?? 0
            popup = .choices(ChoiceList(subject: subject, selection: current))
            return []
        }
        switch field {
        case .prompt: writePrompt()
        case .duration: ask(.duration, text: decimal(draft.duration.seconds))
        case .seed: ask(.seed, text: "\(draft.seed)")
        case .avoid: ask(.avoid, text: draft.negativePrompt)
        case .reference, .startFrame, .endFrame, .sound:
            return MediaUse(field).map { openPicker($0) } ?? []
        case .motion(let place): goToPreset(ofMotion: place)
        case .advanced: return toggleAdvanced()
        case .generate: return run("take.generate")
        case .style, .aspect, .frameRate, .resolution, .model: break
        }
        return []
    }

    private mutating func goToPreset(ofMotion place: Int) {
        focus(on: .presets)
        guard draft.motions.indices.contains(place) else { return }
        clearFilter()
        reveal(draft.motions[place].preset)
    }

    /// Folds what is seldom set, or shows it.
    mutating func toggleAdvanced() -> [Effect] {
        promptPanel.showsAdvanced.toggle()
        if !promptPanel.showsAdvanced, promptPanel.field.isAdvanced {
            promptPanel.field = .advanced
        }
        return [.remember(settings)]
    }

    mutating func ask(_ subject: Question.Subject, text: String = "") {
        popup = .question(Question(subject, text: text))
    }

    /// Moves the prompt panel's cursor by rows.
    mutating func moveField(by rows: Int) {
        let fields = fields
        let place = fields.firstIndex(of: promptPanel.field) ?? 0
        promptPanel.field = fields[min(max(0, place + rows), fields.count - 1)]
        gesture = nil
    }

    /// Changes the value under the cursor in place: the next or the one before.
    mutating func nudge(by steps: Int) -> [Effect] {
        let field = promptPanel.field
        let gesture = Gesture.nudge(selectedShot, field)
        switch field {
        case .prompt, .reference, .startFrame, .endFrame, .sound, .avoid, .generate:
            return []
        case .advanced:
            return promptPanel.showsAdvanced == (steps > 0) ? [] : toggleAdvanced()
        case .duration:
            return changeDraft(as: gesture) { $0.duration = $0.duration.nudged(by: steps) }
        case .seed:
            return changeDraft(as: gesture) {
                $0.seed = $0.seed &+ UInt32(truncatingIfNeeded: steps)
            }
        case .motion(let place):
            guard draft.motions.indices.contains(place) else { return [] }
            return strengthen(draft.motions[place].preset, by: steps)
        case .style, .aspect, .frameRate, .resolution, .model:
            guard let subject = ChoiceList.Subject(field: field) else { return [] }
            return cycle(subject, by: steps, as: gesture)
        }
    }

    private mutating func cycle(
        _ subject: ChoiceList.Subject,
        by steps: Int,
        as gesture: Gesture
    ) -> [Effect] {
        let rows = rows(of: subject)
        guard !rows.isEmpty else { return [] }
        // A value that is not in the list counts as just before its first.
        let current = rows.firstIndex(where: \.isCurrent) ?? (steps > 0 ? -1 : 0)
        let place = ((current + steps) % rows.count + rows.count) % rows.count
        return choose(place, of: subject, as: gesture)
    }

    /// Gives the draft a value of a list.
    mutating func choose(
        _ place: Int,
        of subject: ChoiceList.Subject,
        as gesture: Gesture? = nil
    ) -> [Effect] {
        guard rows(of: subject).indices.contains(place) else { return [] }
        if subject == .theme { return themeID(at: place).map { chooseTheme($0) } ?? [] }
        if subject == .transition {
            return setTransition(place == 0 ? nil : Transition.Kind.allCases[place - 1])
        }
        if subject == .channel {
            openLane(CameraChannel.allCases[place])
            return []
        }
        if subject == .tag {
            return filterLibrary(byTag: place == 0 ? nil : library.tags[place - 1].name)
        }
        if [.graphics, .newModel, .newResolution, .newFrameRate].contains(subject) {
            return chooseSetting(place, of: subject)
        }
        if subject == .snippet { return insertSnippet(at: place) }
        if subject == .batch { return generateBatch(at: place) }
        if subject == .template { return createProject(ProjectTemplate.all[place]) }
        if subject == .easing { return setEasing(Easing.named[place].name) }
        return changeDraft(as: gesture) { [models] in
            switch subject {
            case .style: $0.style = Style.allCases[place]
            case .aspect: $0.aspect = Aspect.all[place]
            case .frameRate: $0.frameRate = Draft.frameRates[place]
            case .resolution: $0.shortSide = Draft.shortSides[place]
            case .model: $0.model = models.models[place].id
            case .theme, .transition, .channel, .easing, .template, .tag, .graphics, .newModel,
                .newResolution, .newFrameRate, .snippet, .batch:
                break
            }
        }
    }

    /// Takes away what is under the cursor: a preset of the motion, a medium, or
    /// what must not be seen.
    mutating func clearField() -> [Effect] {
        switch promptPanel.field {
        case .motion(let place): removeMotion(at: place)
        case .avoid: changeDraft { $0.negativePrompt = "" }
        default: MediaUse(promptPanel.field).map { clear($0) } ?? []
        }
    }

    /// Why `clearField` has nothing to do; nil when it has.
    var clearReason: String? {
        switch promptPanel.field {
        case .motion: draft.motions.isEmpty ? "This shot has no motion yet." : nil
        case .avoid: draft.negativePrompt.isEmpty ? "Nothing is to be avoided yet." : nil
        case .reference, .startFrame, .endFrame, .sound:
            MediaUse(promptPanel.field).flatMap { clearReason($0) }
        default: "Go to a preset of the motion, a frame, the sound or what to avoid, to remove it."
        }
    }
}

extension RationalTime {
    /// Returns the duration that many half seconds away, within what a take may have.
    fileprivate func nudged(by halves: Int) -> RationalTime {
        let limits = Draft.durations
        guard limits.contains(self) else {
            return self < limits.lowerBound ? limits.lowerBound : limits.upperBound
        }
        return min(max(self + RationalTime(halves, 2), limits.lowerBound), limits.upperBound)
    }
}
