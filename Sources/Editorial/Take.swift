/// One result of generating a shot, from the asking to the film.
package struct Take: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Take>

    /// Why a take has no film, in the reader's words.
    package struct Failure: Hashable, Codable, Sendable {
        /// What happened, to which thing, and what to do now, in one sentence.
        package var message: String

        package init(message: String) { self.message = message }
    }

    package enum Status: Hashable, Sendable {
        case queued
        case running
        case completed
        case failed(Failure)
        case cancelled
        /// It cannot be known whether what was paid for went through; a person
        /// decides whether to ask again, which may pay again, or to let it go.
        case uncertain(Failure)
    }

    package var id: ID
    package var shot: Shot.ID
    /// Counted from 1 within its shot, never used again.
    package var number: Int
    /// What was asked, as it stood at that moment.
    package var draft: Draft
    package var createdAt: Timestamp
    package var steps: [TakeStep]
    /// The film, once the last step has ended.
    package var film: Asset.ID?
    /// The picture the camera moved over, once there is one.
    package var picture: Asset.ID?
    /// A small picture of the film, a while after it is done.
    package var thumbnail: Asset.ID?
    /// A small film in its stead, where it is larger than is played with ease.
    package var proxy: Asset.ID?

    package init(
        id: ID,
        shot: Shot.ID,
        number: Int,
        draft: Draft,
        createdAt: Timestamp,
        steps: [TakeStep],
        film: Asset.ID? = nil,
        picture: Asset.ID? = nil,
        thumbnail: Asset.ID? = nil,
        proxy: Asset.ID? = nil
    ) {
        self.id = id
        self.shot = shot
        self.number = number
        self.draft = draft
        self.createdAt = createdAt
        self.steps = steps
        self.film = film
        self.picture = picture
        self.thumbnail = thumbnail
        self.proxy = proxy
    }

    /// What its steps add up to.
    package var status: Status {
        for step in steps {
            if case .failed(let failure) = step.state { return .failed(failure) }
            if case .uncertain(let failure) = step.state { return .uncertain(failure) }
        }
        if steps.contains(where: { $0.state == .cancelled }) { return .cancelled }
        if steps.allSatisfy(\.isCompleted) { return .completed }
        return steps.allSatisfy({ $0.state == .pending }) ? .queued : .running
    }

    /// Why it has no film, for one that failed or is uncertain.
    package var failure: Failure? {
        switch status {
        case .failed(let failure), .uncertain(let failure): failure
        case .queued, .running, .completed, .cancelled: nil
        }
    }

    /// Whether nothing more will happen to it unless somebody asks.
    package var isSettled: Bool {
        switch status {
        case .completed, .failed, .cancelled, .uncertain: true
        case .queued, .running: false
        }
    }
}
