package import Editorial
import Motion

extension EditorState {
    /// The medium that stands for something in the selected shot, or in the film.
    package func asset(for use: MediaUse) -> Asset.ID? {
        switch use {
        case .startFrame: draft.startFrame
        case .endFrame: draft.endFrame
        case .reference: following?.asset
        case .sound: project.music?.asset
        }
    }

    /// Takes a medium for something, as an edit or as work that ends in one.
    mutating func use(_ asset: Asset, as use: MediaUse, for shot: Shot.ID) -> [Effect] {
        guard use != .sound else { return setMusic(asset) }
        frameNames[asset.id] = asset.name
        guard let name = project[shot: shot]?.name else {
            say("“\(asset.name)” is in the library, but the shot it was for is gone.", .warning)
            return []
        }
        switch use {
        case .startFrame:
            say("“\(asset.name)” is the start frame of “\(name)”.", .success)
            return changeDraft(of: shot) { $0.startFrame = asset.id }
        case .endFrame:
            say("“\(asset.name)” is the end frame of “\(name)”.", .success)
            return changeDraft(of: shot) { $0.endFrame = asset.id }
        case .reference: return followCamera(of: asset, for: shot)
        case .sound: return []
        }
    }

    /// Takes away what stands for something.
    mutating func clear(_ use: MediaUse) -> [Effect] {
        switch use {
        case .startFrame: return changeDraft { $0.startFrame = nil }
        case .endFrame: return changeDraft { $0.endFrame = nil }
        case .reference:
            if following?.shot == selectedShot { return stopFollowing() }
            guard let place = referencePlace else { return [] }
            return removeMotion(at: place)
        case .sound: return changeMusic(to: nil)
        }
    }

    /// Why there is nothing to take away; nil when there is.
    func clearReason(_ use: MediaUse) -> String? {
        switch use {
        case .startFrame: draft.startFrame == nil ? "This shot has no start frame." : nil
        case .endFrame: draft.endFrame == nil ? "This shot has no end frame." : nil
        case .reference:
            following?.shot == selectedShot || referencePlace != nil
                ? nil : "This shot moves like no film yet."
        case .sound: project.music == nil ? "The film has no sound yet." : nil
        }
    }

    /// What stands for something, in words.
    func name(for use: MediaUse) -> String? {
        switch use {
        case .startFrame: draft.startFrame.map(frameName)
        case .endFrame: draft.endFrame.map(frameName)
        case .reference:
            following.flatMap { $0.shot == selectedShot ? $0.words : nil }
                ?? referencePlace.map { presets[draft.motions[$0].preset]?.name ?? "" }
        case .sound: project.music?.name
        }
    }

    private func frameName(_ asset: Asset.ID) -> String {
        frameNames[asset] ?? String(asset.digest.prefix(8))
    }

    /// The move among the shot's that was learned from a film.
    private var referencePlace: Int? {
        draft.motions.firstIndex { presets[$0.preset]?.tags.contains("recovered") == true }
    }
}
