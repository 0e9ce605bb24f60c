import Database
import Editorial

// What was said of takes, as records: one a comment, one an answer, and one a verdict, so
// that those who may only comment make records of their own and change nobody's.
extension LocalWorkspace {
    /// Stamps everything that was said.
    func noteComments(on connection: any SQLConnection) throws {
        for row in try connection.rows("SELECT id, take FROM comment") {
            try noteComment(
                try row.identifier("id"),
                of: try row.identifier("take"),
                on: connection
            )
        }
        let replies = try connection.rows(
            """
            SELECT comment_reply.id, comment_reply.comment, comment.take FROM comment_reply
            JOIN comment ON comment.id = comment_reply.comment
            """
        )
        for row in replies {
            try noteReply(
                try row.identifier("id"),
                to: try row.identifier("comment"),
                of: try row.identifier("take"),
                on: connection
            )
        }
        for row in try connection.rows("SELECT take, verdict FROM verdict") {
            try noteVerdict(
                Review.Verdict(rawValue: try row.text("verdict")),
                of: try row.identifier("take"),
                on: connection
            )
        }
    }

    /// Stamps a comment as its row is.
    func noteComment(
        _ id: ReviewComment.ID,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        let sql = "SELECT * FROM comment WHERE id = $1"
        guard let row = try connection.rows(sql, [.text(id.description)]).first else { return }
        let comment = try ReviewComment(row)
        try noteComment(
            id,
            [
                SharedKind.subject: try StoredJSON.text(take),
                SharedKind.number: try StoredJSON.text(comment.number),
                SharedKind.frames: try StoredJSON.text([comment.first, comment.last]),
                SharedKind.mark: try StoredJSON.text(comment.mark),
                SharedKind.author: try StoredJSON.text(comment.author),
                SharedKind.text: try StoredJSON.text(comment.text),
                SharedKind.created: try StoredJSON.text(comment.at.milliseconds),
                SharedKind.isResolved: try StoredJSON.text(comment.isResolved),
                SharedRecord.removal: SharedRecord.no,
            ],
            on: connection
        )
    }

    func noteReply(
        _ id: ReviewComment.ID,
        to comment: ReviewComment.ID,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        let sql = "SELECT * FROM comment_reply WHERE id = $1"
        guard let row = try connection.rows(sql, [.text(id.description)]).first else { return }
        try noteComment(
            id,
            [
                SharedKind.subject: try StoredJSON.text(take),
                SharedKind.answered: try StoredJSON.text(comment),
                SharedKind.author: try StoredJSON.text(try row.text("author")),
                SharedKind.text: try StoredJSON.text(try row.text("text")),
                SharedKind.created: try StoredJSON.text(try row.integer("at")),
                SharedRecord.removal: SharedRecord.no,
            ],
            on: connection
        )
    }

    /// Stamps fields of a comment; nothing while nobody has signed in.
    func noteComment(
        _ id: ReviewComment.ID,
        _ fields: SharedFields,
        on connection: any SQLConnection
    ) throws {
        guard try isSharing(on: connection) else { return }
        let key = SharedRecord.Key(kind: SharedKind.comment, id: id.description)
        try note(fields, of: key, on: connection)
    }

    func noteVerdict(
        _ verdict: Review.Verdict?,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        guard try isSharing(on: connection) else { return }
        try note(
            [SharedKind.verdict: try StoredJSON.text(verdict?.rawValue)],
            of: SharedRecord.Key(kind: SharedKind.verdict, id: take.description),
            on: connection
        )
    }

    /// Makes rows of what others said of a take; it may have been said before the take is here.
    func adoptComments(on take: Take.ID, on connection: any SQLConnection) throws {
        let there = try connection.rows(
            "SELECT id FROM take WHERE id = $1",
            [.text(take.description)]
        )
        guard !there.isEmpty else { return }
        let rows = try connection.rows(
            """
            SELECT id FROM shared_field
            WHERE kind = 'comment' AND field = 'take' AND value = $1 ORDER BY id LIMIT $2
            """,
            [.text(try StoredJSON.text(take)), .integer(Review.commentLimit)]
        )
        let records = try rows.map { row in
            try sharedRecord(
                SharedRecord.Key(kind: SharedKind.comment, id: try row.text("id")),
                on: connection
            )
        }
        // Answers come after what they are to.
        for record in records where record.fields[SharedKind.answered] == nil {
            try adopt(comment: record, on: take, on: connection)
        }
        for record in records where record.fields[SharedKind.answered] != nil {
            try adopt(reply: record, on: connection)
        }
        let verdict = try sharedRecord(
            SharedRecord.Key(kind: SharedKind.verdict, id: take.description),
            on: connection
        )
        if verdict.fields[SharedKind.verdict] != nil {
            let word = verdict.value(SharedKind.verdict, as: String?.self) ?? nil
            try write(word.flatMap { Review.Verdict(rawValue: $0) }, of: take, on: connection)
        }
    }

    /// What cannot be read is left out: a newer version may have written it.
    private func adopt(
        comment record: SharedRecord,
        on take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        if record.isRemoved {
            try connection.execute("DELETE FROM comment WHERE id = $1", [.text(record.key.id)])
            return
        }
        guard let id = ReviewComment.ID(record.key.id), let comment = ReviewComment(record) else {
            return
        }
        try write(comment, id, of: take, on: connection)
        try connection.execute(
            "UPDATE comment SET is_resolved = $2 WHERE id = $1",
            [.text(id.description), .integer(comment.isResolved ? 1 : 0)]
        )
    }

    private func adopt(reply record: SharedRecord, on connection: any SQLConnection) throws {
        if record.isRemoved {
            try connection.execute(
                "DELETE FROM comment_reply WHERE id = $1",
                [.text(record.key.id)]
            )
            return
        }
        guard let id = ReviewComment.ID(record.key.id),
            let comment = record.value(SharedKind.answered, as: ReviewComment.ID.self),
            let reply = ReviewComment.Reply(record),
            !(try connection.rows(
                "SELECT id FROM comment WHERE id = $1",
                [.text(comment.description)]
            )).isEmpty
        else { return }
        try write(reply, id, to: comment, on: connection)
    }
}

extension ReviewComment {
    fileprivate init?(_ record: SharedRecord) {
        guard let frames = record.value(SharedKind.frames, as: [Int].self), frames.count == 2,
            0 <= frames[0], frames[0] <= frames[1],
            let said = Reply(record),
            let number = record.value(SharedKind.number, as: Int.self),
            (1...1_000_000).contains(number)
        else { return nil }
        self.init(
            number: number,
            frames: frames[0]...frames[1],
            mark: record.value(SharedKind.mark, as: Mark?.self) ?? nil,
            author: said.author,
            text: said.text,
            at: said.at
        )
        isResolved = record.value(SharedKind.isResolved, as: Bool.self) ?? false
        if !isSound { return nil }
    }
}

extension ReviewComment.Reply {
    fileprivate init?(_ record: SharedRecord) {
        guard let author = record.value(SharedKind.author, as: String.self),
            let text = record.value(SharedKind.text, as: String.self),
            let at = record.value(SharedKind.created, as: Int.self),
            max(author.count, text.count) <= ReviewComment.textLimit
        else { return nil }
        self.init(author: author, text: text, at: Timestamp(milliseconds: at))
    }
}
