import CPictureKernels

/// Bytes as the text that terminals take them in.
enum Base64 {
    static func text(_ bytes: [UInt8]) -> String {
        let buffer = PictureBuffer()
        buffer.extend { cpicture_base64($0, bytes, bytes.count) }
        return String(decoding: buffer.take(), as: UTF8.self)
    }
}
