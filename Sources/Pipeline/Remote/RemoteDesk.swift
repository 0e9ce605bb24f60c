import Foundation
package import Generation
import Jobs

/// What a worker needs to have things made elsewhere.
package struct RemoteDesk: Sendable {
    package let models: ModelCatalogue
    let provider: @Sendable (String) throws(ProviderError) -> any Provider
    let purse: any Purse
    /// Where results come down, on the file system of the library.
    let landingDirectory: String
    /// Waits for a tenth of a second.
    let nap: @Sendable () -> Void

    /// `provider` gives the service of a name, or says why there is none; `nap`
    /// waits for a tenth of a second.
    package init(
        models: ModelCatalogue,
        purse: any Purse,
        landingDirectory: String,
        nap: @escaping @Sendable () -> Void = { Thread.sleep(forTimeInterval: 0.1) },
        provider: @escaping @Sendable (String) throws(ProviderError) -> any Provider
    ) {
        self.models = models
        self.purse = purse
        self.landingDirectory = landingDirectory
        self.nap = nap
        self.provider = provider
    }

    func landingPath(of job: Job.ID) -> String { "\(landingDirectory)/\(job.text)" }

    /// Removes what came down for a job, once it is taken over.
    func clear(_ job: Job.ID) {
        // What is left is swept later.
        try? FileManager.default.removeItem(atPath: landingPath(of: job))
    }

    /// Removes what came down long ago and was never taken over.
    func sweep() {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: landingDirectory)) ?? []
        for name in names {
            let path = landingDirectory + "/" + name
            // What cannot be looked at or removed is left for the next time.
            guard let attributes = try? manager.attributesOfItem(atPath: path),
                let date = attributes[.modificationDate] as? Date,
                date.timeIntervalSinceNow < -14 * 86_400
            else { continue }
            try? manager.removeItem(atPath: path)
        }
    }
}
