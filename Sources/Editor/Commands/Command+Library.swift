import Editorial

extension Command {
    static let libraryCommands: [Command] = [
        Command(
            "library.open",
            "Library",
            hint: "library",
            help: "Shows the pictures, films and sounds of all projects.",
            perform: { $0.openLibrary() }
        ),
        Command(
            "library.import",
            "Bring media in",
            hint: "import",
            help: "Asks for a path, a folder or a pattern such as ~/shots/*.png, and copies it in.",
            perform: { state in
                state.ask(.importAssets)
                return []
            }
        ),
        library("find", "Find media", hint: "find", "Finds by words of the name and the tags.") {
            $0.typing = .library
            return []
        },
        library("findEnd", "Keep the search", "Goes to the list with the search standing.") {
            $0.leaveField()
            return []
        },
        library("findClear", "Clear the search", "Shows everything again.") {
            $0.leaveField()
            guard !$0.library.search.isEmpty else { return [] }
            $0.library.search = TextField()
            return $0.libraryChanged()
        },
        library("kind", "Another kind", hint: "kind", "Shows pictures, films, sounds, or all.") {
            $0.cycleLibraryKind()
        },
        library("sort", "Sort otherwise", hint: "sort", "Sorts by age, name, size or kind.") {
            $0.cycleLibraryOrder()
        },
        library("byTag", "Only a tag", hint: "tag", "Opens the tags, to show what has one.") {
            $0.openChoices(.tag)
            return []
        },
        library("use", "Use it", hint: "use", use, needsItem: true) { $0.useAsset() },
        library("mark", "Mark", hint: "mark", "Marks it, or no longer.", needsItem: true) {
            $0.toggleLibraryMark()
        },
        library("markAll", "Mark all", "Marks all that is found.", needsItem: true) {
            var query = $0.library.query
            query.offset = 0
            return [.markAssets(query)]
        },
        library("unmark", "Mark none", "Takes every mark away.") {
            $0.library.marked = []
            return []
        },
        library("tag", "Tag", hint: "tag it", "Asks for tags of what is marked.", needsItem: true) {
            let tags = $0.library.marked.isEmpty ? $0.library.current?.tags ?? [] : []
            $0.ask(.tagAssets, text: tags.joined(separator: " "))
            return []
        },
        library("export", "Export", hint: "export", "Copies to a folder.", needsItem: true) {
            $0.ask(.exportAssets)
            return []
        },
        library("remove", "Take out", hint: "take out", remove, needsItem: true) {
            $0.removeFromLibrary()
        },
        Command(
            "library.restore",
            "Put back",
            hint: "put back",
            help: "Puts back what was taken out of the library last.",
            isListed: false,
            availability: {
                .init(!$0.library.lastRemoved.isEmpty, else: "Nothing was taken out yet.")
            },
            perform: { $0.restoreToLibrary() }
        ),
    ]

    private static let use =
        "Makes a picture the shot’s start frame and a sound the film’s music; plays a film."
    private static let remove = "Takes what is marked out of the library; what uses it keeps it."

    private static func library(
        _ verb: String,
        _ title: String,
        hint: String? = nil,
        _ help: String,
        needsItem: Bool = false,
        perform: @escaping @Sendable (inout EditorState) -> [Effect]
    ) -> Command {
        on(
            .library,
            ID("library.\(verb)"),
            title,
            hint: hint,
            help,
            unless: {
                needsItem && $0.libraryChoice.isEmpty ? "Nothing is here; i brings media in." : nil
            },
            perform: perform
        )
    }
}
