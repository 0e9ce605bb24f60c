import Editorial

extension EditorState {
    /// Takes the answer to a question, or says in the popup what is wrong with it.
    mutating func answer(_ question: Question) -> [Effect] {
        let text = question.field.text.trimmed
        let subject = question.subject
        if let problem = problem(with: text, for: subject) {
            var asked = question
            asked.problem = problem
            popup = .question(asked)
            return []
        }
        close()
        switch subject {
        case .renameShot(let shot): return rename(shot, to: text)
        case .renameProject: return renameProject(to: text)
        case .duration: return setDuration(text)
        case .seed: return setSeed(text)
        case .avoid: return changeDraft { $0.negativePrompt = String(text.prefix(2000)) }
        case .exportTake(let take): return [.exportTake(take, path: text)]
        case .exportImage: return [.exportImage(previewRequest, path: text)]
        case .markerName: return nameMarker(text)
        case .keyValue: return setKeys(written: text)
        case .snippetName: return saveSnippet(named: text)
        case .presetName: return savePreset(named: text)
        case .copyPreset(let preset): return copyPreset(preset, named: text)
        case .importPreset: return [.importPreset(path: text.unquoted)]
        case .exportPreset(let preset): return [.exportPreset(preset, path: text.unquoted)]
        case .projectName(let id): return renameProject(id, to: text)
        case .importAssets: return importAssets(text)
        case .tagAssets: return tagAssets(text)
        case .exportAssets: return [.exportAssets(libraryChoice, folder: text)]
        case .exportFilm: return exportFilm(to: text)
        case .music: return [.importMusic(path: text.unquoted)]
        case .musicGain: return setMusicGain(text)
        case .invitation: return [.account(.invite(email: text)), .account(.readTeam)]
        }
    }

    private func problem(with text: String, for subject: Question.Subject) -> String? {
        switch subject {
        case .avoid: nil
        case .snippetName: Snippet(name: text, text: "x") == nil ? Self.snippetAdvice : nil
        case .keyValue: keyProblem(text)
        case .renameShot, .renameProject, .markerName, .presetName, .copyPreset, .projectName:
            Self.nameProblem(text)
        case .duration: RationalTime(answer: text) == nil ? Self.durationAdvice : nil
        case .seed: UInt32(text) == nil ? Self.seedAdvice : nil
        case .musicGain: musicGainProblem(text)
        case .invitation: text.contains("@") ? nil : "Write an address such as ada@example.org."
        case .importAssets, .music, .importPreset: text.isEmpty ? "Write the path of a file." : nil
        case .tagAssets: text.isEmpty ? "Write a word." : nil
        case .exportAssets: text.isEmpty ? "Write the path of a folder." : nil
        case .exportFilm: text.isEmpty ? "Write the path of the new file." : nil
        case .exportTake, .exportImage, .exportPreset:
            text.isEmpty ? "Write the path of the new file." : nil
        }
    }

    static let durationAdvice = "A take lasts 0.5 to 60 seconds."
    static let seedAdvice = "A seed is a whole number from 0 to 4294967295."

    static func nameProblem(_ text: String) -> String? {
        if text.isEmpty { return "Write a name." }
        return text.count > 80 ? "A name has up to 80 characters." : nil
    }

    mutating func setDuration(_ text: String) -> [Effect] {
        guard let duration = RationalTime(answer: text) else {
            say(Self.durationAdvice, .warning)
            return []
        }
        return changeDraft { $0.duration = duration }
    }

    mutating func setSeed(_ text: String) -> [Effect] {
        guard let seed = UInt32(text) else {
            say(Self.seedAdvice, .warning)
            return []
        }
        return changeDraft { $0.seed = seed }
    }
}

extension RationalTime {
    /// Reads seconds such as `5`, `2.5` or `5 s`; nil outside what a take may last.
    fileprivate init?(answer text: String) {
        let number = text.hasSuffix("s") ? String(text.dropLast()).trimmed : text
        guard let seconds = Double(number), seconds.isFinite,
            (Draft.durations.lowerBound.seconds...Draft.durations.upperBound.seconds)
                .contains(seconds)
        else { return nil }
        self.init(seconds: seconds)
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }

    /// Without the quotation marks that terminals put around a dropped path.
    var unquoted: String {
        for mark in ["'", "\""] where count >= 2 && hasPrefix(mark) && hasSuffix(mark) {
            return String(dropFirst().dropLast())
        }
        return self
    }
}
