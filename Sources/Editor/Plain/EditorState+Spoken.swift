import Editorial
import Generation
import Input

// The editor in words, for whoever hears it or reads it line by line.
extension EditorState {
    /// Where one is and how everything stands, a fact a line.
    package var spokenState: [String] {
        let place = breadcrumb
        var lines = [
            "Project “\(place.project)”, shot \(place.shotNumber) of \(place.shotCount), "
                + "“\(place.shot)”."
        ]
        lines.append(draft.prompt.isEmpty ? "The prompt is empty." : "Prompt: \(draft.prompt)")
        lines += spokenFields
        lines += spokenTakes
        if let film = filmExport { lines.append(film.spoken) }
        lines.append(
            readiness.problems.first.map { "Not ready: \($0.message)" } ?? "Ready to generate."
        )
        return lines
    }

    private var spokenFields: [String] {
        var unfolded = self
        unfolded.promptPanel.showsAdvanced = true
        return unfolded.fieldRows.compactMap { row in
            guard row.field != .prompt, row.field != .generate, row.field != .advanced else {
                return nil
            }
            let label = row.label.isEmpty ? "Motion too" : row.label
            let detail = row.detail.map { ", \($0)" } ?? ""
            let said = row.problem ?? row.remark
            return "\(label): \(row.value)\(detail)." + (said.map { " \($0)" } ?? "")
        }
    }

    /// The takes of the shot with their steps, newest first.
    package var spokenTakes: [String] {
        let rows = takeRows
        guard !rows.isEmpty else { return ["No takes yet."] }
        return rows.map { row in
            let steps = row.take.steps.map(\.spoken).joined(separator: ", ")
            let chosen = row.isSelected ? ", chosen for the film" : ""
            return "Take \(row.take.number)\(chosen): \(steps)."
        }
    }

    /// What the open list, question or page asks or says; empty without one.
    package var spokenPopup: [String] {
        switch popup {
        case .choices, .menu, .history, .palette:
            let rows = spokenRows
            return ["\(popup?.title ?? "List"):"]
                + rows.enumerated().map { "\($0.offset + 1). \($0.element)" }
                + ["Answer with a number, or with nothing to leave it."]
        case .question(let question):
            let now = question.field.text.isEmpty ? "" : " It is “\(question.field.text)” now."
            return (question.problem.map { [$0] } ?? [])
                + ["\(question.subject.title)?\(now) Answer, or with nothing to leave it."]
        case .takeDetails, nil: return []
        case .help: return helpRows.map(\.spoken)
        case .assets(let picker):
            return [
                "\(picker.use.title)? Answer with the path of a file, or with nothing to leave it."
            ]
        case .messages: return messages.map(\.text)
        case .manual: return manualRows.map { "\($0.title): \($0.text)" }
        case .commandLine: return []
        }
    }

    private var spokenRows: [String] {
        switch popup {
        case .choices:
            choiceRows.map { row in
                let detail = row.detail.isEmpty ? "" : ", \(row.detail)"
                return "\(row.title)\(detail)\(row.isCurrent ? ", chosen now" : "")"
            }
        case .menu: menuRows.map { $0.title + ($0.reason.map { ", not now: \($0)" } ?? "") }
        case .history: historyRows.map(\.title)
        case .palette: paletteRows.prefix(40).map(\.title)
        default: []
        }
    }

    /// Takes a line in a session of lines: the answer to what is asked, else a command.
    mutating func reply(_ line: String) -> [Effect] {
        let text = line.trimmed
        switch popup {
        case .choices, .menu, .history, .palette:
            let rows = spokenRows
            guard let number = Int(text), rows.indices.contains(number - 1) else {
                close()
                if text.isEmpty { say("Nothing is changed.") }
                return text.isEmpty ? [] : enter(text)
            }
            return acceptRow(number - 1)
        case .question(var question):
            guard !text.isEmpty || question.subject == .avoid else {
                close()
                say("Nothing is changed.")
                return []
            }
            question.field = TextField(text)
            popup = .question(question)
            return acceptPopup()
        case .assets(let picker):
            close()
            guard text.isEmpty else { return bringIn(text, as: picker.use, for: picker.shot) }
            say("Nothing is changed.")
            return []
        case .help, .messages, .takeDetails, .commandLine, .manual, nil:
            close()
            return enter(text)
        }
    }
}

extension TakeStep {
    /// Such as `video running, 42 percent`.
    fileprivate var spoken: String {
        switch state {
        case .pending: "\(kind.rawValue) waiting"
        case .running(let progress, _): "\(kind.rawValue) running, \(Int(progress * 100)) percent"
        case .completed(let seconds): "\(kind.rawValue) done in \(decimal(seconds)) seconds"
        case .failed(let failure): "\(kind.rawValue) failed: \(failure.message)"
        case .cancelled: "\(kind.rawValue) cancelled"
        case .uncertain(let failure): "\(kind.rawValue) uncertain: \(failure.message)"
        }
    }
}

extension FilmProgress {
    fileprivate var spoken: String {
        switch state {
        case .waiting: "The film \(path) is waiting."
        case .running(let share): "The film \(path) is written, \(Int(share * 100)) percent."
        case .completed: "The film is in \(path)."
        case .failed(let message): "The film could not be written: \(message)"
        case .cancelled: "The film was cancelled."
        }
    }
}

extension HelpRow {
    fileprivate var spoken: String {
        switch self {
        case .heading(let title): "\(title):"
        case .command(let keys, let title, let help):
            "\(keys.map(\.description).joined(separator: " or ")): \(title). \(help)"
        }
    }
}
