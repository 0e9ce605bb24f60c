import Dispatch
import Glibc
import Testing

@testable import Terminal

struct FrameWriterTests {
    @Test func `A terminal that took nothing for a while is written to again when it does`() throws
    {
        var ends: [CInt] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        defer { for end in ends { close(end) } }
        let writer = FrameWriter(descriptor: ends[1])
        writer.finish([UInt8](repeating: 1, count: 1 << 20), patience: 0.01)
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let taken = read(ends[0], &bytes, bytes.count)
        #expect((1..<bytes.count).contains(taken))
        let done = DispatchSemaphore(value: 0)
        writer.write([7, 8]) { done.signal() }
        done.wait()
        #expect(read(ends[0], &bytes, bytes.count) == 2)
        #expect(bytes[..<2] == [7, 8])
    }
}
