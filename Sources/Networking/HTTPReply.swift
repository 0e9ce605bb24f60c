package import Foundation

/// A server's answer, whole and in memory.
package struct HTTPReply: Sendable {
    package let head: HTTPHead
    package let body: Data
}
