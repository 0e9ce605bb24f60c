import ArgumentParser
import Editor
import Input

/// The manual page of the program, made of the tables that the program itself works by.
struct ManualPage {
    let root: CommandInfo
    let keymap: Keymap

    /// The page in the language of man(7).
    var text: String {
        var page = ManualText()
        page.title("kinema", section: 1, "Kinema \(KinemaCommand.configuration.version)")
        page.heading("Name")
        page.prose("kinema - \(root.abstract.map(Self.plain) ?? "")")
        page.heading("Synopsis")
        page.prose("kinema [command] [options]")
        page.heading("Description")
        page.prose(root.discussion ?? "")
        page.heading("Commands")
        for command in root.shownCommands { write(command, after: "kinema", on: &page) }
        page.heading("Keys")
        page.prose(
            "The keys as they are by nature; “kinema keys” prints those that count for you."
        )
        for context in Keymap.Context.allCases { write(context, on: &page) }
        write("Environment", Self.variables, on: &page)
        write("Files", Self.files, on: &page)
        write("Exit status", Self.codes, on: &page)
        return page.text
    }

    private func write(_ command: CommandInfo, after name: String, on page: inout ManualText) {
        let name = "\(name) \(command.commandName)"
        page.subheading(
            ([name] + command.shownArguments.compactMap(Self.usage)).joined(separator: " ")
        )
        page.prose(command.abstract ?? "")
        if let discussion = command.discussion { page.prose(discussion) }
        for argument in command.shownArguments {
            page.item(Self.term(argument), Self.meaning(argument))
        }
        for below in command.shownCommands { write(below, after: name, on: &page) }
    }

    private func write(_ context: Keymap.Context, on page: inout ManualText) {
        let rows = keymap.bindings.filter { $0.context == context }.compactMap { binding in
            Command[binding.command].map { (binding.keys.description, $0.help) }
        }
        guard !rows.isEmpty else { return }
        page.subheading(context.title)
        for (keys, help) in rows { page.item(keys, help) }
    }

    private func write(
        _ heading: String,
        _ rows: [(String, String)],
        on page: inout ManualText
    ) {
        page.heading(heading)
        for (term, meaning) in rows { page.item(term, meaning) }
    }

    /// How an argument that has a place stands in the usage; options are listed below it.
    private static func usage(_ argument: CommandInfo.Argument) -> String? {
        guard argument.kind == "positional", let value = argument.valueName else { return nil }
        let word = "<\(value)>" + (argument.isRepeating ? "…" : "")
        return argument.isOptional ? "[\(word)]" : word
    }

    private static func term(_ argument: CommandInfo.Argument) -> String {
        let value = argument.valueName.map { "<\($0)>" } ?? ""
        guard argument.kind != "positional", let names = argument.names else { return value }
        let spellings = names.sorted { $0.kind > $1.kind }.map(\.spelling).joined(separator: ", ")
        return argument.kind == "flag" ? spellings : "\(spellings) \(value)"
    }

    private static func meaning(_ argument: CommandInfo.Argument) -> String {
        var words = [argument.abstract ?? ""]
        if let values = argument.allValues, !values.isEmpty {
            words.append("One of \(values.joined(separator: ", ")).")
        }
        if let value = argument.defaultValue, !value.isEmpty {
            words.append("By default \(value).")
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Without the point at its end, as the first line of a page is.
    private static func plain(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    private static let variables = [
        ("KINEMA_HOME", "A directory below which everything lies that is yours."),
        ("KINEMA_SHARE", "The directory that holds Presets and Themes."),
        ("KINEMA_GRAPHICS", "How pictures are drawn, as --graphics says it."),
        ("KINEMA_THEME", "The theme, as --theme says it."),
        ("KINEMA_REDUCED_MOTION", "Anything but 0: nothing moves by itself."),
        ("NO_COLOR", "Anything: no colours."),
        ("VISUAL, EDITOR", "The program that opens the prompt and presets."),
    ]

    private static let files = [
        ("~/.local/share/kinema", "Projects and media."),
        ("~/.config/kinema/presets", "Your own presets."),
        ("~/.config/kinema/themes", "Your own themes."),
        ("~/.config/kinema/keymap.yaml", "Your own keys."),
        ("~/.config/kinema/providers.yaml", "The services, their models and the budget."),
        ("~/.local/state/kinema", "Logs."),
    ]

    private static let codes = [
        ("0", "It was done."),
        ("\(Complaint.Code.failure.rawValue)", "It failed; standard error says why."),
        ("\(Complaint.Code.usage.rawValue)", "It was asked for wrongly."),
        ("\(Complaint.Code.cancelled.rawValue)", "It was cancelled."),
    ]
}
