import ArgumentParser

/// The options of everything that writes a file and takes its time.
struct WritingOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    @Flag(
        name: [.customShort("y"), .customLong("overwrite")],
        help: "Replace a file that is there already."
    )
    var replaces = false

    @Flag(help: "Print what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Print JSON, one object a line: how far the work is, and at last the file.")
    var json = false
}
