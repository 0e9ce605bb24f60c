import Input
import Testing

struct KeySequenceTests {
    @Test(arguments: ["g", "ctrl-w >", "q {letter}", "{", "ctrl-shift-left", "alt->", "a b c d"])
    func `A sequence is spelled as it is read`(spelling: String) throws {
        let keys = try #require(KeySequence(spelling: spelling))
        let again = keys.description
        #expect(KeySequence(spelling: again) == keys)
        #expect(again.split(separator: " ").count == spelling.split(separator: " ").count)
    }

    @Test(arguments: ["", " ", "ctl-x", "a b c d e", "f99", "{digit}"])
    func `What is no key is none`(spelling: String) {
        #expect(KeySequence(spelling: spelling) == nil)
    }

    @Test func `Keys begin a sequence, any letter matches where one is wanted`() {
        let keys: KeySequence = "q {letter}"
        #expect(keys.begins(with: ["q"]))
        #expect(keys.begins(with: ["q", "k"]))
        #expect(!keys.begins(with: ["q", "K"]))
        #expect(!keys.begins(with: ["k"]))
        #expect(KeySequence("q" as KeyChord).isPrefix(of: keys))
        #expect(!keys.isPrefix(of: keys))
    }
}
