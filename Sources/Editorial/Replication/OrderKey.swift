/// Where a thing stands in a list that several machines put in order.
///
/// A fraction between 0 and 1, written in digits of base 62 that sort as
/// bytes, never ending in the lowest: between any two there is always another,
/// so moving one thing writes one key.
package struct OrderKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Reads a key; nil for what is none.
    package init?(_ text: String) {
        guard (1...200).contains(text.utf8.count), text.utf8.last != Self.digits.first,
            text.utf8.allSatisfy({ Self.digits.contains($0) })
        else { return nil }
        self.text = text
    }

    private init(digits: [Int]) {
        text = String(decoding: digits.map { Self.digits[$0] }, as: UTF8.self)
    }

    package var description: String { text }

    package static func < (left: OrderKey, right: OrderKey) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Returns a key between two; nil stands for the beginning or the end.
    ///
    /// - Precondition: The first is below the second.
    package static func between(_ low: OrderKey?, _ high: OrderKey?) -> OrderKey {
        let below = low?.places ?? []
        let above = high?.places
        precondition(above.map { below.lexicographicallyPrecedes($0) } ?? true, "Keys in order.")
        var result: [Int] = []
        var isBounded = above != nil
        while true {
            let place = result.count
            let floor = place < below.count ? below[place] : 0
            let ceiling =
                isBounded ? (above.flatMap { place < $0.count ? $0[place] : nil } ?? 0) : base
            if ceiling - floor > 1 {
                result.append((floor + ceiling) / 2)
                return OrderKey(digits: result)
            }
            result.append(floor)
            if ceiling > floor { isBounded = false }
        }
    }

    /// Returns a key for each thing of a list, keeping as many of those there
    /// are as can stay.
    package static func assigning(_ keys: [OrderKey?]) -> [OrderKey] {
        let kept = longestRise(keys)
        var result: [OrderKey] = []
        for index in keys.indices {
            if kept.contains(index), let key = keys[index] {
                result.append(key)
                continue
            }
            let next = kept.filter { $0 > index }.min().flatMap { keys[$0] }
            result.append(between(result.last, next))
        }
        return result
    }

    /// Returns the places of the longest sequence of keys that rises.
    private static func longestRise(_ keys: [OrderKey?]) -> Set<Int> {
        var length = Array(repeating: 0, count: keys.count)
        var before: [Int?] = Array(repeating: nil, count: keys.count)
        for (index, key) in keys.enumerated() {
            guard let key else { continue }
            length[index] = 1
            for earlier in 0..<index {
                guard let other = keys[earlier], other < key, length[earlier] >= length[index]
                else { continue }
                length[index] = length[earlier] + 1
                before[index] = earlier
            }
        }
        var place = length.indices.max { length[$0] < length[$1] }
        var rise: Set<Int> = []
        while let index = place, length[index] > 0 {
            rise.insert(index)
            place = before[index]
        }
        return rise
    }

    private var places: [Int] {
        text.utf8.map { byte in Self.digits.firstIndex(of: byte) ?? 0 }
    }

    private static let digits = Array(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8
    )
    private static let base = 62
}
