package import Motion

/// A row of the presets panel.
package enum PresetRow: Hashable, Sendable, Identifiable {
    case header(PresetHeader)
    case preset(PresetItem)

    /// What a row stays the same by, while others come and go around it.
    package enum ID: Hashable, Sendable {
        case header(PresetSection)
        case preset(String, PresetSection)
    }

    package var id: ID {
        switch self {
        case .header(let header): .header(header.section)
        case .preset(let item): .preset(item.preset.id, item.section)
        }
    }

    /// The section it stands in.
    package var section: PresetSection {
        switch self {
        case .header(let header): header.section
        case .preset(let item): item.section
        }
    }

    /// What it shows, when it is no heading.
    package var item: PresetItem? {
        if case .preset(let item) = self { item } else { nil }
    }
}

/// The heading of a section.
package struct PresetHeader: Hashable, Sendable {
    package let section: PresetSection
    /// How many presets are under it, or match the filter.
    package let count: Int
    package let isCollapsed: Bool
}

/// A preset as a row shows it.
package struct PresetItem: Hashable, Sendable {
    package let preset: Preset
    package let section: PresetSection
    /// The characters of its name that match the filter, as offsets.
    package let highlights: [Int]
    package let isFavourite: Bool
    /// Whether it is part of the shot's motion.
    package let isChosen: Bool
    /// 0…1: as it stands in the shot's motion, or as it would be picked.
    package let strength: Double
    /// How well it matches the filter; more is better.
    let score: Int
}
