/// What is made for spaces, and by whom.
extension ServerSetting {
    static let vendors = ServerSetting(
        name: "vendors",
        usual: "",
        help:
            "The file that says where vendors are and whence their keys come, as the editor’s providers.yaml; "
            + "`providers.yaml` in the data directory, if there is one."
    )
    static let monthlyLimit = ServerSetting(
        name: "monthly-limit",
        usual: "",
        help:
            "The most dollars that a space may spend a month on what is made for it; no limit, if not said."
    )
    static let keepJobs = ServerSetting(
        name: "keep-jobs",
        usual: "30",
        help: "For how many days what was made is listed."
    )

    static let ofWork = [vendors, monthlyLimit, keepJobs]
}
