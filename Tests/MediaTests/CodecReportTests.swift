import Media
import Testing

struct CodecReportTests {
    @Test func `What the tests need is there, and every row says why`() {
        let report = CodecReport.current()
        for name in ["libx264", "h264", "png", "mjpeg", "webp"] {
            #expect(report.entries.contains { $0.name == name && $0.isPresent })
        }
        #expect(report.entries.allSatisfy { !$0.purpose.isEmpty && !$0.package.isEmpty })
        #expect(Set(report.entries).count == report.entries.count)
        #expect(!report.libAVVersion.isEmpty)
    }
}
