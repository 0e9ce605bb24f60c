package import Editorial

/// A take as a person asks for it: what is decided before there is work.
package struct TakeOrder: Hashable, Sendable {
    /// The take's own from now on; asking again under it changes nothing.
    package var take: Take.ID
    package var shot: Shot.ID
    /// The shot as it stands at this moment.
    package var draft: Draft
    /// The one that the draft names, which decides what is made here and what elsewhere.
    package var model: Model

    package init(take: Take.ID, shot: Shot.ID, draft: Draft, model: Model) {
        self.take = take
        self.shot = shot
        self.draft = draft
        self.model = model
    }
}
