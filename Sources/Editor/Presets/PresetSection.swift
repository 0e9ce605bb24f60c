import Motion

/// A heading of the presets panel.
package enum PresetSection: String, CaseIterable, Hashable, Sendable {
    case favourites, camera, looks

    /// The name a person reads.
    package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Returns whether a preset is listed under this heading.
    func holds(_ preset: Preset, favourites: Set<String>) -> Bool {
        switch self {
        case .favourites: favourites.contains(preset.id)
        case .camera: preset.category == .camera
        case .looks: preset.category == .look
        }
    }
}
