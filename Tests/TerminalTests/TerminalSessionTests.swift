import Glibc
import Input
import Testing

@testable import Terminal

extension ScreenTests {
    @MainActor struct TerminalSessionTests {
        private let size = CellSize(columns: 40, rows: 10)
        private let terminal: PseudoTerminal
        private let session: TerminalSession
        private let log = Log()

        final class Log {
            var events: [InputEvent] = []
            var sizes: [CellSize] = []
            var graphics: [GraphicsProtocol] = []
            var repaints = 0
            var idles = 0
            var hangUps = 0
        }

        init() throws {
            let terminal = try PseudoTerminal(size)
            let session = try TerminalSession(
                options: TerminalOptions(
                    environment: ["TERM": "xterm-256color"],
                    device: terminal.path
                )
            )
            let log = log
            session.onEvent = {
                log.events.append($0); terminal.look()
            }
            session.onResize = {
                log.sizes.append($0); terminal.look()
            }
            session.onCapabilities = {
                log.graphics.append($0.graphics); terminal.look()
            }
            session.onRepaint = {
                log.repaints += 1; terminal.look()
            }
            session.onIdle = {
                log.idles += 1; terminal.look()
            }
            session.onHangUp = {
                log.hangUps += 1; terminal.look()
            }
            session.onPace = { terminal.look() }
            self.terminal = terminal
            self.session = session
        }

        private func surface(_ text: String, _ size: CellSize? = nil) -> Surface {
            var surface = Surface(size: size ?? self.size)
            surface.write(text, row: 1, column: 2, style: CellStyle())
            return surface
        }

        private func screen() -> ScreenReader {
            var screen = ScreenReader(40, 10)
            screen.read(terminal.written)
            return screen
        }

        private func start() async {
            terminal.listen()
            session.start()
            await terminal.until { [terminal] in terminal.text.hasSuffix("\u{1B}[c") }
        }

        private func present(_ surface: Surface, picture: [UInt8] = []) async {
            let idles = log.idles
            session.present(surface, cursor: nil, picture: picture)
            await terminal.until { [log] in log.idles > idles }
        }

        @Test(.timeLimit(.minutes(1)))
        func `A session takes the terminal over and gives it back`() async {
            #expect(terminal.isCooked)
            #expect(terminal.written.isEmpty)
            await start()
            #expect(terminal.text.hasPrefix(TerminalModes.enter))
            #expect(terminal.isRaw)
            session.close()
            session.close()
            await terminal.until { [terminal] in terminal.text.hasSuffix("\u{1B}[23;2t") }
            let modes = ["?1049", "?2004", "?1004", "?1002", "?1006"]
            for mode in modes {
                #expect(terminal.text.contains("\u{1B}[\(mode)h"))
                #expect(terminal.text.contains("\u{1B}[\(mode)l"))
            }
            #expect(terminal.text.contains("\u{1B}[?25h"))
            #expect(terminal.isCooked)
        }

        @Test(.timeLimit(.minutes(1)))
        func `Answers show what the terminal can do, and none is typed`() async {
            await start()
            #expect(session.capabilities.graphics == .half)
            terminal.type("\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?0u")
            terminal.type("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}[?63;1;4c")
            await terminal.until { [log] in !log.graphics.isEmpty }
            #expect(log.graphics == [.sixel])
            #expect(session.capabilities.depth == .direct)
            #expect(session.capabilities.cell == CellPixels(width: 8, height: 16))
            #expect(log.events.isEmpty)
            #expect(log.repaints == 1)

            await terminal.until { [terminal] in terminal.text.hasSuffix("\u{1B}[>1u") }
            terminal.forget()
            await present(surface("hello"))
            await terminal.until { [terminal] in
                terminal.text.hasSuffix(TerminalModes.endUpdate)
            }
            #expect(terminal.text.hasPrefix(TerminalModes.beginUpdate))
            #expect(screen().lines[1] == "  hello")
            session.close()
            await terminal.until { [terminal] in terminal.text.contains("\u{1B}[<u") }
        }

        @Test(.timeLimit(.minutes(1)))
        func `Cells and picture arrive together, the picture last`() async {
            await start()
            terminal.forget()
            let layer = PictureLayer(protocol: .half, capabilities: session.capabilities)
            let rect = CellRect(column: 10, row: 3, columns: 8, rows: 4)
            let picture = Picture.disc(8, 8)
            let bytes = layer.encode(picture, in: rect, covered: [])
            await present(surface("hello"), picture: bytes)
            await terminal.until { [terminal] in terminal.text.hasSuffix("\u{1B}8\u{1B}[5n") }
            #expect(screen().lines[1] == "  hello")
            #expect(screen().glyph(3, 10).background != nil)

            // The next frame leaves it as it is.
            await present(surface("hello there"))
            await terminal.until { [terminal] in terminal.text.contains("there") }
            #expect(screen().glyph(3, 10).background != nil)
            #expect(screen().lines[1] == "  hello there")
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `After two pictures the next waits for an answer`() async {
            await start()
            for text in ["one", "two"] {
                await terminal.until { [session] in session.mayShowPicture() }
                await present(surface("hello"), picture: Array(text.utf8))
            }
            #expect(!session.mayShowPicture())
            // The interface waits for nobody.
            await present(surface("hello there"))
            terminal.type("\u{1B}[0n")
            await terminal.until { [session] in session.mayShowPicture() }
            #expect(session.line.answers == true)
            #expect(log.events.isEmpty)
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `The cursor is hidden while a picture is drawn`() async {
            await start()
            terminal.forget()
            let cursor = CellPoint(column: 5, row: 1)
            for picture in ["one", "two"] {
                session.present(surface("hello"), cursor: cursor, picture: Array(picture.utf8))
                await terminal.until { [terminal] in
                    terminal.text.hasSuffix("\u{1B}8\u{1B}[?25h\u{1B}[5n")
                }
                #expect(terminal.text.hasPrefix("\u{1B}[?25l"))
                await terminal.until { [session] in !session.isBusy }
                terminal.forget()
            }
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `Keys, pointer and pastes are events, and Escape is one after silence`() async {
            await start()
            terminal.type("g\u{1B}[A\u{1B}[<0;3;2M\u{1B}[200~boat\u{1B}[201~\u{1B}")
            await terminal.until { [log] in log.events.count == 5 }
            let pointer = PointerEvent(
                kind: .press,
                button: .left,
                position: CellPoint(column: 2, row: 1)
            )
            #expect(
                log.events == [
                    .key("g"), .key("up"), .pointer(pointer), .paste("boat"), .key("esc"),
                ]
            )
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `A frame that is the same is not written`() async {
            await start()
            await present(surface("hello"))
            session.present(surface("hello"), cursor: nil, picture: [])
            #expect(!session.isBusy)
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `A slow terminal keeps the session busy, and holds up nobody`() async {
            session.start()
            let large = [UInt8](repeating: 0x20, count: 200_000)
            session.present(surface("hello"), cursor: nil, picture: large)
            #expect(session.isBusy)
            #expect(log.idles == 0)
            terminal.listen()
            await terminal.until { [log] in log.idles == 1 }
            #expect(!session.isBusy)
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `Another extent is told, and frames of the old one are not shown`() async {
            await start()
            await present(surface("hello"))
            let larger = CellSize(columns: 50, rows: 12)
            terminal.resize(larger)
            kill(getpid(), SIGWINCH)
            await terminal.until { [log] in !log.sizes.isEmpty }
            #expect(log.sizes == [larger])
            #expect(session.size == larger)
            #expect(log.repaints == 1)
            session.present(surface("stale"), cursor: nil, picture: [])
            #expect(!session.isBusy)
            terminal.forget()
            await present(surface("fresh", larger))
            await terminal.until { [terminal] in terminal.text.contains("fresh") }
            #expect(terminal.text.contains("\u{1B}[2J"))
            #expect(!terminal.text.contains("stale"))
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `Suspended, the terminal is the shell's; resumed, all is drawn again`() async {
            await start()
            await present(surface("hello"))
            session.suspend()
            #expect(terminal.isCooked)
            session.present(surface("unseen"), cursor: nil, picture: [])
            #expect(!session.isBusy)
            await terminal.until { [terminal] in terminal.text.hasSuffix("\u{1B}[23;2t") }
            terminal.forget()
            session.resume()
            #expect(log.repaints == 1)
            #expect(terminal.isRaw)
            await present(surface("hello"))
            await terminal.until { [terminal] in terminal.text.contains("hello") }
            #expect(terminal.text.hasPrefix(TerminalModes.enter))
            terminal.type("k")
            await terminal.until { [log] in log.events == [.key("k")] }
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `A title is set without what could end it`() async {
            await start()
            session.setTitle("boat\u{7}\u{1B}\\\u{9C}\nx")
            await terminal.until { [terminal] in
                terminal.text.contains("\u{1B}]2;boat\\ x\u{1B}\\")
            }
            session.close()
        }

        @Test(.timeLimit(.minutes(1)))
        func `A terminal that goes away is told of once`() async {
            await start()
            terminal.hangUp()
            await terminal.until { [log] in log.hangUps > 0 }
            #expect(log.hangUps == 1)
            session.close()
        }

        @Test func `What is no terminal is told of`() {
            session.close()
            #expect {
                try TerminalSession(options: TerminalOptions(environment: [:], device: "/dev/null"))
            } throws: { error in
                (error as? TerminalError)?.kind == .unusable
            }
        }
    }
}
