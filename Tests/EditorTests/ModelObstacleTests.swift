import Editorial
import Generation
import Input
import Testing

@testable import Editor

/// Models that the account service makes.
struct ModelObstacleTests {
    private let film = Model(
        id: "service/luma/ray-2",
        title: "Ray 2",
        summary: "Films a prompt.",
        product: .film,
        tariff: .free,
        abilities: ModelAbilities(camera: .phrase("luma"))
    )

    private func state(_ phase: AccountStanding.Phase? = nil) -> EditorState {
        var state = EditorState.fixture()
        _ = reduce(&state, .modelsChanged(ModelCatalogue([.sketch, film])))
        if let phase {
            let standing = AccountStanding(phase: phase, server: "kinema.example.org")
            _ = reduce(&state, .accountChanged(standing))
        }
        _ = state.choose(1, of: .model)
        return state
    }

    @Test func `Signed out, they are dim, say what to do, and nothing is generated`() {
        let state = state()
        let rows = state.rows(of: .model)
        #expect(rows.map(\.isDimmed) == [false, true])
        #expect(rows[1].detail.contains("kinema login"))
        #expect(state.draft.model == film.id)
        #expect(state.readiness.problem(of: .model)?.contains("kinema login") == true)
    }

    @Test func `A take is asked for with the model as it is known at that moment`() {
        var state = state(.synced(at: Timestamp(milliseconds: 1)))
        #expect(state.keys("ctrl-g").orders.map(\.model) == [film])
        _ = reduce(&state, .modelsChanged(ModelCatalogue([.sketch])))
        let takes = state.takes
        #expect(reduce(&state, .run("take.generate")).orders.isEmpty)
        #expect(state.takes == takes)
        #expect(state.notice?.text.contains("service/luma/ray-2") == true)
    }

    @Test func `Signed in, they are models like any other`() {
        let state = state(.synced(at: Timestamp(milliseconds: 1)))
        #expect(state.rows(of: .model).map(\.isDimmed) == [false, false])
        #expect(state.rows(of: .model)[1].detail == "free · Films a prompt.")
        #expect(state.readiness.problem(of: .model) == nil)
    }

    @Test(arguments: [AccountStanding.Phase.offline(since: "14:05"), .expired])
    func `Without an answer or a session they wait, with the reason`(
        phase: AccountStanding.Phase
    ) {
        let state = state(phase)
        #expect(state.rows(of: .model)[1].isDimmed)
        #expect(state.readiness.problem(of: .model) != nil)
    }
}
