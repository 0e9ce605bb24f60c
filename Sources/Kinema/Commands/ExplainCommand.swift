import ArgumentParser
import Editorial
import Foundation
import Rendering
import Terminal

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what the sketch makes of every word of a prompt.",
        discussion: """
            The first word of a kind decides. Words that are not understood are told, never dropped \
            in silence. For example:
              kinema explain "three red sailing boats at dusk, no clouds, low angle"
            """
    )

    @OptionGroup var sketch: SketchOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let explanation = SketchExplanation(sketch.prompt, style: try sketch.chosenStyle())
        if json {
            try JSONOutput.print(Answer(explanation, prompt: sketch.prompt))
        } else {
            for line in lines(of: explanation) { print(line.printable) }
        }
    }

    private func lines(of explanation: SketchExplanation) -> [String] {
        let told = explanation.words.filter { $0.use != .filler }
        let width = min(max(told.map(\.word.count).max() ?? 0, 12), 32)
        var lines = told.map { row($0.word, $0.use.title, $0.meaning, width) }
        if !explanation.choices.isEmpty {
            if !lines.isEmpty { lines.append("") }
            lines.append("Chosen, because the prompt leaves it open:")
            lines += explanation.choices.map { choice in
                row(choice.meaning, choice.use.title, choice.reason, width)
            }
        }
        let ignored = told.filter { $0.use == .ignored }.count
        if !told.isEmpty {
            let share = ignored == 0 ? "none is" : ignored == 1 ? "1 is" : "\(ignored) are"
            lines += ["", "\(told.count) words name something; \(share) ignored."]
        }
        return lines
    }

    private func row(_ word: String, _ use: String, _ meaning: String, _ width: Int) -> String {
        let first = word.padding(toLength: max(width, word.count) + 2, withPad: " ", startingAt: 0)
        return first + use.padding(toLength: 13, withPad: " ", startingAt: 0) + meaning
    }
}

extension ExplainCommand {
    /// The answer for machines.
    private struct Answer: Encodable {
        struct Word: Encodable {
            let word: String
            let use: String
            let meaning: String
        }

        struct Choice: Encodable {
            let use: String
            let meaning: String
            let reason: String
        }

        let prompt: String
        let style: String?
        let words: [Word]
        let choices: [Choice]

        init(_ explanation: SketchExplanation, prompt: String) {
            self.prompt = prompt
            style = explanation.style?.rawValue
            words = explanation.words.map {
                Word(word: $0.word, use: $0.use.rawValue, meaning: $0.meaning)
            }
            choices = explanation.choices.map {
                Choice(use: $0.use.rawValue, meaning: $0.meaning, reason: $0.reason)
            }
        }
    }
}
