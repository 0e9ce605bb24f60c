import ArgumentParser
import CSandbox
import Editorial
import Foundation
import Glibc
import Media
import Pipeline

/// Decodes one picture or film that came from outside, in a process that can do nothing else.
///
/// What it reads may be made to break the decoder; then this process breaks,
/// with its limits on memory and time and without a network, and nothing more.
struct DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decode a picture or a film for a worker.",
        shouldDisplay: false
    )

    /// Bytes of address space: room for the largest picture, decoded and turned.
    static let memory: UInt64 = 6 << 30
    /// Seconds of the processor.
    static let seconds: UInt64 = 60
    /// Seconds of the processor for a film.
    static let filmSeconds: UInt64 = 1200
    /// Bytes of a file that is written.
    static let output: UInt64 = 1100 << 20
    /// Begins what is written: the file is this process's own, whole and of this version.
    static let mark = "kinema-picture-1"
    /// Begins a film that is written.
    static let filmMark = "kinema-film-1"

    @Flag(help: "Write all frames of a film.")
    var film = false

    @Option(help: "Write a film's sound there.")
    var sound: String?

    @Argument(help: "The picture or film.")
    var path: String

    func run() throws {
        let seconds = film ? Self.filmSeconds : Self.seconds
        guard csandbox_limits(Self.memory, seconds, Self.output) == 0 else {
            throw Complaint("This system sets no limits, so nothing is decoded.")
        }
        // A kernel without filters leaves the limits, which is what there is.
        _ = csandbox_enclose()
        if film { try writeFilm() } else { try writePicture() }
    }

    private func writePicture() throws {
        let frame = try StillReader.read(path)
        let head = "\(Self.mark) \(frame.size.width) \(frame.size.height)\n"
        try Array(head.utf8).withUnsafeBytes(write)
        try write(frame)
    }

    /// Writes a line about the film, and then its frames, after its sound.
    private func writeFilm() throws {
        let opened = try ForeignFilm(decoding: path)
        let frames = opened.frames
        let count = frames.frameCount ?? 0
        let hasSound = try writeSound(of: opened, frameCount: count)
        let (size, rate) = (frames.size, frames.rate)
        let head =
            "\(Self.filmMark) \(size.width) \(size.height) \(rate.numerator) \(rate.denominator) "
            + "\(count) \(hasSound ? 1 : 0)\n"
        try Array(head.utf8).withUnsafeBytes(write)
        for number in 0..<count {
            guard let frame = try frames.frame(at: FrameIndex(number)) else {
                throw Complaint("The film ended early; generate it again.")
            }
            try write(frame)
        }
    }

    private func writeSound(of film: ForeignFilm, frameCount: Int) throws -> Bool {
        guard let sound, let source = film.sound else { return false }
        let length = film.frames.rate.time(of: FrameIndex(frameCount))
        let plan = SoundPlan(
            tracks: [SoundPlan.Track(source, length: length)],
            length: length,
            codec: .pcm
        )
        let mix = try SoundMix(plan, beside: sound)
        guard rename(mix.path, sound) == 0 else {
            throw Complaint("The film’s sound could not be handed over.")
        }
        return true
    }

    private func write(_ frame: Frame) throws {
        try frame.withPlane { base, stride in
            for row in 0..<frame.size.height {
                try write(
                    UnsafeRawBufferPointer(start: base + row * stride, count: frame.size.width * 4)
                )
            }
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        var sent = 0
        while sent < bytes.count {
            let count = Glibc.write(1, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Complaint("The picture could not be handed over.") }
            sent += count
        }
    }
}
