import AccountAPI
import Testing

struct AccountRouteTests {
    @Test func `No two routes share an id, or a method and path`() {
        let table = AccountRoute.table
        #expect(Set(table.map(\.id)).count == table.count)
        #expect(Set(table.map { "\($0.method.rawValue) \($0.path)" }).count == table.count)
    }

    @Test func `A route says in a sentence what it does`() {
        for route in AccountRoute.table {
            #expect(route.summary.hasSuffix(".") && route.summary.count > 15, "\(route.id)")
            #expect(route.body == .none || route.method == .post || route.method == .put)
        }
    }

    @Test func `A path is filled in with what it names`() {
        #expect(AccountRoute.push.path("abc") == "/v1/spaces/abc/changes")
        #expect(AccountRoute.endSession.path("current") == "/v1/sessions/current")
    }

    @Test func `Every permission of every role is as the table says`() {
        let expected: [SpaceRole: Set<SpaceRole.Permission>] = [
            .owner: Set(SpaceRole.Permission.allCases),
            .admin: [
                .readRecords, .writeRecords, .comment, .readMembers, .invite, .manageMembers,
                .readAssets, .writeAssets, .removeAssets, .readJobs, .makeJobs, .manageJobs,
            ],
            .member: [
                .readRecords, .writeRecords, .comment, .readMembers, .readAssets, .writeAssets,
                .readJobs, .makeJobs,
            ],
            .viewer: [.readRecords, .comment, .readMembers, .readAssets, .readJobs],
        ]
        for role in SpaceRole.allCases {
            for permission in SpaceRole.Permission.allCases {
                let may = expected[role]?.contains(permission) ?? false
                #expect(role.may(permission) == may, "\(role) \(permission)")
            }
        }
    }
}
