extension AccountRoute {
    package static let announceAsset = AccountRoute(
        id: "asset.announce",
        method: .post,
        path: "/v1/spaces/{space}/assets",
        access: .account,
        body: .json,
        summary:
            "Tells of a file that is there already, or how to send it; asked again, what is left."
    )
    package static let findAsset = AccountRoute(
        id: "asset.find",
        method: .get,
        path: "/v1/spaces/{space}/assets/{asset}",
        access: .account,
        body: .none,
        summary: "Tells of a file, and an address that gives its bytes for a while."
    )
    package static let removeAsset = AccountRoute(
        id: "asset.remove",
        method: .delete,
        path: "/v1/spaces/{space}/assets/{asset}",
        access: .account,
        body: .none,
        summary: "Takes a file out of a space."
    )
    package static let findUpload = AccountRoute(
        id: "upload.find",
        method: .get,
        path: "/v1/spaces/{space}/uploads/{upload}",
        access: .account,
        body: .none,
        summary: "Tells which parts of a file are still to be sent, and where to."
    )
    package static let completeUpload = AccountRoute(
        id: "upload.complete",
        method: .post,
        path: "/v1/spaces/{space}/uploads/{upload}/completion",
        access: .account,
        body: .none,
        summary:
            "Looks at a file whose parts are all there, and keeps it if it is what was announced."
    )
    package static let endUpload = AccountRoute(
        id: "upload.end",
        method: .delete,
        path: "/v1/spaces/{space}/uploads/{upload}",
        access: .account,
        body: .none,
        summary: "Forgets a file of which not all was sent."
    )
    package static let usage = AccountRoute(
        id: "asset.usage",
        method: .get,
        path: "/v1/spaces/{space}/usage",
        access: .account,
        body: .none,
        summary: "Tells how much the files of a space’s owner take, and may take."
    )
    /// Where the service itself keeps the files.
    package static let sendPart = AccountRoute(
        id: "part.send",
        method: .put,
        path: "/v1/uploads/{upload}/parts/{part}",
        access: .address,
        body: .bytes,
        summary: "Takes one part of a file, by an address that was signed for it."
    )
    /// Where the service itself keeps the files.
    package static let readFile = AccountRoute(
        id: "file.read",
        method: .get,
        path: "/v1/files/{file}",
        access: .address,
        body: .none,
        summary: "Gives a file’s bytes or a range of them, by an address that was signed for it."
    )

    static let assetTable = [
        announceAsset, findAsset, removeAsset, findUpload, completeUpload, endUpload, usage,
        sendPart, readFile,
    ]
}
