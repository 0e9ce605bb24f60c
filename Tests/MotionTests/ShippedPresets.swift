import Editorial
import Foundation
import Motion
import Testing

/// The presets that come with the editor.
enum ShippedPresets {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Presets").path(percentEncoded: false)

    static let library = PresetLibrary.load(directory: directory).library

    static let camera = library.presets.filter { $0.category == .camera }

    /// For tests of every camera preset, whose reports then name it in one word.
    static let ids = camera.map(\.id)

    static func preset(_ id: String) throws -> Preset { try #require(library[id]) }

    static func path(_ id: String, strength: Double = 1) throws -> CameraPath {
        CameraPath([(preset: try preset(id), strength: strength)])
    }
}

extension CameraPath {
    /// How far points near the frame's corners move during the shot, at
    /// three depths: the most, as a share of the frame's width.
    var travel: Double {
        let size = PixelSize(width: 1280, height: 720)
        let framing = PlaneFraming(
            path: self,
            source: size,
            output: size,
            depth: isFlat ? nil : .full
        )
        var most = 0.0
        let moments = (0...48).map { Double($0) / 48 }.map {
            (view: framing.depthView(at: $0), lens: framing.lens(at: $0))
        }
        for (x, y) in [(160.0, 90.0), (1_120, 630)] {
            for nearness in isFlat ? [1] : [0.6, 1, 1.4] {
                let places = moments.map { moment in
                    let straight = moment.lens.map(x: x, y: y)
                    return moment.view.map(x: straight.x, y: straight.y, nearness: nearness)
                }
                most = max(most, places.map(\.x).spread, places.map(\.y).spread)
            }
        }
        return most / 1280
    }
}

extension [Double] {
    fileprivate var spread: Double { (self.max() ?? 0) - (self.min() ?? 0) }
}
