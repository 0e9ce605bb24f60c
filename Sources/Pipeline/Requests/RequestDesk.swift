import Foundation
package import Generation
import Jobs

/// The services that a worker asks for others, and where results come down.
package struct RequestDesk: Sendable {
    let provider: @Sendable (String) throws(ProviderError) -> any Provider
    private let directory: String
    /// Waits for a tenth of a second.
    let nap: @Sendable () -> Void

    /// `provider` gives the service of a name, or says why there is none;
    /// `directory` is made when it is missing, for its owner alone.
    package init(
        landing directory: String,
        nap: @escaping @Sendable () -> Void = { Thread.sleep(forTimeInterval: 0.1) },
        provider: @escaping @Sendable (String) throws(ProviderError) -> any Provider
    ) {
        self.directory = directory
        self.nap = nap
        self.provider = provider
    }

    func landing(of job: Job.ID) throws -> Landing {
        let path = "\(directory)/\(job.text)"
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw StepFailure(
                "The service has no room for the result; try again later.",
                isTransient: true
            )
        }
        return Landing(path)
    }

    /// Removes what came down for a job.
    func clear(_ job: Job.ID) {
        // What is left is swept later.
        try? FileManager.default.removeItem(atPath: "\(directory)/\(job.text)")
    }

    /// Removes what came down longer ago than so many seconds and was never taken over.
    package func sweep(olderThan seconds: Double) {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: directory)) ?? [] {
            let path = directory + "/" + name
            // What cannot be looked at or removed is left for the next time.
            guard let attributes = try? manager.attributesOfItem(atPath: path),
                let date = attributes[.modificationDate] as? Date,
                date.timeIntervalSinceNow < -seconds
            else { continue }
            try? manager.removeItem(atPath: path)
        }
    }
}
