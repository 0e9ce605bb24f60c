import Editorial
import Motion

extension EditorState {
    /// Has a film's camera followed; what comes of it is a preset and the shot's move.
    mutating func followCamera(of asset: Asset, for shot: Shot.ID) -> [Effect] {
        if let following {
            say("The camera of “\(following.clip)” is being followed; wait until it is done.")
            return []
        }
        let clip = asset.name
        var stem = Substring(clip)
        if let dot = clip.lastIndex(of: "."), dot > clip.startIndex { stem = clip[..<dot] }
        let name = unusedPresetName("Like \(stem.prefix(40))")
        let preset = Preset.id(for: name)
        following = CameraFollow(asset: asset.id, clip: clip, preset: preset, shot: shot)
        say("Following the camera of “\(clip)”; a preset comes of it, made here.")
        return [.followCamera(asset.id, preset: preset, named: name)]
    }

    private func unusedPresetName(_ name: String) -> String {
        var number = 1
        while true {
            let tried = number == 1 ? name : "\(name) \(number)"
            if presets[Preset.id(for: tried)] == nil { return tried }
            number += 1
        }
    }

    mutating func stopFollowing() -> [Effect] {
        guard let stopped = following else { return [] }
        following = nil
        say("The camera of “\(stopped.clip)” is not followed any more.")
        return [.stopFollowing(preset: stopped.preset)]
    }

    /// Hears how far it is, and at its end takes the preset into the shot.
    mutating func heard(_ progress: CameraFollow.Progress, ofPreset preset: String) -> [Effect] {
        guard let follow = following, follow.preset == preset else { return [] }
        switch progress {
        case .running(let share):
            following?.share = share
            return []
        case .failed(let message):
            following = nil
            say("The camera of “\(follow.clip)” cannot be followed: \(message)", .failure)
            return []
        case .done:
            following = nil
            return take(follow)
        }
    }

    private mutating func take(_ follow: CameraFollow) -> [Effect] {
        let name = presets[follow.preset]?.name ?? follow.preset
        guard let shot = project[shot: follow.shot] else {
            say("“\(name)” is one of your presets; the shot it was for is gone.", .warning)
            return []
        }
        let moves = shot.draft.motions.count { presets[$0.preset]?.category != .look }
        guard moves < Draft.motionLimit else {
            say("“\(name)” is one of your presets; take out a move of “\(shot.name)” first.")
            return []
        }
        noteUse(of: follow.preset)
        say("“\(shot.name)” moves as “\(follow.clip)” does.", .success)
        return changeDraft(of: follow.shot) {
            $0.motions.append(MotionChoice(preset: follow.preset, strength: 1))
        }
    }
}
