import Editorial
package import Generation

extension EditorState {
    /// Why a model cannot be asked now, in one sentence; nil where it can.
    ///
    /// What the account service makes waits for it: nobody is signed in, or it
    /// does not answer.
    package func obstacle(of model: Model) -> String? {
        guard model.isOfAccount else { return nil }
        guard let account else { return "Sign in to use it: run “kinema login”." }
        switch account.phase {
        case .syncing, .synced: return nil
        case .offline(let since):
            return "\(account.server) has not answered since \(since); it is tried again."
        case .expired: return "The session has ended: run “kinema login”."
        // What stands in the way of the exchange is no matter of what is made there.
        case .halted: return nil
        }
    }

    var modelRows: [ChoiceRow] {
        models.models.map { model in
            let obstacle = obstacle(of: model)
            return ChoiceRow(
                title: model.title + (model.isOfAccount ? " · service" : ""),
                detail: obstacle ?? "\(model.price(of: draft)) · \(model.summary)",
                isCurrent: model.id == draft.model,
                isDimmed: obstacle != nil
            )
        }
    }
}
