package import Editorial
package import Media
package import Rendering

/// What a person asks of an export; nil leaves it to the film or the preset.
package struct ExportRequest: Hashable, Sendable {
    package var container: FilmContainer
    package var codec: FilmCodec
    package var size: PixelSize?
    package var longestSide: Int?
    package var fit = FrameFit.crop
    package var rate: FrameRate?
    package var fastest: FrameRate?
    package var rateMethod = FrameRateMethod.duplicate
    package var start = RationalTime.zero
    package var length: RationalTime?
    package var quality: Int?
    package var speed: String
    package var isDeep: Bool
    package var prefersHardware = false
    package var dither = GIFDither.diffused
    package var sound = SoundEdit()

    package init(_ preset: ExportPreset) {
        container = preset.container
        codec = preset.codec
        size = preset.size
        longestSide = preset.longestSide
        fastest = preset.fastest
        quality = preset.quality
        speed = preset.speed
        isDeep = preset.isDeep
        sound.loudness = preset.loudness
    }
}
