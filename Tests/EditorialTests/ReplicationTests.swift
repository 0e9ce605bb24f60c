import Testing

@testable import Editorial

struct ReplicationTests {
    /// Records of one key with few stamps and values, so that they collide often.
    private func record(_ source: inout IdentifierSource) -> SharedRecord {
        var record = SharedRecord(key: SharedRecord.Key(kind: "shot", id: "a"))
        for field in ["x", "y", SharedRecord.removal] where Bool.random(using: &source) {
            record.fields[field] = StampedValue(
                "\(Int.random(in: 0...2, using: &source))",
                HybridStamp(
                    milliseconds: Int.random(in: 0...2, using: &source),
                    counter: UInt16.random(in: 0...1, using: &source),
                    writer: UInt64.random(in: 0...1, using: &source)
                )
            )
        }
        return record
    }

    private func merged(_ records: SharedRecord...) -> SharedRecord {
        records.dropFirst().reduce(into: records[0]) { $0.merge($1) }
    }

    @Test func `Merging is commutative, associative and idempotent`() {
        var source = IdentifierSource(seed: 7, now: Timestamp(milliseconds: 0))
        for _ in 0..<5000 {
            let (a, b, c) = (record(&source), record(&source), record(&source))
            #expect(merged(a, b) == merged(b, a))
            #expect(merged(merged(a, b), c) == merged(a, merged(b, c)))
            #expect(merged(a, a) == a)
            #expect(merged(merged(a, b), b) == merged(a, b))
        }
    }

    @Test func `Merging tells exactly the fields that changed`() {
        var source = IdentifierSource(seed: 8, now: Timestamp(milliseconds: 0))
        for _ in 0..<1000 {
            let (before, other) = (record(&source), record(&source))
            var after = before
            let changed = Set(after.merge(other))
            let names = Set(before.fields.keys).union(after.fields.keys)
            #expect(changed == names.filter { before.fields[$0] != after.fields[$0] })
        }
    }

    @Test func `A clock's stamps rise though the wall clock goes back`() {
        var clock = HybridClock(writer: 1)
        var last = clock.stamp(now: 5_000_000)
        clock.hear(HybridStamp(milliseconds: 6_000_000, counter: .max, writer: 9))
        for now in [5_000_001, 10, 0, 7_000_000, 7_000_000, 1] {
            let next = clock.stamp(now: now)
            #expect(next > last)
            last = next
        }
        #expect(last.milliseconds == 7_000_000)
    }

    @Test func `A stamp's text sorts as it does and reads back`() {
        var source = IdentifierSource(seed: 9, now: Timestamp(milliseconds: 0))
        let stamps = (0..<300).map { _ in
            HybridStamp(
                milliseconds: Int.random(in: 0...0xFFFF_FFFF_FFFF, using: &source),
                counter: UInt16.random(in: 0...(.max), using: &source),
                writer: source.next()
            )
        }
        #expect(stamps.allSatisfy { HybridStamp($0.description) == $0 })
        #expect(stamps.sorted().map(\.description) == stamps.map(\.description).sorted())
    }

    @Test(arguments: ["", "01939c2f4a10-0000-5F2C9E0A11B20C77", "0-0-0", "a-b", "--"])
    func `What is no stamp is not read`(text: String) {
        #expect(HybridStamp(text) == nil)
    }

    @Test func `Between two order keys there is always another`() {
        var source = IdentifierSource(seed: 3, now: Timestamp(milliseconds: 0))
        var keys: [OrderKey] = []
        for _ in 0..<800 {
            let place = Int.random(in: 0...keys.count, using: &source)
            let low = place > 0 ? keys[place - 1] : nil
            let high = place < keys.count ? keys[place] : nil
            let key = OrderKey.between(low, high)
            #expect(low.map { $0 < key } ?? true)
            #expect(high.map { key < $0 } ?? true)
            #expect(OrderKey(key.text) == key)
            keys.insert(key, at: place)
        }
    }

    @Test func `Moving one thing of a list gives one thing another key`() {
        var keys = OrderKey.assigning(Array(repeating: nil, count: 30))
        #expect(keys == keys.sorted())
        var source = IdentifierSource(seed: 4, now: Timestamp(milliseconds: 0))
        for _ in 0..<200 {
            var moved = keys
            moved.insert(
                moved.remove(at: Int.random(in: 0..<30, using: &source)),
                at: Int.random(in: 0..<30, using: &source)
            )
            let next = OrderKey.assigning(moved)
            #expect(next == next.sorted() && Set(next).count == 30)
            #expect(zip(moved, next).count { $0 != $1 } <= 1)
            keys = next
        }
    }

    @Test func `The edits between two states of a project lead there and back`() {
        var source = IdentifierSource(seed: 5, now: Timestamp(milliseconds: 9))
        for _ in 0..<300 {
            let before = project(&source, like: nil)
            let after = project(&source, like: before)
            var work = before
            let edits = before.edits(to: after)
            for edit in edits { work.apply(edit) }
            #expect(work == after)
            for edit in edits.reversed() { work.apply(edit.inverse) }
            #expect(work == before)
        }
    }

    /// A project of a few shots, some of them another's, in any order.
    private func project(_ source: inout IdentifierSource, like other: Project?) -> Project {
        let old = (other?.shots ?? []).filter { _ in Bool.random(using: &source) }
        let new = (0..<Int.random(in: 0...3, using: &source)).map { number in
            Shot(id: source.identifier(), name: "New \(number)", draft: Draft())
        }
        var shots = (old + new).shuffled(using: &source)
        for place in shots.indices where Bool.random(using: &source) {
            shots[place].draft.prompt = "\(source.next())"
            shots[place].name = "\(source.next())"
        }
        return Project(id: other?.id ?? source.identifier(), name: "\(source.next())", shots: shots)
    }
}
