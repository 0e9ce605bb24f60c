extension JobQueue {
    /// Says in words that SQLite weighs quickly which states there are.
    ///
    /// For a list of more than two, in a check or in what an index holds, it
    /// builds a table of them anew for every row that is written: more than
    /// half of what a claim and a completion cost. PostgreSQL does not.
    static let thirdSchema =
        ([
            jobTable(
                "job_3",
                states: JobState.allCases.map { "state = '\($0.rawValue)'" }
                    .joined(separator: " OR ")
            ),
            "INSERT INTO job_3 SELECT * FROM job",
            "DROP TABLE job",
            "ALTER TABLE job_3 RENAME TO job",
        ] + secondIndexes.filter { $0.contains(" ON job (") && !$0.contains("job_stopped") } + [
            "CREATE INDEX job_stopped ON job (finished_at) WHERE \(stopped)"
        ]).map { "{sqlite} \($0)" }

    /// The condition that the index of stopped jobs answers, word for word.
    static let stopped = "state = 'failed' OR state = 'cancelled' OR state = 'uncertain'"
}
