package import Editorial
import Foundation

/// What a step's job carries: the take it belongs to.
package struct StepPayload: Codable, Hashable, Sendable {
    package let take: Take.ID

    package init(take: Take.ID) { self.take = take }

    init?(_ payload: String) {
        // A payload that does not decode is told apart by the worker, in words.
        guard let read = try? JSONDecoder().decode(StepPayload.self, from: Data(payload.utf8))
        else { return nil }
        self = read
    }
}
