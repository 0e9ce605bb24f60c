import Editor
import Editorial
import Testing

@testable import Panes

struct AccountStatusTests {
    private func standing(
        _ files: AccountStanding.Files,
        phase: AccountStanding.Phase = .synced(at: Timestamp(milliseconds: 0))
    ) -> AccountStanding {
        var standing = AccountStanding(phase: phase, server: "kinema.example.org")
        standing.files = files
        return standing
    }

    @Test func `The header says which files are on their way, and first what is waited for`() {
        let cases: [(AccountStanding.Files, String)] = [
            (.init(), "synced"), (.init(sendingCount: 1, percent: 42), "sending 1 file 42 %"),
            (.init(sendingCount: 3), "sending 3 files"),
            (.init(sendingCount: 3, fetched: "take.mp4", percent: 7), "fetching 7 %"),
        ]
        for (files, words) in cases {
            #expect(AccountStatus(standing(files)).text(.unicode).text.hasSuffix(words), "\(words)")
        }
        let offline = standing(.init(sendingCount: 2), phase: .offline(since: "14:05"))
        #expect(AccountStatus(offline).text(.unicode).text.hasSuffix("offline since 14:05"))
    }

    @Test func `The account's screen says what waits, and why a file is not taken`() {
        var account = standing(.init(sendingCount: 2, percent: 50))
        account.waitingCount = 3
        #expect(AccountScreen.waiting(account) == "3 records and 2 files, 50 %")
        account = standing(.init(fetched: "take.mp4", percent: 9))
        #expect(AccountScreen.waiting(account) == "nothing; “take.mp4” is being fetched, 9 %")
        account = standing(.init(refusal: "There is no room."))
        #expect(AccountScreen.waiting(account) == "nothing; There is no room.")
        account.isReadOnly = true
        #expect(AccountScreen.waiting(account) == "nothing; you may only look here")
    }
}
