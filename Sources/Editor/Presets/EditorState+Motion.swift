import Editorial
import Motion

extension EditorState {
    /// Takes a preset into the shot's motion, or out of it.
    mutating func toggleMotion(_ preset: String) -> [Effect] {
        let name = presets[preset]?.name ?? preset
        if let place = draft.motions.firstIndex(where: { $0.preset == preset }) {
            return removeMotion(at: place)
        }
        let category = presets[preset]?.category ?? .camera
        guard motions(of: category).count < Draft.motionLimit else {
            let kind = category == .look ? "looks" : "moves"
            say("A shot mixes up to three \(kind); remove one before you add \(name).", .warning)
            return []
        }
        let choice = MotionChoice(preset: preset, strength: presetList.strength(of: preset))
        noteUse(of: preset)
        auditioned = nil
        playback.content = .shot
        let effects = changeDraft { $0.motions.append(choice) }
        restartPlayback()
        return effects
    }

    /// The shot's presets of one kind; one that is not known counts as a move.
    func motions(of category: PresetCategory) -> [MotionChoice] {
        draft.motions.filter { (presets[$0.preset]?.category ?? .camera) == category }
    }

    /// Takes a preset out of the shot's motion; its strength is remembered.
    mutating func removeMotion(at place: Int) -> [Effect] {
        guard draft.motions.indices.contains(place) else { return [] }
        let choice = draft.motions[place]
        presetList.strengths[choice.preset] = choice.strength
        let effects = changeDraft { $0.motions.remove(at: place) }
        if draft.motions.isEmpty, auditioned == nil, playback.content == .shot {
            playback.pause()
            playback.seek(.first)
        }
        return effects
    }

    /// Makes a preset stronger or weaker by twentieths: in the shot's motion
    /// when it is there, else for when it is picked.
    mutating func strengthen(_ preset: String, by twentieths: Int) -> [Effect] {
        guard let place = draft.motions.firstIndex(where: { $0.preset == preset }) else {
            let strength = presetList.strength(of: preset)
            presetList.strengths[preset] = strength.moved(by: twentieths)
            return []
        }
        return changeDraft(as: .strength(selectedShot, preset: preset)) {
            $0.motions[place].strength = $0.motions[place].strength.moved(by: twentieths)
        }
    }

    /// Stars a preset or takes its star away.
    mutating func toggleFavourite(_ preset: String) -> [Effect] {
        let place = presetCursor
        let isFavourite = favourites.insert(preset).inserted
        if !isFavourite { favourites.remove(preset) }
        settlePresetCursor(near: place)
        return [.setFavourite(preset, isFavourite)]
    }
}

extension Double {
    /// Returns the strength that many steps of 0.05 away, within 0…1.
    fileprivate func moved(by twentieths: Int) -> Double {
        guard isFinite else { return MotionChoice.defaultStrength }
        return min(1, max(0, ((self * 20).rounded() + Double(twentieths)) / 20))
    }
}
