import AccountService
import Foundation
import Networking

extension ServerSettings {
    /// Where files are kept.
    var storage: StoragePlace {
        get throws {
            let bucket = self[.s3Bucket]
            guard !bucket.isEmpty else { return .directory(filesDirectory) }
            guard let endpoint = WebAddress(self[.s3Endpoint]) else {
                throw Complaint(
                    "“s3-bucket” wants the address of its store; say it as “s3-endpoint”, such as "
                        + "https://s3.eu-central-1.amazonaws.com (\(source(.s3Bucket)))."
                )
            }
            guard let secret = Secret(self[.s3Secret]), !self[.s3Key].isEmpty else {
                throw Complaint(
                    "“s3-bucket” wants its keys; say them as \(ServerSetting.s3Key.variable) and "
                        + "\(ServerSetting.s3Secret.variable) (\(source(.s3Bucket)))."
                )
            }
            let settings = S3Settings(
                endpoint: endpoint,
                region: self[.s3Region],
                bucket: bucket,
                accessKey: self[.s3Key],
                secret: secret,
                isPathStyle: try isPathStyle
            )
            guard let settings else {
                throw Complaint(
                    "The bucket “\(bucket)” at \(endpoint) is not asked: the address is one of https "
                        + "without a path, or of this machine, and the names are small letters, "
                        + "digits and hyphens (\(source(.s3Bucket)))."
                )
            }
            return .s3(settings)
        }
    }

    /// Where the embedded store lies; nil where the files are elsewhere.
    var embeddedFiles: String? {
        get throws {
            guard case .directory(let path) = try storage else { return nil }
            return path
        }
    }

    /// Makes the directory of the embedded store, when there is one and it is missing.
    func makeFilesDirectory() throws {
        guard let path = try embeddedFiles else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Complaint(
                "The directory \(path) cannot be made; choose another with --files or "
                    + "\(ServerSetting.files.variable)."
            )
        }
    }

    /// Bytes that an account may keep, where nothing else was said of it.
    var quota: Int {
        get throws {
            let text = self[.quota].filter { $0 != " " }
            let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            let unit = text.dropFirst(digits.count).uppercased()
            let units = ["": 1.0, "MB": 1e6, "GB": 1e9, "TB": 1e12]
            guard let number = Double(digits), let factor = units[unit],
                number * factor < 1e18
            else {
                throw Complaint(
                    "“\(self[.quota])” is no size; write it as 500 MB, 20 GB or 1 TB "
                        + "(\(source(.quota)))."
                )
            }
            return Int(number * factor)
        }
    }

    private var filesDirectory: String {
        self[.files].isEmpty ? self[.data] + "/files" : self[.files]
    }

    private var isPathStyle: Bool {
        get throws {
            switch self[.s3Style] {
            case "path": true
            case "host": false
            default: throw Complaint("“s3-style” is path or host (\(source(.s3Style))).")
            }
        }
    }
}
