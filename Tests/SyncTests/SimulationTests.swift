import Foundation
import Testing

struct SimulationTests {
    /// A film is made and edited on five machines with clocks hours apart, which are offline for
    /// spans, and whose messages are lost, repeated and reordered.
    @Test(arguments: [1, 2] as [UInt64])
    func `After quiet every machine holds the same film and nothing acknowledged is lost`(
        seed: UInt64
    ) async throws {
        let isLong = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil
        // In memory, where there is: nothing of this is about the disk.
        let shared = "/dev/shm"
        let root =
            FileManager.default.isWritableFile(atPath: shared) ? shared : NSTemporaryDirectory()
        let directory = "\(root)/kinema-simulation-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let simulation = try Simulation(directory: directory, seed: seed)
        for run in 0..<(isLong ? 5000 : 15) {
            let fault = try await simulation.run()
            #expect(fault == nil, "seed \(seed), run \(run)")
            if fault != nil { return }
        }
    }
}
