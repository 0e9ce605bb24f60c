import AccountAPI
import Editorial
import Foundation
import Testing

struct OpenAPITests {
    /// Returns what an encoded value holds, by its names.
    private func names(_ value: some Encodable) throws -> Set<String> {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
        return Set(try #require(object as? [String: Any]).keys)
    }

    private func names(_ shape: String) throws -> Set<String> {
        guard case .object(let fields) = OpenAPIShapes.table[shape] else {
            Issue.record("There is no \(shape).")
            return []
        }
        return Set(fields.map(\.name))
    }

    @Test func `Every body has exactly the names that its shape says`() throws {
        var ids = IdentifierSource(seed: 1, now: Timestamp(milliseconds: 1))
        let space = Space(id: ids.identifier(), name: "", isPersonal: true, role: .owner)
        let moment = Timestamp(milliseconds: 1)
        let record = SharedRecord(key: SharedRecord.Key(kind: "a", id: "b"))
        let stamp = HybridStamp(milliseconds: 1, counter: 0, writer: 0)
        let account: AccountProfile.ID = ids.identifier()
        let key = AccountKey(
            id: ids.identifier(),
            name: "",
            scopes: [],
            createdAt: moment,
            usedAt: moment,
            expiresAt: moment
        )
        let asset = SharedAsset(
            sha256: try #require(Asset.ID(String(repeating: "a", count: 64))),
            bucket: .uploads,
            type: .png,
            byteCount: 1,
            name: "",
            createdAt: moment
        )
        let part = AssetExchange.Part(number: 1, address: "", headers: [:])
        let upload = AssetExchange.Upload(id: "", parts: [part], expiresAt: moment)
        let bodies: [(String, any Encodable)] = [
            ("Problem", AccountProblem(.failed, "")), ("OAuthProblem", OAuthProblem(.slowDown, "")),
            ("Said", AccountBodies.Said(message: "")), ("Space", space),
            ("SignUp", AccountBodies.SignUp(email: "", password: "", name: "")),
            ("Verify", AccountBodies.Verify(token: "", password: "")),
            ("AskReset", AccountBodies.AskReset(email: "")),
            ("Reset", AccountBodies.Reset(token: "", password: "")),
            ("SignIn", AccountBodies.SignIn(email: "", password: "", device: "")),
            ("ChangePassword", AccountBodies.ChangePassword(current: "", new: "")),
            ("Tokens", TokenGrant(accessToken: "", expiresIn: 1, refreshToken: "")),
            (
                "DeviceCode",
                DeviceCode(
                    deviceCode: "",
                    userCode: "",
                    verificationURI: "",
                    verificationURIComplete: "",
                    expiresIn: 1,
                    interval: 1
                )
            ),
            (
                "Profile",
                AccountProfile(
                    id: account,
                    email: "",
                    name: "",
                    createdAt: moment,
                    spaces: [],
                    picture: ""
                )
            ),
            (
                "Session",
                AccountSession(
                    id: ids.identifier(),
                    device: "",
                    address: "",
                    createdAt: moment,
                    seenAt: moment,
                    isCurrent: true
                )
            ),
            ("SessionList", SessionList(sessions: [])), ("Moment", moment),
            ("MakeSpace", SpaceBodies.Make(name: "")), ("Record", record),
            ("Member", SpaceBodies.Member(account: account, name: "", email: "", role: .viewer)),
            ("MemberList", SpaceBodies.MemberList(members: [])), ("RecordKey", record.key),
            ("ChangeRole", SpaceBodies.ChangeRole(role: .viewer)),
            ("Invite", SpaceBodies.Invite(email: "", role: .viewer)),
            ("Invitation", SpaceBodies.Invitation(token: "")),
            ("Transfer", SpaceBodies.Transfer(account: account)),
            ("Value", StampedValue("", stamp)), ("Push", RecordExchange.Push(records: [])),
            ("ChangeName", AccountBodies.ChangeName(name: "")), ("AccountKey", key),
            ("Preferences", AccountBodies.Preferences(values: [:])),
            ("ChangeEmail", AccountBodies.ChangeEmail(email: "", password: "")),
            ("Token", AccountBodies.ConfirmEmail(token: "")),
            ("Close", AccountBodies.Close(password: "")),
            ("MakeKey", AccountKeyBodies.Make(name: "", scopes: [], days: 1)),
            ("MadeKey", AccountKeyBodies.Made(key: key, secret: "")),
            ("KeyList", AccountKeyBodies.List(keys: [key])),
            ("Pushed", RecordExchange.Pushed(sequence: 1)),
            (
                "Pulled",
                RecordExchange.Pulled(
                    records: [],
                    sequence: 1,
                    hasMore: false,
                    settled: 1,
                    latest: HybridStamp(milliseconds: 1, counter: 0, writer: 1)
                )
            ),
            ("SharedAsset", asset), ("Part", part), ("Upload", upload),
            ("Announced", AssetExchange.Announced(asset: asset, upload: upload)),
            ("Found", AssetExchange.Found(asset: asset, address: "", expiresAt: moment)),
            ("Usage", AssetExchange.Usage(byteCount: 1, limit: 2)),
            (
                "Announcement",
                AssetExchange.Announcement(
                    sha256: asset.sha256,
                    bucket: .uploads,
                    type: .png,
                    byteCount: 1,
                    name: "",
                    parts: []
                )
            ),
        ]
        for (shape, body) in bodies + jobs(moment, account, ids.identifier()) {
            #expect(try names(body) == names(shape), "\(shape)")
        }
    }

    private func jobs(
        _ moment: Timestamp,
        _ account: AccountProfile.ID,
        _ id: RemoteJob.ID
    ) -> [(String, any Encodable)] {
        let camera = RemoteRequest.Camera(
            words: [RemoteRequest.Camera.Word(preset: "", text: "", strength: 1)]
        )
        let request = RemoteRequest(
            model: "",
            prompt: "",
            width: 1,
            height: 1,
            seconds: 1,
            camera: camera,
            startFrame: "",
            endFrame: ""
        )
        var model = RemoteModel(
            id: "",
            title: "",
            summary: "",
            product: .film,
            tariff: .each,
            price: 1
        )
        model.sizes.widths = []
        model.sizes.heights = []
        (model.sizes.step, model.sizes.shortest, model.sizes.longest) = (1, 1, 1)
        model.lengths.list = []
        (model.lengths.shortest, model.lengths.longest) = (1, 1)
        model.seedLimit = 1
        var job = RemoteJob(
            id: id,
            model: "",
            prompt: "",
            state: .queued,
            progress: 0,
            createdAt: moment
        )
        (job.estimate, job.cost, job.account) = (1, 1, account)
        (job.startedAt, job.finishedAt) = (moment, moment)
        let failure = RemoteJob.Failure(.fatal, "")
        guard let asset = Asset.ID(String(repeating: "a", count: 64)) else { return [] }
        let result = RemoteJob.Result(asset: asset, type: "", byteCount: 1)
        (job.failure, job.result) = (failure, result)
        let event = RemoteJobEvent(at: moment, what: "", state: .queued, attempt: 1, message: "")
        return [
            ("Camera", camera), ("CameraWord", camera.words[0]), ("RemoteRequest", request),
            ("MakeJob", RemoteJobBodies.Make(key: "", request: request)),
            ("RemoteModel", model), ("Sizes", model.sizes), ("Lengths", model.lengths),
            ("Offer", RemoteJobBodies.Offer(models: [model], spent: 1, limit: 1)),
            ("Job", job), ("JobFailure", failure), ("JobResult", result),
            ("JobList", RemoteJobBodies.List(jobs: [job], hasMore: false)),
            ("JobEvent", event), ("JobHistory", RemoteJobBodies.History(events: [event])),
        ]
    }

    @Test func `Every route is told with a body, where it takes or gives one`() throws {
        for route in AccountRoute.table {
            #expect(
                (OpenAPIShapes.requests[route.id] != nil) == (route.body != .none),
                "\(route.id)"
            )
            for name in [OpenAPIShapes.requests[route.id], OpenAPIShapes.replies[route.id]?.1] {
                if let name { #expect(OpenAPIShapes.table[name] != nil, "\(name)") }
            }
        }
        let known = Set(AccountRoute.table.map(\.id))
        #expect(known.isSuperset(of: OpenAPIShapes.requests.keys))
        #expect(known.isSuperset(of: OpenAPIShapes.replies.keys))
        let paths =
            try #require(
                try JSONSerialization.jsonObject(with: JSONEncoder().encode(OpenAPIDocument.tree))
                    as? [String: Any]
            )["paths"] as? [String: [String: Any]]
        #expect(paths?.values.reduce(0) { $0 + $1.count } == AccountRoute.table.count)
    }
}
