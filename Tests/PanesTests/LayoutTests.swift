import Editor
import Input
import Panes
import Testing

struct TrackTests {
    @Test(arguments: [
        (100, [Track.fixed(30), Track(), .fixed(36)], [0..<30, 30..<64, 64..<100]),
        (10, [Track(), Track(), Track()], [0..<3, 3..<7, 7..<10]),
        (40, [Track(least: 10, most: 12), Track(least: 5, weight: 2)], [0..<12, 12..<40]),
        (20, [Track(least: 15), Track(least: 15)], [0..<15, 15..<20]),
        (0, [Track(), Track()], [0..<0, 0..<0]),
        (9, [Track(weight: 1), Track(weight: 2)], [0..<3, 3..<9]),
    ])
    func `An extent is shared by least, most and weight`(
        extent: Int,
        tracks: [Track],
        parts: [Range<Int>]
    ) {
        #expect(Track.share(extent, among: tracks) == parts)
    }

    @Test func `Parts with a gap between them fill the extent`() {
        #expect(Track.share(11, among: [Track(), Track()], gap: 1) == [0..<5, 6..<11])
    }

    @Test func `However little there is, parts follow one another and end within it`() {
        let kinds = [Track(), .fixed(7), Track(least: 3, most: 5), Track(least: 2, weight: 3)]
        for extent in -2...40 {
            for first in kinds {
                for second in kinds {
                    for third in kinds {
                        let parts = Track.share(extent, among: [first, second, third], gap: 2)
                        #expect(parts.allSatisfy { $0.upperBound <= max(0, extent) })
                        #expect(
                            zip(parts, parts.dropFirst()).allSatisfy {
                                $0.upperBound <= $1.lowerBound
                            }
                        )
                    }
                }
            }
        }
    }

    @Test func `A breakpoint counts from its extent on`() {
        let points = Breakpoints("tabs", [60: "drawer", 100: "normal"])
        #expect(
            [0, 59, 60, 99, 100, 500].map { points[$0] } == [
                "tabs", "tabs", "drawer", "drawer", "normal", "normal",
            ]
        )
    }
}

struct LayoutTests {
    @Test(arguments: Screens.sizes + [CellSize(columns: 500, rows: 200)])
    func `Whatever sizes are wanted, every panel keeps what it needs`(size: CellSize) {
        for wanted in [1, 30, 80, 1000] {
            let sizes = PanelSizes(presets: wanted, prompt: wanted, timeline: wanted)
            let layout = Layout(size: size, focus: .prompt, sizes: sizes)
            let screen = CellRect(column: 0, row: 0, columns: size.columns, rows: size.rows)
            let panels = Panel.allCases.compactMap { layout[$0] }
            for panel in panels { #expect(panel.intersection(screen) == panel) }
            for (place, one) in panels.enumerated() {
                for other in panels.dropFirst(place + 1) {
                    #expect(one.intersection(other).isEmpty, "\(one) lies over \(other)")
                }
            }
            if let preview = layout[.preview], panels.count > 1 {
                #expect(preview.columns >= 20 && preview.rows >= 10, "\(preview) at \(size)")
            }
        }
    }

    @Test func `A wanted size is given where there is room, and told as it came out`() {
        let size = CellSize(columns: 168, rows: 46)
        let sizes = PanelSizes(presets: 50, prompt: 40, timeline: 15)
        let layout = Layout(size: size, focus: .presets, sizes: sizes)
        #expect(layout.sizes == sizes)
        #expect(layout[.preview]?.columns == 168 - 50 - 40 - 2)
        let huge = Layout(size: size, focus: .presets, sizes: PanelSizes(presets: 900))
        #expect(huge.sizes.presets == 80)
        #expect(huge[.prompt]?.columns == 36)
    }

    @Test func `Every edge can be found with the pointer`() {
        let layout = Layout(size: CellSize(columns: 168, rows: 46), focus: .presets)
        #expect(Set(layout.edges.map(\.splitter)) == Set(Splitter.allCases))
        let regions = draw(.fixture()).regions
        for edge in layout.edges {
            #expect(regions.contains { $0.target == .splitter(edge.splitter) })
        }
    }
}
