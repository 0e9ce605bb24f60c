import Terminal

extension Colour {
    /// Returns the colour a share of the way to another, mixed as displayed.
    func mixed(with other: Colour, _ share: Double) -> Colour {
        let part = Int((min(1, max(0, share)) * 255).rounded())
        func mix(_ from: UInt8, _ to: UInt8) -> UInt32 {
            UInt32((Int(from) * (255 - part) + Int(to) * part + 127) / 255)
        }
        return Colour(
            mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue)
        )
    }
}
