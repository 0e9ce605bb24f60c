import CLibCrypto
package import Foundation

/// SHA-256 and what is signed with it, by OpenSSL's libcrypto.
package enum Digest {
    /// Returns the SHA-256 of a file in small hexadecimal digits; reads it piece by piece.
    ///
    /// - Throws: ``HTTPError`` when it cannot be read.
    package static func sha256(file path: String) throws(HTTPError) -> String {
        try sha256(file: path, bytes: 0..<Int.max)
    }

    /// Returns the SHA-256 of a part of a file, as far as the file goes.
    ///
    /// - Throws: ``HTTPError`` when it cannot be read.
    package static func sha256(
        file path: String,
        bytes range: Range<Int>
    ) throws(HTTPError) -> String {
        guard let file = fopen(path, "r"), let context = clibcrypto_begin_sha256() else {
            throw HTTPError(.file, "The file \(path) cannot be read; try again.")
        }
        defer {
            fclose(file)
            EVP_MD_CTX_free(context)
        }
        if range.lowerBound > 0 { fseeko(file, range.lowerBound, SEEK_SET) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var left = range.count
        while left > 0 {
            let count = fread(&buffer, 1, min(buffer.count, left), file)
            if count == 0 { break }
            EVP_DigestUpdate(context, buffer, count)
            left -= count
        }
        var sum = [UInt8](repeating: 0, count: 32)
        guard ferror(file) == 0, EVP_DigestFinal_ex(context, &sum, nil) == 1 else {
            throw HTTPError(.file, "The file \(path) cannot be read; try again.")
        }
        return hexadecimal(sum)
    }

    /// Returns what proves that whoever wrote the text knows the key (HMAC-SHA256).
    package static func signature(of text: String, key: Secret) -> Data {
        var sum = [UInt8](repeating: 0, count: 32)
        let bytes = Array(text.utf8)
        let key = Array(key.revealed.utf8)
        let isDone = clibcrypto_hmac_sha256(key, key.count, bytes, bytes.count, &sum)
        precondition(isDone != 0, "A signature of memory cannot fail.")
        return Data(sum)
    }

    static func hexadecimal(base64 text: Substring) -> String? {
        guard let data = Data(base64Encoded: String(text)), data.count == 32 else { return nil }
        return hexadecimal(Array(data))
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
