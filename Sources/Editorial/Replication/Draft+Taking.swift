extension Draft {
    /// Returns this draft with every field that changed between two others as in the second.
    func taking(_ before: Draft, to after: Draft) -> Draft {
        var result = self
        func carry<Value: Equatable>(_ field: WritableKeyPath<Draft, Value>) {
            if before[keyPath: field] != after[keyPath: field] {
                result[keyPath: field] = after[keyPath: field]
            }
        }
        carry(\.prompt)
        carry(\.negativePrompt)
        carry(\.style)
        carry(\.aspect)
        carry(\.duration)
        carry(\.frameRate)
        carry(\.shortSide)
        carry(\.seed)
        carry(\.motions)
        carry(\.camera)
        carry(\.startFrame)
        carry(\.endFrame)
        carry(\.model)
        return result
    }
}
