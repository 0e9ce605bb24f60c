import Editorial
import Foundation
import Input
import Testing

@testable import Editor

/// Whatever is done, undoing all of it is the beginning, and redoing it the end.
struct UndoPropertyTests {
    private static let isLong = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
    private static let commands = isLong ? 10_000 : 300

    @Test(arguments: 1...(isLong ? 8 : 4))
    func `Random commands undone completely give the first state byte for byte`(
        seed: Int
    ) throws {
        var random = IdentifierSource(seed: UInt64(seed), now: Timestamp(milliseconds: 1))
        var state = EditorState.fixture(shots: 3)
        state.keys("esc")
        let first = try bytes(state.project)
        let ids = Command.all.map(\.id).filter { !Self.isAway($0) }
        for step in 0..<Self.commands {
            act(step, ids, &random, &state)
        }
        let last = try bytes(state.project)
        while state.history.canRedo { _ = state.redo() }
        let end = try bytes(state.project)
        while state.history.canUndo { _ = state.undo() }
        #expect(try bytes(state.project) == first)
        while state.history.canRedo { _ = state.redo() }
        // Commands may have undone some and left them so.
        #expect(try bytes(state.project) == end)
        #expect(!last.isEmpty)
    }

    /// Those that leave the project, or play back what was recorded.
    private static func isAway(_ id: Command.ID) -> Bool {
        ["project.", "macro.", "program."].contains { id.name.hasPrefix($0) }
            && id.name != "project.rename"
    }

    private func act(
        _ step: Int,
        _ ids: [Command.ID],
        _ random: inout IdentifierSource,
        _ state: inout EditorState
    ) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: _ = reduce(&state, .entered("rename shot \(step)"))
        case 1: _ = reduce(&state, .entered("seed \(step)"))
        case 2: _ = reduce(&state, .entered("goto \(step % 100)"))
        case 3:
            _ = reduce(&state, .run("prompt.write"))
            state.write("a boat \(step) ")
            state.keys("esc")
        case 4:
            let names = ["dissolve", "fade 1", "wipe", "push 0.5", "cut"]
            _ = reduce(&state, .entered("transition \(names[step % names.count])"))
        default:
            if let id = ids.randomElement(using: &random) { _ = reduce(&state, .run(id)) }
            if state.popup != nil { state.keys(step % 2 == 0 ? "enter" : "esc") }
            state.popup = nil
            if state.screen != .editor { _ = reduce(&state, .run("screen.editor")) }
        }
    }

    private func bytes(_ project: Project) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(project)
    }
}
