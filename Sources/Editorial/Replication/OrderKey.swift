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
        var next = kept[...]
        var result: [OrderKey] = []
        for index in keys.indices {
            if next.first == index, let key = keys[index] {
                result.append(key)
                next.removeFirst()
            } else {
                result.append(between(result.last, next.first.flatMap { keys[$0] }))
            }
        }
        return result
    }

    /// Returns the places of the longest sequence of keys that rises, by piles
    /// (Fredman 1975).
    ///
    /// - Complexity: O(n log n).
    private static func longestRise(_ keys: [OrderKey?]) -> [Int] {
        // The place of the lowest key that a rise of each length may end with.
        var ends: [(place: Int, key: OrderKey)] = []
        var before: [Int?] = Array(repeating: nil, count: keys.count)
        for (place, key) in keys.enumerated() {
            guard let key else { continue }
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if ends[middle].key < key { low = middle + 1 } else { high = middle }
            }
            before[place] = low > 0 ? ends[low - 1].place : nil
            if low < ends.count { ends[low] = (place, key) } else { ends.append((place, key)) }
        }
        var rise: [Int] = []
        var place = ends.last?.place
        while let index = place {
            rise.append(index)
            place = before[index]
        }
        return rise.reversed()
    }

    private var places: [Int] {
        text.utf8.map { byte in Self.digits.firstIndex(of: byte) ?? 0 }
    }

    private static let digits = Array(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8
    )
    private static let base = 62
}
