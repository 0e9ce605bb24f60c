extension AccountRoute {
    package static let offer = AccountRoute(
        id: "job.offer",
        method: .get,
        path: "/v1/spaces/{space}/models",
        access: .account,
        body: .none,
        summary: "Lists the models that the service offers, and what of the month’s money is spent."
    )
    package static let makeJob = AccountRoute(
        id: "job.make",
        method: .post,
        path: "/v1/spaces/{space}/jobs",
        access: .account,
        body: .json,
        summary: "Has a picture or a film made; asking twice with one key is the same as once."
    )
    package static let jobs = AccountRoute(
        id: "job.list",
        method: .get,
        path: "/v1/spaces/{space}/jobs",
        access: .account,
        body: .none,
        summary: "Lists the jobs of a space, the newest first, from before one of them."
    )
    package static let job = AccountRoute(
        id: "job.status",
        method: .get,
        path: "/v1/spaces/{space}/jobs/{job}",
        access: .account,
        body: .none,
        summary: "Tells where a job stands."
    )
    package static let jobHistory = AccountRoute(
        id: "job.history",
        method: .get,
        path: "/v1/spaces/{space}/jobs/{job}/history",
        access: .account,
        body: .none,
        summary: "Tells all that happened to a job."
    )
    package static let cancelJob = AccountRoute(
        id: "job.cancel",
        method: .post,
        path: "/v1/spaces/{space}/jobs/{job}/cancellation",
        access: .account,
        body: .none,
        summary: "Asks that a job be stopped; one’s own, or as an admin anybody’s."
    )
    package static let retryJob = AccountRoute(
        id: "job.retry",
        method: .post,
        path: "/v1/spaces/{space}/jobs/{job}/retry",
        access: .account,
        body: .none,
        summary:
            "Has a job begun anew that failed or was stopped, or of which nobody can know whether "
            + "the vendor took it, which may cost twice."
    )

    static let jobTable = [offer, makeJob, jobs, job, jobHistory, cancelJob, retryJob]
}
