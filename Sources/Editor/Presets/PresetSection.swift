import Motion

/// A heading of the presets panel.
package enum PresetSection: String, CaseIterable, Hashable, Sendable {
    case favourites, recent, camera, looks, mine

    /// The name a person reads.
    package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Whether what it lists stands under another heading as well.
    package var isSelection: Bool { self == .favourites || self == .recent }
}

extension EditorState {
    /// The heading under which a preset always stands.
    func section(of preset: Preset) -> PresetSection {
        if ownPresets.contains(preset.id) { return .mine }
        return switch preset.category {
        case .camera: .camera
        case .look: .looks
        }
    }

    /// The presets under a heading, in their order there.
    func presets(in section: PresetSection) -> [Preset] {
        switch section {
        case .favourites: presets.presets.filter { favourites.contains($0.id) }
        case .recent: presetList.recent.compactMap { presets[$0] }
        case .camera, .looks, .mine: presets.presets.filter { self.section(of: $0) == section }
        }
    }
}
