import ArgumentParser

struct ProvidersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "providers",
        abstract: "See which services can make pictures and films, and what they cost.",
        discussion: """
            A service is ready once it has a key: from its variable in the environment, or as \
            ~/.config/kinema/providers.yaml says, from a file that nobody else may read or from a \
            command such as “pass show runway”. Keys are written down nowhere. For example:
              budget: 25
              runway: {key-command: pass show runway}
              comfyui: {address: http://localhost:8188}
            """,
        subcommands: [List.self, Test.self, Models.self, Cost.self],
        defaultSubcommand: List.self
    )
}
