/// The public halves of the signing keys, as RFC 7517 and RFC 8037 spell them.
struct PublishedKeys: Encodable, Sendable {
    struct Key: Encodable, Sendable {
        let kid: String
        /// The 32 bytes of an Ed25519 key in base64 for addresses.
        let x: String
        let kty = "OKP"
        let crv = "Ed25519"
        let alg = "EdDSA"
        let use = "sig"
    }

    let keys: [Key]
}
