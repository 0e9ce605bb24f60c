package import Database
import Jobs

/// The tables of the account service.
package enum ServiceSchema {
    package static let migrations =
        [
            Migration("service-1", accounts + devices + keys + spaces),
            Migration("service-teams", invitations),
            Migration("service-admin", administration),
            Migration("service-owner", ownership),
            Migration("service-identities", identities),
            Migration("service-assets", assets),
        ] + JobQueue.migrations + [
            Migration("service-jobs", jobs), Migration("service-comments", comments),
            Migration("service-pictures", pictures), Migration("service-farewells", farewells),
        ]

    private static let pictures = [
        """
        CREATE TABLE account_picture (
            account TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
            type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg')),
            digest TEXT NOT NULL,
            bytes {bytes} NOT NULL
        )
        """
    ]

    private static let comments = [
        // The latest writing of a record that was taken away; nil for one that is there.
        "ALTER TABLE record ADD COLUMN tombstone TEXT",
        """
        CREATE INDEX record_tombstone ON record (space, tombstone) WHERE tombstone IS NOT NULL
        """,
        // Whose comment it is.
        """
        ALTER TABLE record ADD COLUMN made_by TEXT REFERENCES account (id) ON DELETE SET NULL
        """,
        "CREATE INDEX record_by_maker ON record (made_by) WHERE made_by IS NOT NULL",
    ]

    private static let accounts = [
        """
        CREATE TABLE account (
            id TEXT NOT NULL PRIMARY KEY,
            email TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            password TEXT NOT NULL,
            verified_at BIGINT,
            created_at BIGINT NOT NULL
        )
        """,
        // Of what was sent only the hash is kept.
        """
        CREATE TABLE mail_token (
            hash TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            purpose TEXT NOT NULL CHECK (purpose IN ('verify', 'reset')),
            expires_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX mail_token_by_account ON mail_token (account)",
        """
        CREATE TABLE session (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            device TEXT NOT NULL,
            address TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            seen_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            ended_at BIGINT,
            cookie TEXT UNIQUE
        )
        """,
        "CREATE INDEX session_by_account ON session (account)",
        """
        CREATE TABLE refresh_token (
            hash TEXT NOT NULL PRIMARY KEY,
            session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            parent TEXT,
            used_at BIGINT,
            is_current BIGINT NOT NULL
        )
        """,
        "CREATE INDEX refresh_token_by_session ON refresh_token (session)",
    ]

    private static let devices = [
        """
        CREATE TABLE device_request (
            hash TEXT NOT NULL PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            device TEXT NOT NULL,
            address TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            asked_at BIGINT,
            pause BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'denied')),
            account TEXT REFERENCES account (id) ON DELETE CASCADE
        )
        """
    ]

    private static let keys = [
        """
        CREATE TABLE service_key (
            id TEXT NOT NULL PRIMARY KEY,
            purpose TEXT NOT NULL CHECK (purpose IN ('access', 'form')),
            seed {bytes} NOT NULL,
            created_at BIGINT NOT NULL
        )
        """
    ]

    private static let invitations = [
        """
        CREATE TABLE invitation (
            hash TEXT NOT NULL PRIMARY KEY,
            space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('admin', 'member', 'viewer')),
            email TEXT,
            made_by TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            expires_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX invitation_by_space ON invitation (space)",
    ]

    private static let administration = [
        "ALTER TABLE account ADD COLUMN disabled_at BIGINT",
        // Bytes of files; the service's usual measure where there is none.
        "ALTER TABLE account ADD COLUMN quota BIGINT",
    ]

    private static let ownership = [
        "ALTER TABLE account ADD COLUMN preferences TEXT NOT NULL DEFAULT '{}'",
        "ALTER TABLE account ADD COLUMN closed_at BIGINT",
        """
        CREATE TABLE account_key (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            scopes TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE,
            created_at BIGINT NOT NULL,
            used_at BIGINT,
            expires_at BIGINT
        )
        """,
        "CREATE INDEX account_key_by_account ON account_key (account)",
        """
        CREATE TABLE email_change (
            hash TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            email TEXT NOT NULL,
            expires_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX email_change_by_account ON email_change (account)",
    ]

    private static let identities = [
        """
        CREATE TABLE identity (
            provider TEXT NOT NULL,
            subject TEXT NOT NULL,
            account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            PRIMARY KEY (provider, subject)
        )
        """,
        "CREATE INDEX identity_by_account ON identity (account)",
        """
        CREATE TABLE identity_request (
            hash TEXT NOT NULL PRIMARY KEY,
            provider TEXT NOT NULL,
            cookie TEXT NOT NULL,
            verifier TEXT NOT NULL,
            code TEXT,
            expires_at BIGINT NOT NULL
        )
        """,
    ]

    private static let assets = [
        // Bytes that are kept, once for however many spaces have them.
        """
        CREATE TABLE asset_object (
            digest TEXT NOT NULL PRIMARY KEY,
            storage_key TEXT NOT NULL UNIQUE
        )
        """,
        // No space and no account goes while it has files: they are let go of first, so that
        // no bytes are left behind.
        """
        CREATE TABLE asset (
            space TEXT NOT NULL REFERENCES space (id),
            digest TEXT NOT NULL REFERENCES asset_object (digest),
            bucket TEXT NOT NULL
                CHECK (bucket IN ('uploads', 'generated', 'exports', 'thumbnails')),
            type TEXT NOT NULL,
            byte_count BIGINT NOT NULL,
            name TEXT NOT NULL,
            made_by TEXT REFERENCES account (id) ON DELETE SET NULL,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (space, digest)
        )
        """,
        "CREATE INDEX asset_by_digest ON asset (digest)",
        """
        CREATE TABLE asset_upload (
            id TEXT NOT NULL PRIMARY KEY,
            space TEXT NOT NULL REFERENCES space (id),
            account TEXT NOT NULL REFERENCES account (id),
            digest TEXT NOT NULL,
            bucket TEXT NOT NULL
                CHECK (bucket IN ('uploads', 'generated', 'exports', 'thumbnails')),
            type TEXT NOT NULL,
            byte_count BIGINT NOT NULL,
            name TEXT NOT NULL,
            parts TEXT NOT NULL,
            storage_key TEXT NOT NULL UNIQUE,
            ticket TEXT,
            expires_at BIGINT NOT NULL,
            UNIQUE (space, account, digest)
        )
        """,
        "CREATE INDEX asset_upload_by_end ON asset_upload (expires_at)",
        // A key is never used again, so that its bytes may be removed whenever it suits.
        """
        CREATE TABLE asset_garbage (
            storage_key TEXT NOT NULL PRIMARY KEY,
            ticket TEXT,
            let_go_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX asset_garbage_by_time ON asset_garbage (let_go_at)",
    ]

    private static let spaces = [
        """
        CREATE TABLE space (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            is_personal BIGINT NOT NULL,
            sequence BIGINT NOT NULL DEFAULT 0
        )
        """,
        """
        CREATE TABLE member (
            space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
            account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'viewer')),
            PRIMARY KEY (space, account)
        )
        """,
        "CREATE INDEX member_by_account ON member (account)",
        // The newest state alone: whoever is behind gets each record once.
        """
        CREATE TABLE record (
            space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            fields TEXT NOT NULL,
            PRIMARY KEY (space, kind, id)
        )
        """,
        "CREATE UNIQUE INDEX record_by_sequence ON record (space, sequence)",
    ]
}
