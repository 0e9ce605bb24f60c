import AccountAPI
import AccountService
import Editorial
import Generation
import Pipeline

/// The files of spaces, for a worker that waits for them on its thread.
struct WorkFiles: Sendable {
    let assets: AssetDesk

    /// Brings a picture that goes in.
    func bring(
        _ asset: Asset.ID,
        as place: GenerationRequest.Frame.Place,
        of work: RemoteWorkDesk.Work,
        to path: String,
        isStopped: @escaping () -> Bool
    ) throws(ProviderError) -> GenerationRequest.Frame {
        guard let account = work.account else { throw .ownerless }
        let found = try RemoteCall.run(isStopped: isStopped) {
            [assets] () throws(ProviderError) in
            do throws(AssetError) {
                return try await assets.fetch(asset, of: work.space, for: account, to: path)
            } catch {
                throw ProviderError(error)
            }
        }
        return GenerationRequest.Frame(
            place,
            path: path,
            type: found.type.rawValue,
            byteCount: found.byteCount
        )
    }

    /// Keeps what was made.
    func keep(
        _ path: String,
        of work: RemoteWorkDesk.Work,
        isStopped: @escaping () -> Bool
    ) throws(ProviderError) -> SharedAsset {
        guard let account = work.account else { throw .ownerless }
        return try RemoteCall.run(isStopped: isStopped) { () throws(ProviderError) in
            var tries = 0
            while true {
                do throws(AssetError) {
                    return try await keep(path, of: work, for: account)
                } catch {
                    // Another worker kept the same bytes at this moment, and was quicker.
                    tries += 1
                    guard error.kind == .missing, tries < 5 else { throw ProviderError(error) }
                    // Cancelled, it tries at once.
                    try? await Task.sleep(for: .milliseconds(Int.random(in: 10...500)))
                }
            }
        }
    }

    private func keep(
        _ path: String,
        of work: RemoteWorkDesk.Work,
        for account: AccountProfile.ID
    ) async throws(AssetError) -> SharedAsset {
        try await assets.keep(
            path,
            named: work.request.model.title,
            in: .generated,
            of: work.space,
            madeBy: account
        )
    }
}

extension ProviderError {
    fileprivate init(_ error: AssetError) {
        self.init(error.isTransient ? .transient : .fatal, error.message)
    }

    fileprivate static let ownerless = ProviderError(
        .fatal,
        "The account that asked for it is gone; nothing was made."
    )
}
