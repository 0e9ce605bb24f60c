import Dispatch
import Editorial
import Foundation
import Input
import Terminal

/// A film with what people say of it beside the picture.
@MainActor
final class ReviewProgram: PlayerPanel {
    private let subject: ReviewSubject
    private var session: ReviewSession
    /// The review as it was read or written last.
    private var kept: Review

    private init(_ subject: ReviewSubject, _ review: Review, author: String) {
        self.subject = subject
        kept = review
        session = ReviewSession(
            review,
            author: author,
            versions: subject.versions.map(\.name)
        )
    }

    /// Opens the film; never returns.
    nonisolated static func open(
        _ subject: ReviewSubject,
        _ review: Review,
        author: String,
        graphics: GraphicsProtocol?,
        environment: [String: String]
    ) throws {
        try MainActor.assumeIsolated {
            let terminal = try TerminalSession(
                options: TerminalOptions(graphics: graphics, environment: environment)
            )
            let program: PlayerProgram
            do {
                program = try PlayerProgram(
                    session: terminal,
                    renderer: PlayerRenderer(
                        subject.film,
                        versions: subject.versions.map(\.path),
                        capabilities: terminal.capabilities
                    ),
                    options: PlayerOptions(
                        name: subject.name.printable,
                        cells: nil,
                        hasDelay: true,
                        isLooping: false
                    ),
                    panel: ReviewProgram(subject, review, author: author)
                )
            } catch {
                terminal.close()
                throw error
            }
            program.start()
            // The program lives as long as the process: dispatchMain never returns.
            withExtendedLifetime(program) { dispatchMain() }
        }
    }

    func columns(of screen: CellSize) -> Int {
        screen.columns < 60 ? 0 : min(44, screen.columns * 2 / 5)
    }

    func take(
        _ event: InputEvent,
        at frame: FrameIndex,
        place: PicturePoint?
    ) -> PlayerPanelAnswer {
        switch event {
        case .paste(let text):
            session.paste(text)
            return .taken
        case .key(let chord):
            return answer(to: session.press(chord, at: frame.value, now: Wiring.timestamp))
        case .pointer(let pointer):
            return answer(to: session.point(pointer.kind, at: place, frame: frame.value))
        case .focus: return .passed
        }
    }

    private func answer(to answer: ReviewSession.Answer) -> PlayerPanelAnswer {
        switch answer {
        case .passed: return .passed
        case .taken: return .taken
        case .pause: return .pause
        case .goTo(let frame): return .goTo(FrameIndex(frame))
        case .save:
            do {
                let now = try subject.keeping.write(session.review, since: kept)
                kept = now
                session.take(now)
                return .taken
            } catch {
                return .quit(complaint: "\(error)")
            }
        }
    }

    func overlay(at frame: FrameIndex) -> PlayerOverlay { session.overlay(at: frame.value) }

    func draw(
        on surface: inout Surface,
        in rect: CellRect,
        frame: FrameIndex
    ) -> CellPoint? {
        ReviewPanel(session: session, rate: subject.rate, frame: frame.value)
            .draw(on: &surface, in: rect)
    }
}
