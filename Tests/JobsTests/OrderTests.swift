import DatabaseFixtures
import Testing

@testable import Jobs

struct OrderTests {
    @Test(arguments: Engine.allCases)
    func `A job is moved to the front, to the end, and before another`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(
            .fixture(1, priority: 5),
            .fixture(2),
            .fixture(3),
            .fixture(4),
            .fixture(5)
        )
        #expect(try queue.move(.fixture(4), to: .first))
        #expect(try queue.move(.fixture(2), to: .last))
        #expect(try queue.move(.fixture(5), to: .before(.fixture(3))))
        try fixture.enqueue(.fixture(6))
        #expect(try fixture.claimAll() == [4, 1, 5, 3, 2, 6].map(Job.ID.fixture))
    }

    @Test(arguments: Engine.allCases)
    func `Moving between the same two for ever keeps the order`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        for number in 1...5 { try fixture.enqueue(.fixture(number)) }
        // Each halves the room between 4 and 5 until there is none.
        for turn in 0..<70 {
            #expect(try fixture.queue.move(.fixture(1 + turn % 3), to: .before(.fixture(5))))
        }
        #expect(try fixture.claimAll() == [4, 2, 3, 1, 5].map(Job.ID.fixture))
    }

    @Test(arguments: Engine.allCases)
    func `What has begun, is of another queue or unknown is not moved`(engine: Engine) throws {
        let fixture = try QueueFixture(engine)
        let queue = fixture.queue
        try fixture.enqueue(.fixture(1), .fixture(2), .fixture(3, queue: "other"))
        _ = try fixture.claim()
        #expect(try !queue.move(.fixture(1), to: .first))
        #expect(try !queue.move(.fixture(2), to: .before(.fixture(3))))
        #expect(try !queue.move(.fixture(9), to: .last))
        #expect(try queue.move(.fixture(2), to: .first))
    }
}
