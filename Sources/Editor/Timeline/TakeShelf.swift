import Editorial

/// Where takes are found by their id and by their shot, so that no frame looks through ten
/// thousand of them.
struct TakeShelf: Equatable, Sendable {
    /// How many are queued or running.
    private(set) var busyCount = 0
    private(set) var isAnyRunning = false
    /// Places in the takes it was made of.
    private var places: [Take.ID: Int] = [:]
    private var ofShots: [Shot.ID: [Int]] = [:]

    /// Of two with one id the first is found.
    init(_ takes: [Take]) {
        places.reserveCapacity(takes.count)
        for (place, take) in takes.enumerated() {
            if places[take.id] == nil { places[take.id] = place }
            ofShots[take.shot, default: []].append(place)
            guard !take.isSettled else { continue }
            busyCount += 1
            if take.status == .running { isAnyRunning = true }
        }
    }

    func place(of take: Take.ID) -> Int? { places[take] }

    /// Returns where the takes that were made of a shot are, in their order.
    func places(of shot: Shot.ID) -> [Int] { ofShots[shot] ?? [] }
}
