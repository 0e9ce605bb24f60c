import DatabaseFixtures
import Foundation
import Testing

@testable import Jobs

/// A disk that is full again and again stops the work and spoils none of it.
struct FullDiskTests {
    /// On a small disk of its own, which another program fills to the brim and frees, round by round; what is
    /// there at the end is brought back.
    private static let script = """
        set -e
        mkdir "$3/small"
        mount -t tmpfs -o size="$5" none "$3/small"
        cp "$2" "$2-wal" "$3/small/"
        mkdir "$3/small/assets" "$3/small/scratch"
        touch "$3/paid"
        ln -s "$3/paid" "$3/small/paid"
        name=$(basename "$2")
        workers=
        for seed in 1 2; do
            "$1" sqlite "$3/small/$name" "$3/small" $seed 0 &
            workers="$workers $!"
        done
        for round in $(seq "$4"); do
            dd if=/dev/zero of="$3/small/fill" bs=4k 2>/dev/null || true
            sleep 0.03
            rm "$3/small/fill"
            sleep 0.03
        done
        for worker in $workers; do wait $worker; done
        mkdir "$3/after"
        cp "$3/small/$name"* "$3/after/"
        cp "$3/small/assets/"* "$3/assets/"
        ls "$3/small/scratch"
        """

    @Test func `A disk that fills up at any moment loses nothing`() throws {
        let run = try ChaosRun(.sqlite)
        try run.enqueueTakes(ChaosRun.count(20, whole: 400))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "unshare", "--mount", "--map-root-user", "sh", "-c", Self.script, "sh",
            try ChaosRun.program().path, run.fixture.address, run.directory,
            "\(ChaosRun.count(10, whole: 200))",
            // Room for all that is left in the end, and for a journal of four megabytes.
            ChaosRun.count(0, whole: 1) == 0 ? "6m" : "32m",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let left = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "A worker failed by itself.")
        #expect(
            left.isEmpty,
            "Something was left in the making: \(String(decoding: left, as: UTF8.self))"
        )
        let name = URL(filePath: run.fixture.address).lastPathComponent
        try run.move(to: "\(run.directory)/after/\(name)")
        #expect(try !run.queue.hasWork())
        try run.finish()
        try run.check()
    }
}
