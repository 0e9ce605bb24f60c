import Database
package import Editorial

extension ReviewComment {
    /// Names a comment, or an answer to one, on every machine.
    package typealias ID = Identifier<ReviewComment>

    init(_ row: SQLRow) throws {
        let mark = try row.optionalText("mark").map {
            try StoredJSON.value(Mark.self, from: $0, of: "a comment’s place")
        }
        let first = try row.integer("first")
        self.init(
            number: try row.integer("number"),
            frames: first...max(first, try row.integer("last")),
            mark: mark,
            author: try row.text("author"),
            text: try row.text("text"),
            at: Timestamp(milliseconds: try row.integer("at"))
        )
        isResolved = try row.integer("is_resolved") == 1
    }
}

extension LocalWorkspace {
    /// Writes a comment under its number, or under the next one where that is another's.
    func write(
        _ comment: ReviewComment,
        _ id: ReviewComment.ID,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO comment (id, take, number, first, last, mark, author, text, at, is_resolved)
            SELECT $1, $2, CASE
                WHEN EXISTS (SELECT 1 FROM comment WHERE take = $2 AND number = $3)
                THEN (SELECT MAX(number) + 1 FROM comment WHERE take = $2) ELSE $3 END,
                $4, $5, $6, $7, $8, $9, $10
            WHERE NOT EXISTS (SELECT 1 FROM comment WHERE id = $1)
            """,
            [
                .text(id.description), .text(take.description), .integer(comment.number),
                .integer(comment.first), .integer(comment.last),
                .text(ifAny: try comment.mark.map { try StoredJSON.text($0) }),
                .text(comment.author), .text(comment.text),
                .integer(comment.at.milliseconds), .integer(comment.isResolved ? 1 : 0),
            ]
        )
    }

    func write(
        _ reply: ReviewComment.Reply,
        _ id: ReviewComment.ID,
        to comment: ReviewComment.ID,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO comment_reply (id, comment, author, text, at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """,
            [
                .text(id.description), .text(comment.description), .text(reply.author),
                .text(reply.text), .integer(reply.at.milliseconds),
            ]
        )
    }

    func write(
        _ verdict: Review.Verdict?,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        guard let verdict else {
            try connection.execute(
                "DELETE FROM verdict WHERE take = $1",
                [.text(take.description)]
            )
            return
        }
        try connection.execute(
            """
            INSERT INTO verdict (take, verdict) VALUES ($1, $2)
            ON CONFLICT (take) DO UPDATE SET verdict = excluded.verdict
            """,
            [.text(take.description), .text(verdict.rawValue)]
        )
    }
}
