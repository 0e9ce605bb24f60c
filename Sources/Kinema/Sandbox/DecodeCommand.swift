import ArgumentParser
import CSandbox
import Editorial
import Foundation
import Glibc
import Media

/// Decodes one picture that came from outside, in a process that can do nothing else.
///
/// What it reads may be made to break the decoder; then this process breaks,
/// with its limits on memory and time and without a network, and nothing more.
struct DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decode a picture for a worker.",
        shouldDisplay: false
    )

    /// Bytes of address space: room for the largest picture, decoded and turned.
    static let memory: UInt64 = 6 << 30
    /// Seconds of the processor.
    static let seconds: UInt64 = 60
    /// Bytes of what is written.
    static let output: UInt64 = 1100 << 20
    /// Begins what is written: the file is this process's own, whole and of this version.
    static let mark = "kinema-picture-1"

    @Argument(help: "The picture.")
    var path: String

    func run() throws {
        guard csandbox_limits(Self.memory, Self.seconds, Self.output) == 0 else {
            throw Complaint("This system sets no limits, so nothing is decoded.")
        }
        // A kernel without filters leaves the limits, which is what there is.
        _ = csandbox_enclose()
        let frame = try StillReader.read(path)
        let head = "\(Self.mark) \(frame.size.width) \(frame.size.height)\n"
        try write(head.utf8CString.dropLast().map { UInt8(bitPattern: $0) })
        try frame.withPlane { base, stride in
            for row in 0..<frame.size.height {
                let pixels = UnsafeBufferPointer(
                    start: base + row * stride,
                    count: frame.size.width * 4
                )
                try write(pixels)
            }
        }
    }

    private func write(_ bytes: some Sequence<UInt8>) throws {
        let buffer = ContiguousArray(bytes)
        var sent = 0
        while sent < buffer.count {
            let count = buffer.withUnsafeBytes { raw in
                Glibc.write(1, raw.baseAddress?.advanced(by: sent), raw.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Complaint("The picture could not be handed over.") }
            sent += count
        }
    }
}
