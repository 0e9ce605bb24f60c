/// One change of a project, as a value that inverts.
///
/// Applying an edit and then its inverse gives back the same project, which is
/// what undo rests on.
package indirect enum Edit: Hashable, Codable, Sendable {
    case renameProject(from: String, to: String)
    case renameShot(Shot.ID, from: String, to: String)
    case insertShot(Shot, at: Int)
    case removeShot(Shot, at: Int)
    case moveShot(from: Int, to: Int)
    case changeDraft(Shot.ID, from: Draft, to: Draft)
    case changeCut(Shot.ID, from: Cut, to: Cut)
    case selectTake(Shot.ID, from: Take.ID?, to: Take.ID?)
    case changeMusic(from: Music?, to: Music?)
    /// Several that a person did as one, such as a split.
    case several([Edit], title: String)

    /// The edit that takes this one back.
    package var inverse: Edit {
        switch self {
        case .renameProject(let old, let new): .renameProject(from: new, to: old)
        case .renameShot(let shot, let old, let new): .renameShot(shot, from: new, to: old)
        case .insertShot(let shot, let index): .removeShot(shot, at: index)
        case .removeShot(let shot, let index): .insertShot(shot, at: index)
        case .moveShot(let origin, let target): .moveShot(from: target, to: origin)
        case .changeDraft(let shot, let old, let new): .changeDraft(shot, from: new, to: old)
        case .changeCut(let shot, let old, let new): .changeCut(shot, from: new, to: old)
        case .selectTake(let shot, let old, let new): .selectTake(shot, from: new, to: old)
        case .changeMusic(let old, let new): .changeMusic(from: new, to: old)
        case .several(let edits, let title):
            .several(edits.reversed().map(\.inverse), title: title)
        }
    }

    /// What it did, for the history list, such as “Change the prompt”.
    package var title: String {
        switch self {
        case .renameProject: "Rename the project"
        case .renameShot: "Rename the shot"
        case .insertShot: "Add a shot"
        case .removeShot: "Remove a shot"
        case .moveShot: "Move a shot"
        case .changeDraft(_, let old, let new): Draft.changeTitle(from: old, to: new)
        case .changeCut(_, let old, let new): Cut.changeTitle(from: old, to: new)
        case .selectTake: "Select a take"
        case .changeMusic(let old, let new): Music.changeTitle(from: old, to: new)
        case .several(_, let title): title
        }
    }

    /// Returns one edit for two in a row that belong to one gesture, such as
    /// typing; nil when they are two gestures.
    package func merged(with next: Edit) -> Edit? {
        guard title == next.title else { return nil }
        switch (self, next) {
        case (.changeDraft(let shot, let old, let end), .changeDraft(let other, let start, let new))
        where shot == other && end == start:
            return .changeDraft(shot, from: old, to: new)
        case (.changeCut(let shot, let old, let end), .changeCut(let other, let start, let new))
        where shot == other && end == start:
            return .changeCut(shot, from: old, to: new)
        default: return nil
        }
    }
}

extension Music {
    /// Returns what a person did to turn one music into the other.
    static func changeTitle(from old: Music?, to new: Music?) -> String {
        switch (old, new) {
        case (nil, _): "Add the music"
        case (_, nil): "Remove the music"
        case (let old?, let new?): old.asset == new.asset ? "Mix the music" : "Change the music"
        }
    }
}

extension Cut {
    /// Returns what a person did to turn one cut into the other.
    static func changeTitle(from old: Cut, to new: Cut) -> String {
        if old.trim != new.trim { return "Trim the shot" }
        if old.transition != new.transition { return "Change the transition" }
        return "Change the markers"
    }
}

extension Draft {
    /// Returns what a person did to turn one draft into the other.
    static func changeTitle(from old: Draft, to new: Draft) -> String {
        if old.prompt != new.prompt { return "Change the prompt" }
        if old.negativePrompt != new.negativePrompt { return "Change the negative prompt" }
        if old.motions != new.motions { return "Change the motion" }
        if old.camera != new.camera { return "Move the camera" }
        if old.style != new.style { return "Change the style" }
        if old.aspect != new.aspect { return "Change the aspect" }
        if old.duration != new.duration { return "Change the duration" }
        if old.frameRate != new.frameRate { return "Change the frame rate" }
        if old.shortSide != new.shortSide { return "Change the resolution" }
        if old.seed != new.seed { return "Change the seed" }
        if old.startFrame != new.startFrame { return "Change the start frame" }
        if old.endFrame != new.endFrame { return "Change the end frame" }
        return "Change the draft"
    }
}
