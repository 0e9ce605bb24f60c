import Foundation

/// Whether tests run at their whole sizes.
enum Soak {
    static var isWhole: Bool { ProcessInfo.processInfo.environment["KINEMA_SOAK"] != nil }
}
