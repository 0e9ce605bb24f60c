package import Editorial

/// A key with which a program asks for somebody, without their password and without a session.
package struct AccountKey: Hashable, Sendable, Codable, Identifiable {
    package typealias ID = Identifier<AccountKey>

    /// What may be done with it; nothing else may.
    package enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        case read, write
    }

    package var id: ID
    package var name: String
    package var scopes: [Scope]
    package var createdAt: Timestamp
    /// To the hour; nil until it was used.
    package var usedAt: Timestamp?
    /// Nil for one that holds until it is ended.
    package var expiresAt: Timestamp?

    package init(
        id: ID,
        name: String,
        scopes: [Scope],
        createdAt: Timestamp,
        usedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.usedAt = usedAt
        self.expiresAt = expiresAt
    }
}

/// The bodies of what is asked about keys.
package enum AccountKeyBodies {
    package struct Make: Hashable, Sendable, Codable {
        package var name: String
        package var scopes: [AccountKey.Scope]
        /// For how many days it holds; nil for ever.
        package var days: Int?

        package init(name: String, scopes: [AccountKey.Scope], days: Int? = nil) {
            self.name = name
            self.scopes = scopes
            self.days = days
        }
    }

    package struct Made: Hashable, Sendable, Codable {
        package var key: AccountKey
        /// What to show as an access token; told here, once.
        package var secret: String

        package init(key: AccountKey, secret: String) {
            self.key = key
            self.secret = secret
        }
    }

    package struct List: Hashable, Sendable, Codable {
        package var keys: [AccountKey]

        package init(keys: [AccountKey]) { self.keys = keys }
    }
}

extension AccountRoute {
    /// What a key has to be for to ask this; nil where only a session may.
    package var keyScope: AccountKey.Scope? { Self.keyScopes[id] }

    private static let keyScopes: [String: AccountKey.Scope] = [
        profile.id: .read, members.id: .read, pull.id: .read, preferences.id: .read,
        push.id: .write, offer.id: .read, jobs.id: .read, job.id: .read, jobHistory.id: .read,
        makeJob.id: .write, cancelJob.id: .write, retryJob.id: .write,
        findAsset.id: .read, usage.id: .read, announceAsset.id: .write,
        findUpload.id: .write, completeUpload.id: .write, endUpload.id: .write,
    ]
}
