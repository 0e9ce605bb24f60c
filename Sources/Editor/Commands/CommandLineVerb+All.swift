extension CommandLineVerb {
    static let all: [CommandLineVerb] = []
}
