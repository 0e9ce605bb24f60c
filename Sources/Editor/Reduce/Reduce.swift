import Editorial
import Input
import Motion

/// Carries out an action on the state.
///
/// - Returns: What is to be done outside, in order.
package func reduce(_ state: inout EditorState, _ action: Action) -> [Effect] {
    defer { if state.tour != nil { state.followTour() } }
    switch action {
    case .input(let event):
        let register = state.macros.recording
        defer { state.record(event, since: register) }
        return state.take(event)
    case .pressed(let target, let event):
        return state.point(at: target, event)
    case .resized(let size):
        state.size = size
    case .laidOut(let viewport):
        state.viewport = viewport
    case .tick(let now):
        state.tick(now)
    case .takesChanged(let takes):
        let effects = state.takesChanged(takes)
        return state.screen == .queue
            ? effects + [.readQueue(details: state.currentJob?.id)] : effects
    case .favouritesChanged(let favourites):
        let place = state.presetCursor
        state.favourites = favourites
        state.settlePresetCursor(near: place)
    case .presetsChanged(let presets, let own):
        state.take(presets, own: own)
    case .presetEdited(let text, let id):
        return [.keepPreset(id, text)]
    case .mediaImported(let asset, let use, let shot):
        return state.use(asset, as: use, for: shot)
    case .cameraFollowed(let preset, let progress):
        return state.heard(progress, ofPreset: preset)
    case .livePicturesChanged(let pictures):
        state.livePictures = pictures
    case .musicImported(let asset):
        return state.setMusic(asset)
    case .soundRead(let shape):
        state.musicShape = shape
    case .filmChanged(let export):
        state.take(export)
    case .noticed(let notice):
        state.say(notice)
    case .themesChanged(let themes):
        state.themes.known = themes
    case .snippetsChanged(let snippets):
        state.snippets = snippets
    case .settingsChanged(let settings):
        state.takeChoices(of: settings)
    case .keymapChanged(let keymap):
        state.keymap = keymap
        state.pending = PendingKeys()
    case .promptEdited(let text, let shot):
        return state.takePrompt(text, for: shot)
    case .projectsChanged(let items):
        state.browser.items = items
    case .libraryRead(let page, let tags):
        return state.pickerTook(page) ?? state.take(page, tags)
    case .factsRead(let facts):
        if facts.asset == state.library.current?.id { state.library.facts = facts }
        state.pickerTook(facts)
    case .assetsMarked(let ids):
        state.library.marked.formUnion(ids)
    case .importing(let running):
        state.library.running = running
        if running == nil, state.screen == .library { return state.readLibrary() }
    case .queueRead(let items, let isPaused, let details):
        return state.take(items, isPaused: isPaused, details)
    case .projectOpened(let opened):
        state.open(opened)
        return [.save(state.project, state.history)] + state.readMusic()
    case .projectChangedElsewhere(let base, let other):
        return state.meet(other, since: base)
    case .modelsChanged(let models):
        state.models = models
    case .accountChanged(let standing):
        return state.take(standing)
    case .accountRead(let page):
        state.take(page)
    case .teamRead(let page):
        state.take(page)
    case .measured(let reading):
        state.reading = reading
    case .probed(let reading):
        state.probed = reading
    case .entered(let line):
        return state.enter(line)
    case .replied(let line):
        return state.reply(line)
    case .run(let command):
        return state.run(command)
    }
    return []
}

extension EditorState {
    fileprivate mutating func take(_ event: InputEvent) -> [Effect] {
        switch event {
        case .key(let chord): return press(chord)
        case .paste(let text): return paste(text)
        case .focus(let hasFocus):
            hasWindowFocus = hasFocus
            return []
        // It comes as `pressed`, with what lies under it.
        case .pointer: return []
        }
    }

    /// Gives a shot the prompt that was written elsewhere.
    fileprivate mutating func takePrompt(_ text: String, for shot: Shot.ID) -> [Effect] {
        guard project[shot: shot] != nil else {
            say("The shot that this prompt is for is gone; it is in the clipboard.", .warning)
            clipboard = text
            return []
        }
        // Editors end a file with a line break that nobody wrote.
        var written = TextField(limit: PromptPanel.promptLimit, isMultiline: true)
        let hadRoom = written.insert(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        if !hadRoom { say("The prompt was cut at 10 000 characters.", .warning) }
        let effects = changeDraft(of: shot) { $0.prompt = written.text }
        if shot == selectedShot { promptPanel.cursor = draft.prompt.count }
        return effects
    }

    /// Lets time pass up to a moment.
    fileprivate mutating func tick(_ now: Timestamp) {
        ids.now = now
        fadeNotice()
        let request = previewRequest
        playback.advance(to: now, in: playedFrames, rate: request.frameRate)
    }
}
