package import Editorial

extension Model {
    /// Returns the parts of a draft that count for nothing with this model,
    /// each with why, in one sentence.
    ///
    /// What is here is shown dim: it may be set, and comes to count again with
    /// another model. What keeps a take from being made is ``ModelFit``'s to say.
    package func dimmed(in draft: Draft) -> [ModelFit.Part: String] {
        let can = abilities
        var reasons: [ModelFit.Part: String] = [:]
        if isLocal, draft.startFrame != nil {
            reasons[.prompt] = "The shot starts from a picture, so none is painted."
            reasons[.style] = reasons[.prompt]
        }
        if !can.prompt {
            reasons[.prompt] = "\(title) works from the picture alone."
            reasons[.style] = reasons[.prompt]
        }
        if !can.negativePrompt {
            reasons[.negativePrompt] = "\(title) is not told what must not be seen."
        }
        if can.startFrame == .impossible { reasons[.startFrame] = "\(title) takes no start frame." }
        if can.endFrame == .impossible { reasons[.endFrame] = "\(title) takes no end frame." }
        if can.seedLimit == nil { reasons[.seed] = "\(title) leaves the seed to chance." }
        if product == .film, can.camera == .unheard {
            reasons[.motion] = "\(title) is not told of the camera."
        }
        return reasons
    }
}
