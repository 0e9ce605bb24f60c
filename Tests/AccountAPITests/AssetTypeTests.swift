import AccountAPI
import Testing

struct AssetTypeTests {
    @Test(arguments: [
        ("89504E470D0A1A0A0000", AssetType.png), ("FFD8FFE000104A46", .jpeg),
        ("52494646FFFFFFFF57454250", .webP), ("474946383961", .gif), ("49492A00", .tiff),
        ("0000002066747970617669660000", .avif), ("0000002066747970686569630000", .heic),
        ("000000206674797069736F6D0000", .mp4), ("0000002066747970717420200000", .quickTime),
        ("0000000877696465", .quickTime),
        ("1A45DFA39F4286810142F7810142F2810442F381084282847765626D", .webM),
        ("1A45DFA3934282886D6174726F736B61", .matroska), ("52494646FFFFFFFF41564920", .avi),
        ("00000020667479704D3441200000", .m4a), ("494433030000", .mp3), ("FFFB9064", .mp3),
        ("FFF15080", .aac), ("52494646FFFFFFFF57415645", .wav),
        ("464F524D00000000414946460000", .aiff),
        ("664C6143", .flac), ("4F67675300", .ogg),
    ])
    func `A file's first bytes tell its type`(hexadecimal: String, type: AssetType) {
        #expect(AssetType(beginning: bytes(hexadecimal)) == type)
    }

    @Test(arguments: [
        "", "00", "3C68746D6C3E", "3C3F786D6C", "255044462D", "4D5A9000", "7F454C46", "504B0304",
        "52494646FFFFFFFF58585858", "0000000066747", "2321", "89504E47",
    ])
    func `What is no picture, film or sound is of no type`(hexadecimal: String) {
        #expect(AssetType(beginning: bytes(hexadecimal)) == nil)
    }

    private func bytes(_ text: String) -> [UInt8] {
        let digits = Array(text.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }

    @Test func `Parts cover a file and do not overlap`() {
        for count in [1, 5, AssetExchange.partByteCount, AssetExchange.partByteCount + 1] {
            let parts = (1...AssetExchange.partCount(count)).map {
                AssetExchange.range(ofPart: $0, of: count)
            }
            #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == count)
            for (one, next) in zip(parts, parts.dropFirst()) {
                #expect(one.upperBound == next.lowerBound)
            }
            #expect(parts.allSatisfy { !$0.isEmpty })
        }
        #expect(AssetExchange.range(ofPart: 9, of: 5).isEmpty)
    }
}
