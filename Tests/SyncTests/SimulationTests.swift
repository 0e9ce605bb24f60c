import Foundation
import Testing

struct SimulationTests {
    private static let isLong = ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil

    /// A film is made and edited on up to five machines with clocks hours apart, which are offline
    /// for spans, whose messages are lost, repeated and reordered, whose sessions are ended and
    /// whose roles change, at a service that falls in the middle of a push; 10 000 times where
    /// there is time.
    @Test(arguments: isLong ? 1...200 : 1...2 as ClosedRange<UInt64>)
    func `After quiet every machine holds the same film and nothing acknowledged is lost`(
        seed: UInt64
    ) async throws {
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
        for run in 0..<(Self.isLong ? 50 : 15) {
            let fault = try await simulation.run()
            #expect(fault == nil, "seed \(seed), run \(run)")
            if fault != nil { break }
        }
        await simulation.service.close()
    }
}
