import Input
import Testing

@testable import Terminal

struct EscapePatienceTests {
    @Test func `A nearby terminal is waited for hardly at all`() {
        #expect(EscapePatience().milliseconds == 25)
        var patience = EscapePatience()
        patience.heed(roundTrip: .microseconds(300))
        #expect(patience.milliseconds == 25)
    }

    @Test func `A longer line is waited for longer, within bounds`() {
        var patience = EscapePatience()
        patience.heed(roundTrip: .milliseconds(160))
        #expect(patience.milliseconds == 65)
        patience.heed(roundTrip: .seconds(9))
        #expect(patience.milliseconds == 125)
    }

    @Test func `A key that was given up too soon is waited for twice as long`() {
        var patience = EscapePatience()
        patience.wasTooShort()
        #expect(patience.milliseconds == 50)
        for _ in 0..<9 { patience.wasTooShort() }
        #expect(patience.milliseconds == 250)
    }

    @Test func `The decoder tells when the rest of a key came late`() {
        var decoder = InputDecoder()
        _ = decoder.feed([0x1B])
        #expect(decoder.flush() == [.event(.key("esc"))])
        #expect(decoder.feed(Array("[1;5A".utf8)) == [.event(.key("ctrl-up"))])
        #expect(decoder.hastyFlushes == 1)
    }
}
