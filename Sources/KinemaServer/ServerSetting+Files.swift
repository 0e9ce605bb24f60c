extension ServerSetting {
    static let quota = ServerSetting(
        name: "quota",
        usual: "10 GB",
        help:
            "How much the files of an account may take in all the spaces that it owns, such as 500 MB or "
            + "1 TB; `admin quota` says so of one account."
    )
    static let files = ServerSetting(
        name: "files",
        usual: "",
        help: "The directory that files are kept in; `files` in the data directory, if not said."
    )
    static let s3Bucket = ServerSetting(
        name: "s3-bucket",
        usual: "",
        help: "The bucket of S3, R2 or their like that files are kept in instead, if said."
    )
    static let s3Endpoint = ServerSetting(
        name: "s3-endpoint",
        usual: "",
        help:
            "The address of the bucket’s store without the bucket, such as "
            + "https://s3.eu-central-1.amazonaws.com; clients reach it too."
    )
    static let s3Region = ServerSetting(
        name: "s3-region",
        usual: "us-east-1",
        help: "The bucket’s region; `auto` for R2."
    )
    static let s3Style = ServerSetting(
        name: "s3-style",
        usual: "path",
        help: "Whether the bucket stands in the `path` or before the `host`."
    )
    static let s3Key = ServerSetting(
        name: "s3-key",
        usual: "",
        help: "The id of the key that opens the bucket."
    )
    static let s3Secret = ServerSetting(
        name: "s3-secret",
        usual: "",
        help: "The secret of that key.",
        isSecret: true
    )

    static let ofFiles = [
        quota, files, s3Bucket, s3Endpoint, s3Region, s3Style, s3Key, s3Secret,
    ]
}
