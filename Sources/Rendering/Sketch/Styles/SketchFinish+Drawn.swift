import CRenderKernels
import Editorial

// Styles that are one pass over the developed picture.
extension SketchFinish {
    /// Anime, noir, watercolour, synthwave: colour, tone and light.
    func tint(_ target: SketchTarget) {
        var plate = plate()
        switch style {
        case .anime:
            plate.lines = lines(plate.lights, tone: 0.55)
            paint(plate, target) { sketch_anime($0, $1, $2) }
        case .noir:
            plate.glow = halation(from: 0.6, sigma: 14)
            let behindBlinds: Set<SketchSetting> = [.room, .hall, .street, .city]
            let blinds: Float = behindBlinds.contains(scene.reading.setting) ? 1 : 0
            paint(plate, target) { sketch_noir($0, blinds, $1, $2) }
        case .watercolour:
            plate.lines = soft(plate.lights, sigma: 1.6)
            paint(plate, target) { sketch_watercolour($0, $1, $2) }
        default:
            plate.glow = halation(from: 0.55, sigma: 12)
            let disc: Float = scene.reading.setting.isClosed ? 0 : 1
            paint(plate, target) { sketch_synthwave($0, disc, $1, $2) }
        }
    }

    /// Ink, pencil, blueprint: lines on paper.
    func draw(_ target: SketchTarget) {
        var plate = plate()
        plate.lines = lines(plate.lights, tone: style == .pencil ? 0.8 : style == .ink ? 1 : 0.75)
        switch style {
        case .ink: paint(plate, target) { sketch_ink($0, $1, $2) }
        case .pencil: paint(plate, target) { sketch_pencil($0, $1, $2) }
        default: paint(plate, target) { sketch_blueprint($0, $1, $2) }
        }
    }
}
