/// A way to write sound.
package enum SoundCodec: String, CaseIterable, Hashable, Sendable {
    case aac, opus, pcm

    /// libav's name of what is in the file.
    package var id: String { self == .pcm ? "pcm_s16le" : rawValue }

    package var title: String {
        switch self {
        case .aac: "AAC"
        case .opus: "Opus"
        case .pcm: "PCM"
        }
    }

    var encoder: String {
        switch self {
        case .aac: "aac"
        case .opus: "libopus"
        case .pcm: "pcm_s16le"
        }
    }

    /// libav's name of the samples it takes.
    var samples: String {
        switch self {
        case .aac: "fltp"
        case .opus: "flt"
        case .pcm: "s16"
        }
    }

    /// What its own files are written with while a film is made.
    var carrier: String { self == .opus ? "matroska" : "mov" }

    /// Bits a second of stereo; 0 is as many as there are.
    var bitRate: Int64 {
        switch self {
        case .aac: 192_000
        case .opus: 128_000
        case .pcm: 0
        }
    }
}
