/// A type of file that the service keeps, known by its first bytes and never by its name.
package enum AssetType: String, Hashable, Sendable, Codable, CaseIterable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case webP = "image/webp"
    case gif = "image/gif"
    case tiff = "image/tiff"
    case avif = "image/avif"
    case heic = "image/heic"
    case mp4 = "video/mp4"
    case quickTime = "video/quicktime"
    case webM = "video/webm"
    case matroska = "video/x-matroska"
    case avi = "video/x-msvideo"
    case m4a = "audio/mp4"
    case mp3 = "audio/mpeg"
    case aac = "audio/aac"
    case wav = "audio/wav"
    case aiff = "audio/aiff"
    case flac = "audio/flac"
    case ogg = "audio/ogg"

    package enum Medium: Hashable, Sendable {
        case picture, film, sound
    }

    /// How many of a file's first bytes tell its type.
    package static let sampleCount = 64

    package var medium: Medium {
        switch self {
        case .png, .jpeg, .webP, .gif, .tiff, .avif, .heic: .picture
        case .mp4, .quickTime, .webM, .matroska, .avi: .film
        case .m4a, .mp3, .aac, .wav, .aiff, .flac, .ogg: .sound
        }
    }

    /// What the name of such a file ends in.
    package var fileExtension: String {
        switch self {
        case .png: "png"
        case .jpeg: "jpg"
        case .webP: "webp"
        case .gif: "gif"
        case .tiff: "tiff"
        case .avif: "avif"
        case .heic: "heic"
        case .mp4: "mp4"
        case .quickTime: "mov"
        case .webM: "webm"
        case .matroska: "mkv"
        case .avi: "avi"
        case .m4a: "m4a"
        case .mp3: "mp3"
        case .aac: "aac"
        case .wav: "wav"
        case .aiff: "aiff"
        case .flac: "flac"
        case .ogg: "ogg"
        }
    }

    /// Tells the type of a file by its first bytes; nil for one that is not kept.
    package init?(beginning bytes: [UInt8]) {
        func begins(_ word: [UInt8], at offset: Int = 0) -> Bool {
            bytes.dropFirst(offset).starts(with: word)
        }
        func begins(_ word: String, at offset: Int = 0) -> Bool {
            begins(Array(word.utf8), at: offset)
        }
        let whole: [([UInt8], AssetType)] = [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
            (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
            ([0x49, 0x49, 0x2A, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A], .tiff),
            (Array("ID3".utf8), .mp3), ([0xFF, 0xF1], .aac), ([0xFF, 0xF9], .aac),
            ([0xFF, 0xFB], .mp3), ([0xFF, 0xF3], .mp3), ([0xFF, 0xF2], .mp3), ([0xFF, 0xFA], .mp3),
            (Array("fLaC".utf8), .flac), (Array("OggS".utf8), .ogg),
        ]
        if let (_, type) = whole.first(where: { begins($0.0) }) {
            self = type
        } else if begins("RIFF") || begins("RF64") {
            let kinds: [(String, AssetType)] = [("WEBP", .webP), ("WAVE", .wav), ("AVI ", .avi)]
            guard let kind = kinds.first(where: { begins($0.0, at: 8) }) else { return nil }
            self = kind.1
        } else if begins("FORM"), begins("AIF", at: 8) {
            self = .aiff
        } else if begins([0x1A, 0x45, 0xDF, 0xA3]) {
            self = Self.contains("webm", in: bytes) ? .webM : .matroska
        } else if begins("ftyp", at: 4) {
            self = Self.type(ofBrand: bytes.dropFirst(8).prefix(4))
        } else if ["moov", "mdat", "wide", "free"].contains(where: { begins($0, at: 4) }) {
            self = .quickTime
        } else {
            return nil
        }
    }

    /// The first of the brands of ISO 14496-12.
    private static func type(ofBrand brand: some Sequence<UInt8>) -> AssetType {
        switch String(decoding: Array(brand), as: UTF8.self) {
        case "qt  ": .quickTime
        case "M4A ", "M4B ": .m4a
        case "avif", "avis": .avif
        case "heic", "heix", "mif1", "heim": .heic
        default: .mp4
        }
    }

    private static func contains(_ word: String, in bytes: [UInt8]) -> Bool {
        let word = Array(word.utf8)
        return bytes.prefix(sampleCount).indices.contains {
            bytes.dropFirst($0).starts(with: word)
        }
    }
}
