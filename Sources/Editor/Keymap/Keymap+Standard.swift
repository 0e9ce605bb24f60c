extension Keymap {
    package static let standard = Keymap([])
}
