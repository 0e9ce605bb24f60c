package import AccountService
import Foundation
package import Networking

/// The kinds of storage that the seam has.
package enum Shelf: String, CaseIterable, Sendable {
    case directory, s3
}

extension ServiceFixture {
    /// Makes an empty place for files.
    ///
    /// For `s3` a store has to run: `Tests/Scripts/with-s3` starts one.
    package static func place(
        _ shelf: Shelf,
        _ directory: String,
        _ http: HTTPClient
    ) async throws -> StoragePlace {
        guard shelf == .s3 else { return .directory(directory) }
        guard let text = ProcessInfo.processInfo.environment["KINEMA_S3"],
            let endpoint = WebAddress(text), let secret = Secret("not a secret")
        else { throw NoStore() }
        let bucket = "kinema-" + UUID().uuidString.lowercased()
        let settings = S3Settings(
            endpoint: endpoint,
            region: "us-east-1",
            bucket: bucket,
            accessKey: "kinema",
            secret: secret,
            isPathStyle: true
        )
        guard let settings, let address = endpoint.appending(bucket),
            try await http.reply(to: HTTPRequest(.put, address)).head.isSuccess
        else { throw NoStore() }
        return .s3(settings)
    }

    private struct NoStore: Error, CustomStringConvertible {
        let description = "There is no store of files; run the tests by Tests/Scripts/run-tests."
    }

    /// Every whole file and every part that is kept, by name.
    package func keptFiles() async throws -> [String] {
        guard case .s3(let settings) = place else {
            let all = FileManager.default.enumerator(atPath: files)
            return (all?.compactMap { $0 as? String } ?? []).filter { path in
                let attributes = try? FileManager.default.attributesOfItem(
                    atPath: files + "/" + path
                )
                return attributes?[.type] as? FileAttributeType == .typeRegular
            }
        }
        var found: [String] = []
        for query in [[("list-type", "2")], [("uploads", "")]] {
            guard let address = settings.endpoint.appending(settings.bucket, query: query) else {
                throw NoStore()
            }
            let text = try await http.reply(to: HTTPRequest(.get, address)).text
            found += text.matches(of: /<Key>([^<]*)<\/Key>/).map { String($0.output.1) }
        }
        return found
    }
}
