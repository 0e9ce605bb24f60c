import Input
import Testing

@testable import Terminal

@MainActor struct TerminalFarewellTests {
    @Test func `Answers that are still to come are not left to the shell`() throws {
        let terminal = try PseudoTerminal(CellSize(columns: 40, rows: 10))
        let device = try TerminalDevice(terminal.path)
        defer { device.close() }
        device.enterRaw()
        terminal.type("\u{1B}[0nabc\u{1B}\u{1B}[0n")
        device.dropAnswers(2, within: 30)
        terminal.type("x")
        #expect(device.read() == Array("x".utf8))
    }

    @Test func `Nothing is waited for where nothing was asked`() throws {
        let terminal = try PseudoTerminal(CellSize(columns: 40, rows: 10))
        let device = try TerminalDevice(terminal.path)
        defer { device.close() }
        device.enterRaw()
        terminal.type("x")
        device.dropAnswers(0, within: 30)
        #expect(device.read() == Array("x".utf8))
    }
}
