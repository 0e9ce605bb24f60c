import Editorial
import Input

/// Carries out an action on the state.
///
/// - Returns: What is to be done outside, in order.
package func reduce(_ state: inout EditorState, _ action: Action) -> [Effect] {
    switch action {
    case .input(.key(let chord)):
        return state.press(chord)
    case .input(.paste(let text)):
        return state.paste(text)
    case .input(.pointer), .input(.focus):
        return []
    case .pressed(let target, let event):
        return state.point(at: target, event)
    case .resized(let size):
        state.size = size
    case .laidOut(let viewport):
        state.viewport = viewport
    case .tick(let now):
        state.tick(now)
    case .takesChanged(let takes):
        state.takesChanged(takes)
    case .favouritesChanged(let favourites):
        let place = state.presetCursor
        state.favourites = favourites
        state.settlePresetCursor(near: place)
    case .startFrameImported(let asset, let shot):
        return state.takeStartFrame(asset, for: shot)
    case .noticed(let notice):
        state.say(notice)
    case .run(let command):
        return state.run(command)
    }
    return []
}

extension EditorState {
    /// Lets time pass up to a moment.
    fileprivate mutating func tick(_ now: Timestamp) {
        ids.now = now
        fadeNotice()
        let request = previewRequest
        playback.advance(to: now, count: request.frameCount, rate: request.frameRate)
    }

    fileprivate mutating func takeStartFrame(_ asset: Asset, for shot: Shot.ID) -> [Effect] {
        startFrameNames[asset.id] = asset.name
        guard let name = project[shot: shot]?.name else {
            say("“\(asset.name)” is in the library, but the shot it was for is gone.", .warning)
            return []
        }
        say("“\(asset.name)” is the start frame of “\(name)”.", .success)
        return changeDraft(of: shot) { $0.startFrame = asset.id }
    }
}
