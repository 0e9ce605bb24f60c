import Foundation
import Networking
import Testing

struct SecretTests {
    @Test func `A secret cannot be printed`() throws {
        let secret = try #require(Secret("  sk-12345\n"))
        #expect(secret.revealed == "sk-12345")
        var dumped = ""
        dump([secret], to: &dumped)
        let header = HTTPHeader("Authorization", "Bearer ", secret: secret)
        var address = try #require(WebAddress("https://a.example/x"))
        address = try #require(address.appending("y", query: [("signature", "sk-12345")]))
        let all = [
            "\(secret)", String(reflecting: secret), dumped, "\(header)", "\(address)",
            String(reflecting: address),
            String(reflecting: HTTPRequest(.get, address, headers: [header])),
        ]
        for text in all { #expect(!text.contains("12345"), "\(text)") }
        #expect(secret.struck(from: "bad key sk-12345!") == "bad key ‹secret›!")
    }

    @Test(arguments: ["", " \n", "a\u{1B}b", "a\nb"])
    func `What is no key is none`(text: String) {
        #expect(Secret(text) == nil)
    }

    @Test(arguments: [
        "ftp://a/", "https://u:p@a/", "https://", "https://a b/", "https://a/\u{1B}", "a",
    ])
    func `What is no address is none`(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test func `A signature is the one that RFC 4231 gives`() throws {
        let key = try #require(Secret("Jefe"))
        let sum = Digest.signature(of: "what do ya want for nothing?", key: key)
        #expect(sum.base64EncodedString() == "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=")
    }
}
