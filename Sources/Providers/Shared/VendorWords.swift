import Generation

/// What a refusal is told as.
enum VendorWords {
    /// Returns what happened, in whose words, and what to do about it.
    static func sentence(
        _ title: String,
        _ kind: ProviderError.Kind,
        _ words: String?,
        status: Int?
    ) -> String {
        let said = words.flatMap { $0.isEmpty ? nil : " “\($0)”" } ?? ""
        let told = said.isEmpty ? "" : ":\(said)"
        switch kind {
        case .auth:
            return "\(title) did not accept the key\(told); check it with “kinema providers test”."
        case .credits:
            return "\(title) has nothing left to pay with\(told); fill the account up there."
        case .moderated(.input):
            return "\(title) refused the prompt or the picture\(told); word it otherwise."
        case .moderated(.output):
            return "\(title) made it and held it back\(told); word it otherwise."
        case .invalid(let field):
            let what = field.map { " the \($0.harmless(limit: 40))" } ?? " what was asked for"
            return "\(title) does not take\(what)\(told); change it and generate again."
        case .throttled:
            return "\(title) was asked too often\(told); it is tried again later."
        case .modelGone:
            return "\(title) has no such model any more\(told); choose another, or name its "
                + "successor in providers.yaml."
        case .expired:
            return "\(title) does not keep the result any more\(told); generate it again."
        case .transient:
            let status = status.map { " (\($0))" } ?? ""
            return "\(title) is out of order for the moment\(status)\(told)."
        case .fatal: return "\(title) could not make it\(told)."
        case .cancelled: return "\(title) was asked to stop."
        }
    }
}
