import Generation
import Networking
import Providers
import Testing

struct ProviderTableTests {
    @Test func `Every service has an address, and models of its own name`() {
        for row in ProviderTable.rows {
            #expect(WebAddress(row.address) != nil)
            #expect(!row.models.isEmpty)
            for model in row.models { #expect(model.provider == row.id) }
        }
        #expect(Set(ProviderTable.rows.map(\.id)).count == ProviderTable.rows.count)
    }
}
