import CCurl
import Foundation
import Synchronization

/// Runs every transfer of a client on one thread of its own, by libcurl's multi interface.
///
/// The thread starts with the first transfer and ends with ``close()``.
final class CurlLoop: Sendable {
    private struct Orders {
        var begun: [Int: CurlTransfer] = [:]
        var cancelled: [Int] = []
        var isClosed = false
        var hasThread = false
        /// nil once the thread has ended.
        var multi: Multi?
    }

    /// @unchecked: libcurl allows `curl_multi_wakeup` from any thread; every other call is made on
    /// the loop's own.
    private struct Multi: @unchecked Sendable { let pointer: UnsafeMutableRawPointer }

    private let orders = Mutex(Orders())

    /// Gives a transfer to the loop under a number that nothing else has.
    func begin(_ transfer: CurlTransfer, number: Int) {
        let isTaken = orders.withLock { orders -> Bool in
            guard !orders.isClosed else { return false }
            if orders.multi == nil {
                guard let multi = curl_multi_init() else { return false }
                orders.multi = Multi(pointer: multi)
            }
            orders.begun[number] = transfer
            wake(&orders)
            return true
        }
        if !isTaken { transfer.endCancelled() }
    }

    /// Ends a transfer as cancelled; one that has ended already stays so.
    func cancel(number: Int) {
        orders.withLock {
            $0.cancelled.append(number)
            if $0.hasThread { wake(&$0) }
        }
    }

    /// Cancels what is under way and ends the thread.
    func close() {
        orders.withLock {
            $0.isClosed = true
            if $0.hasThread { wake(&$0) }
        }
    }

    private func wake(_ orders: inout Orders) {
        guard let multi = orders.multi else { return }
        if !orders.hasThread {
            orders.hasThread = true
            let thread = Thread { [self] in run(multi.pointer) }
            thread.name = "network"
            thread.start()
        }
        curl_multi_wakeup(multi.pointer)
    }

    private func run(_ multi: UnsafeMutableRawPointer) {
        var running: [Int: CurlTransfer] = [:]
        while heed(multi, &running) {
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
            settle(multi, &running)
            curl_multi_poll(multi, nil, 0, 1000, nil)
        }
        for transfer in running.values {
            curl_multi_remove_handle(multi, transfer.handle)
            transfer.endCancelled()
        }
        orders.withLock {
            $0.multi = nil
            curl_multi_cleanup(multi)
        }
    }

    /// Takes up what was ordered; false when the loop is to end.
    private func heed(_ multi: UnsafeMutableRawPointer, _ running: inout [Int: CurlTransfer])
        -> Bool
    {
        let (begun, cancelled, isClosed) = orders.withLock { orders in
            defer {
                orders.begun.removeAll()
                orders.cancelled.removeAll()
            }
            return (orders.begun, orders.cancelled, orders.isClosed)
        }
        for (number, transfer) in begun {
            running[number] = transfer
            curl_multi_add_handle(multi, transfer.handle)
        }
        for number in cancelled {
            guard let transfer = running.removeValue(forKey: number) else { continue }
            curl_multi_remove_handle(multi, transfer.handle)
            transfer.endCancelled()
        }
        return !isClosed
    }

    private func settle(_ multi: UnsafeMutableRawPointer, _ running: inout [Int: CurlTransfer]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
                let number = running.first(where: { $0.value.handle == handle })?.key,
                let transfer = running.removeValue(forKey: number)
            else { continue }
            let code = ccurl_result(message)
            curl_multi_remove_handle(multi, handle)
            transfer.end(code)
        }
    }

    /// A handle for one transfer; nil when there is no memory for it.
    static func handle() -> UnsafeMutableRawPointer? {
        _ = isReady
        return curl_easy_init()
    }

    /// Readies libcurl, once for the process, with the first transfer and not sooner: to load it
    /// and what it needs takes as long as to draw the editor's first screen.
    private static let isReady: Bool = ccurl_start() == CURLE_OK
}
