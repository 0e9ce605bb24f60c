import Dispatch
import Editorial
import Foundation
import Glibc
package import Media

/// Real-ESRGAN, run as a program of this machine: `realesrgan-ncnn-vulkan`.
///
/// It reports success when it has failed, for want of a graphics card or a
/// model, so only a picture of the right size counts.
package struct UpscaleProgram: Hashable, Sendable {
    package static let name = "realesrgan-ncnn-vulkan"
    /// What its models enlarge by.
    package static let factor = 4

    package let path: String
    /// After which it is stopped.
    private let timeLimit: Double

    package init(path: String, timeLimit: Double = 300) {
        self.path = path
        self.timeLimit = timeLimit
    }

    /// Looks in the directories of a `PATH`; nil when it is in none.
    package static func find(in searchPath: String) -> UpscaleProgram? {
        for directory in searchPath.split(separator: ":") where directory.hasPrefix("/") {
            let path = "\(directory)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) {
                return UpscaleProgram(path: path)
            }
        }
        return nil
    }

    /// Returns a picture, four times as wide and as high.
    ///
    /// - Throws: ``UpscaleError`` when the program brought no such picture in
    ///   time; whatever it wrote is removed.
    package func enlarge(_ frame: Frame) throws(UpscaleError) -> Frame {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appending(path: "kinema-\(UUID().uuidString)")
        defer { try? files.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "in.png"), folder.appending(path: "out.png"))
        do {
            try files.createDirectory(at: folder, withIntermediateDirectories: false)
            try StillWriter.write(frame, to: input.path)
            try run(["-i", input.path, "-o", output.path, "-s", "\(Self.factor)"])
            let result = try StillReader.read(output.path)
            guard result.size == frame.size.scaled(by: Self.factor) else {
                throw UpscaleError("it brought a picture of \(result.size)")
            }
            return result
        } catch {
            let reason = (error as? UpscaleError)?.message ?? "it brought no picture"
            throw UpscaleError(
                "\(Self.name) did not enlarge the picture (\(reason)); "
                    + "check that it runs on this machine, or choose the built-in filter."
            )
        }
    }

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let isDone = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in isDone.signal() }
        try process.run()
        guard isDone.wait(timeout: .now() + timeLimit) == .success else {
            process.terminate()
            if isDone.wait(timeout: .now() + 2) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                isDone.wait()
            }
            throw UpscaleError("it was still at it after \(Int(timeLimit)) seconds")
        }
    }
}

extension PixelSize {
    fileprivate func scaled(by factor: Int) -> PixelSize {
        PixelSize(width: width * factor, height: height * factor)
    }
}
