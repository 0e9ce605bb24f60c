import AccountAPI
import Editorial
import Foundation
import Networking
import ServiceFixtures
import Testing

@testable import AccountService

struct S3Tests {
    private func settings(
        _ endpoint: String = "https://s3.amazonaws.com",
        bucket: String = "examplebucket",
        region: String = "us-east-1",
        isPathStyle: Bool = false
    ) throws -> S3Settings? {
        S3Settings(
            endpoint: try #require(WebAddress(endpoint)),
            region: region,
            bucket: bucket,
            accessKey: "AKIAIOSFODNN7EXAMPLE",
            secret: try #require(Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")),
            isPathStyle: isPathStyle
        )
    }

    /// The first is that of Amazon's manual; the others were signed by botocore.
    @Test func `Addresses are signed as Amazon signs them`() throws {
        let day = 1_369_353_600
        let plain = S3Signature(settings: try #require(try settings()))
        let manual = plain.address("GET", "test.txt", at: day, seconds: 86_400)
        #expect(
            manual.hasSuffix(
                "X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
            )
        )
        #expect(
            manual.hasPrefix("https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=")
        )
        let read = plain.address(
            "GET",
            "test.txt",
            query: [
                ("response-content-disposition", "attachment; filename=\"a b.mp4\""),
                ("response-content-type", "video/mp4"),
            ],
            at: day,
            seconds: 86_400
        )
        #expect(read.hasSuffix("4a966634280b7e940d48c65ad0d05e8eea55e653b68d1d21f0a9cdd4d5c31cd5"))
        let local = try settings(
            "http://127.0.0.1:9000",
            bucket: "my-bucket",
            region: "eu-central-1",
            isPathStyle: true
        )
        let part = S3Signature(settings: try #require(local)).address(
            "PUT",
            "abc-def",
            query: [("partNumber", "3"), ("uploadId", "a/b+c=")],
            headers: ["x-amz-checksum-sha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="],
            at: day,
            seconds: 3600
        )
        #expect(part.hasPrefix("http://127.0.0.1:9000/my-bucket/abc-def?"))
        #expect(part.hasSuffix("9f235949e1ccc984fe2b7165daf6c0290682e3fe05f804fa5d0eb5e79a51f287"))
    }

    @Test func `A store that could be read on the way to, or is none, is refused`() throws {
        #expect(try settings("http://s3.example.org") == nil)
        #expect(try settings("https://s3.example.org/path") == nil)
        #expect(try settings("https://s3.example.org?x=y") == nil)
        #expect(try settings(bucket: "../x") == nil)
        #expect(try settings(bucket: "Bucket") == nil)
        #expect(try settings(region: "us east") == nil)
        #expect(try settings("http://localhost:9000/") != nil)
    }

    @Test func `A bucket may stand before the host as well`() async throws {
        let http = HTTPClient()
        guard case .s3(let made) = try await ServiceFixture.place(.s3, "", http) else { return }
        let named = made.endpoint.text.replacing("127.0.0.1", with: "localhost")
        let settings = S3Settings(
            endpoint: try #require(WebAddress(named)),
            region: made.region,
            bucket: made.bucket,
            accessKey: made.accessKey,
            secret: made.secret,
            isPathStyle: false
        )
        let now: @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }
        let storage = S3Storage(settings: try #require(settings), now: now)
        let file = SampleFile(.mp4, byteCount: 300_000)
        let path = NSTemporaryDirectory() + UUID().uuidString
        try file.data.write(to: URL(filePath: path))
        defer { unlink(path) }
        let key = StorageKey.random(for: file.digest)
        try await storage.store(path, as: key, type: .mp4, digest: file.digest)
        let look = try await storage.look(at: key)
        #expect(look.digest == file.digest && look.byteCount == 300_000)
        #expect(AssetType(beginning: look.beginning) == .mp4)
        let copy = path + ".copy"
        defer { unlink(copy) }
        try await storage.fetch(key, to: copy)
        #expect(FileManager.default.contents(atPath: copy) == file.data)
        // By the other way of naming it is the same object.
        let other = S3Storage(settings: made, now: now)
        #expect(try await other.look(at: key) == look)
        for _ in 0..<2 { try await storage.remove(key, ticket: nil) }
        let error = await #expect(throws: AssetError.self) { try await other.look(at: key) }
        #expect(error?.kind == .missing)
    }

    @Test func `What a store says is read without believing it`() {
        let answer = S3Answer(
            Data("<A><Part><ETag>&quot;x&amp;lt;&quot;</ETag></Part><Part></Part><Part></A>".utf8)
        )
        #expect(answer.all("Part").count == 2)
        #expect(answer["ETag"] == ["\"x&lt;\""])
        #expect(S3Answer(Data([0xFF, 0x3C, 0x41])).all("A").isEmpty)
    }

    @Test func `A store that is not there is told in a sentence that says nothing of it`()
        async throws
    {
        let settings = try settings("http://127.0.0.1:9", isPathStyle: true)
        let storage = S3Storage(settings: try #require(settings), now: { 0 })
        let error = await #expect(throws: AssetError.self) {
            try await storage.look(at: StorageKey.random(for: SampleFile().digest))
        }
        #expect(error?.isTransient == true)
        #expect(error?.message.contains("127.0.0.1") == false)
    }
}
