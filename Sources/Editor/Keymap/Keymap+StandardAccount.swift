import Input

extension Keymap {
    static let accountKeys: [Row] =
        [
            (["m"], "account.mine"),
            (["t"], "account.theirs"),
            (["s"], "account.sync"),
            (["x", "delete"], "account.endSession"),
        ] + screenKeys

    static let teamKeys: [Row] =
        [
            (["i"], "team.invite"),
            (["r"], "team.role"),
            (["D", "delete"], "team.remove"),
            (["s"], "account.sync"),
        ] + screenKeys
}
