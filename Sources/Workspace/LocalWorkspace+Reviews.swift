import Database
package import Editorial

// What was said of takes. Nobody's comment is lost to somebody else's: only what was done
// since a review was read is done to what is there now.
extension LocalWorkspace {
    /// Returns what was said of a take; nothing was of one that is not there.
    package func review(of take: Take.ID) throws(WorkspaceError) -> Review {
        try reading { try review(of: take, on: $0) }
    }

    /// Does what somebody did to a review since they read it, and sends it on its way.
    ///
    /// A comment that was added gets another number where its own was given meanwhile.
    ///
    /// - Parameters:
    ///   - after: The review as they had made it.
    ///   - before: The review as they had read it.
    ///   - take: Of which take it is.
    ///   - ids: Where the ids of what is new come from.
    /// - Returns: The review as it is now.
    /// - Throws: ``WorkspaceError`` of kind `conflict` when the take is gone.
    package func save(
        _ after: Review,
        since before: Review,
        of take: Take.ID,
        ids: inout IdentifierSource
    ) throws(WorkspaceError) -> Review {
        var source = ids
        defer { ids = source }
        return try writing { connection in
            let there = try connection.rows(
                "SELECT id FROM take WHERE id = $1",
                [.text(take.description)]
            )
            guard !there.isEmpty else { throw WorkspaceError.takeIsGone }
            for comment in before.comments where after[comment.number] == nil {
                try remove(comment, of: take, on: connection)
            }
            for comment in after.comments {
                guard let old = before[comment.number] else {
                    try insert(comment, of: take, ids: &source, on: connection)
                    continue
                }
                guard old != comment, let id = try find(comment, of: take, on: connection) else {
                    continue
                }
                try resolve(id, comment.isResolved, of: take, on: connection)
                for reply in comment.replies.dropFirst(old.replies.count) {
                    try insert(reply, to: id, of: take, ids: &source, on: connection)
                }
            }
            if before.verdict != after.verdict {
                try set(after.verdict, of: take, on: connection)
            }
            return try review(of: take, on: connection)
        }
    }

    func review(of take: Take.ID, on connection: any SQLConnection) throws -> Review {
        let id = SQLValue.text(take.description)
        let replies = Dictionary(
            grouping: try connection.rows(
                """
                SELECT comment_reply.* FROM comment_reply
                JOIN comment ON comment.id = comment_reply.comment
                WHERE comment.take = $1 ORDER BY comment_reply.at, comment_reply.id
                """,
                [id]
            ),
            by: { try? $0.text("comment") }
        )
        let rows = try connection.rows("SELECT * FROM comment WHERE take = $1", [id])
        let comments = try rows.map { row in
            var comment = try ReviewComment(row)
            comment.replies = try (replies[try row.text("id")] ?? []).map { row in
                ReviewComment.Reply(
                    author: try row.text("author"),
                    text: try row.text("text"),
                    at: Timestamp(milliseconds: try row.integer("at"))
                )
            }
            return comment
        }
        let verdict = try connection.rows("SELECT verdict FROM verdict WHERE take = $1", [id])
            .first?.text("verdict")
        return Review(comments: comments, verdict: verdict.flatMap(Review.Verdict.init))
    }

    /// Finds the one that is meant, which may have gone meanwhile.
    private func find(
        _ comment: ReviewComment,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws -> ReviewComment.ID? {
        try connection.rows(
            "SELECT id FROM comment WHERE take = $1 AND number = $2 AND at = $3 AND author = $4",
            [
                .text(take.description), .integer(comment.number),
                .integer(comment.at.milliseconds), .text(comment.author),
            ]
        ).first.flatMap { ReviewComment.ID(try $0.text("id")) }
    }

    private func remove(
        _ comment: ReviewComment,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        guard let id = try find(comment, of: take, on: connection) else { return }
        try connection.execute("DELETE FROM comment WHERE id = $1", [.text(id.description)])
        try noteComment(id, [SharedRecord.removal: SharedRecord.yes], on: connection)
    }

    private func insert(
        _ comment: ReviewComment,
        of take: Take.ID,
        ids: inout IdentifierSource,
        on connection: any SQLConnection
    ) throws {
        let id: ReviewComment.ID = ids.identifier()
        try write(comment, id, of: take, on: connection)
        try noteComment(id, of: take, on: connection)
        for reply in comment.replies {
            try insert(reply, to: id, of: take, ids: &ids, on: connection)
        }
    }

    private func insert(
        _ reply: ReviewComment.Reply,
        to comment: ReviewComment.ID,
        of take: Take.ID,
        ids: inout IdentifierSource,
        on connection: any SQLConnection
    ) throws {
        let id: ReviewComment.ID = ids.identifier()
        try write(reply, id, to: comment, on: connection)
        try noteReply(id, to: comment, of: take, on: connection)
    }

    private func resolve(
        _ id: ReviewComment.ID,
        _ isResolved: Bool,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "UPDATE comment SET is_resolved = $2 WHERE id = $1",
            [.text(id.description), .integer(isResolved ? 1 : 0)]
        )
        try noteComment(
            id,
            [SharedKind.isResolved: try StoredJSON.text(isResolved)],
            on: connection
        )
    }

    private func set(
        _ verdict: Review.Verdict?,
        of take: Take.ID,
        on connection: any SQLConnection
    ) throws {
        try write(verdict, of: take, on: connection)
        try noteVerdict(verdict, of: take, on: connection)
    }
}

extension WorkspaceError {
    fileprivate static let takeIsGone = WorkspaceError(
        kind: .conflict,
        message: "The take was removed meanwhile, and what was said of it with it; choose another."
    )
}
