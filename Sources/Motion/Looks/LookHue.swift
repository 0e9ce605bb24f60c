/// Turns of the hue circle in degrees, at six of its colours.
package struct LookHue: LookStage {
    package var red = 0.0
    package var yellow = 0.0
    package var green = 0.0
    package var cyan = 0.0
    package var blue = 0.0
    package var magenta = 0.0

    package init() {}

    package static let fields = [
        LookField<LookHue>("red", \.red, -180...180, scaled: true),
        LookField<LookHue>("yellow", \.yellow, -180...180, scaled: true),
        LookField<LookHue>("green", \.green, -180...180, scaled: true),
        LookField<LookHue>("cyan", \.cyan, -180...180, scaled: true),
        LookField<LookHue>("blue", \.blue, -180...180, scaled: true),
        LookField<LookHue>("magenta", \.magenta, -180...180, scaled: true),
    ]
}
