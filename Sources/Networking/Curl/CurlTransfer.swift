import CCurl
import Foundation

/// One transfer: libcurl's handle, what is sent, and where the answer goes.
///
/// @unchecked: made by one thread, handed over under the loop's lock, and from then on touched by
/// the loop's thread alone, on which libcurl calls back.
final class CurlTransfer: @unchecked Sendable {
    let handle: UnsafeMutableRawPointer
    private let request: HTTPRequest
    private let sink: any HTTPSink
    private let report: @Sendable (HTTPProgress) -> Void
    private let done: @Sendable (Result<HTTPHead, HTTPError>) -> Void
    private var lines: UnsafeMutablePointer<curl_slist>?
    private var reader: BodyReader?

    private var status = 0
    private var fields: [String: String] = [:]
    private var headBytes = 0
    private var head: HTTPHead?
    /// The answer's bytes when it is none of success: they are words, not what was asked for.
    let complaint = MemorySink(limit: CurlTransfer.complaintLimit)
    private var hasHeardEnough = false
    /// What went wrong on our side of a callback, which can only say that something did.
    private var failure: HTTPError?

    private static let complaintLimit = 1 << 18
    private static let headLimit = 1 << 18

    init?(
        _ request: HTTPRequest,
        to sink: any HTTPSink,
        report: @escaping @Sendable (HTTPProgress) -> Void,
        done: @escaping @Sendable (Result<HTTPHead, HTTPError>) -> Void
    ) {
        guard let handle = CurlLoop.handle() else { return nil }
        self.handle = handle
        self.request = request
        self.sink = sink
        self.report = report
        self.done = done
        setUp()
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(lines)
    }

    /// Tells how it ended, once; called on the loop's thread after libcurl let go of it.
    func end(_ code: CURLcode) {
        let host = request.address.host
        let mayHaveArrived = ccurl_long(handle, CURLINFO_REQUEST_SIZE) > 0
        if var failure {
            failure.mayHaveArrived = failure.mayHaveArrived || mayHaveArrived
            done(.failure(failure))
        } else if code == CURLE_OK || hasHeardEnough, let head {
            done(.success(head))
        } else {
            let code = code == CURLE_OK ? CURLE_GOT_NOTHING : code
            done(.failure(HTTPError(curl: code, host: host, mayHaveArrived: mayHaveArrived)))
        }
    }

    func endCancelled() { done(.failure(.cancelled)) }

    private func setUp() {
        let limits = request.limits
        ccurl_set_text(handle, CURLOPT_URL, request.address.text)
        ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
        ccurl_set_long(handle, CURLOPT_SSLVERSION, ccurl_tls_1_2)
        ccurl_set_long(handle, CURLOPT_HTTP_VERSION, ccurl_http_2_over_tls)
        // On a kept connection that turns out dead libcurl sends a request once more by itself.
        if request.method == .post { ccurl_set_long(handle, CURLOPT_FRESH_CONNECT, 1) }
        ccurl_set_text(handle, CURLOPT_USERAGENT, "kinema/0.1")
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        ccurl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
        ccurl_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(1, limits.silence.milliseconds / 1000))
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, limits.total?.milliseconds ?? 0)
        let this = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_bytes(handle, CURLOPT_HEADERFUNCTION, curlTookHeader)
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, this)
        ccurl_set_bytes(handle, CURLOPT_WRITEFUNCTION, curlTookBytes)
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, this)
        ccurl_set_progress(handle, curlMadeProgress)
        ccurl_set_pointer(handle, CURLOPT_XFERINFODATA, this)
        ccurl_set_long(handle, CURLOPT_NOPROGRESS, 0)
        setUpMethod(this)
        // An answer to `Expect` that never comes costs a second for nothing.
        for line in request.headers.map(\.line) + ["Expect:"] {
            lines = curl_slist_append(lines, line) ?? lines
        }
        ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, lines)
    }

    private func setUpMethod(_ this: UnsafeMutableRawPointer) {
        if request.method == .head { ccurl_set_long(handle, CURLOPT_NOBODY, 1) }
        guard request.body != nil || request.method == .post || request.method == .put else {
            ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
            return
        }
        let body = request.body ?? HTTPBody()
        reader = BodyReader(body)
        ccurl_set_long(handle, CURLOPT_UPLOAD, 1)
        ccurl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(body.byteCount))
        ccurl_set_bytes(handle, CURLOPT_READFUNCTION, curlWantsBytes)
        ccurl_set_pointer(handle, CURLOPT_READDATA, this)
        ccurl_set_seek(handle, curlWantsSeek)
        ccurl_set_pointer(handle, CURLOPT_SEEKDATA, this)
        ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }
}

/// What libcurl calls back with.
extension CurlTransfer {
    fileprivate func take(header bytes: UnsafeRawBufferPointer) -> Bool {
        headBytes += bytes.count
        guard headBytes <= Self.headLimit else { return fail(.tooLarge(Self.headLimit)) }
        let line = String(decoding: bytes, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines
        )
        if line.hasPrefix("HTTP/") {
            fields.removeAll()
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        } else if line.isEmpty {
            // What only says to go on is not the answer, and trailers come after it.
            guard status >= 200, head == nil else { return true }
            return begin(HTTPHead(status: status, fields: fields))
        } else if let colon = line.firstIndex(of: ":"), head == nil {
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            if fields[name] == nil { fields[name] = value }
        }
        return true
    }

    private func begin(_ head: HTTPHead) -> Bool {
        self.head = head
        guard head.isSuccess else { return true }
        do throws(HTTPError) {
            try sink.begin(head)
            return true
        } catch {
            return fail(error)
        }
    }

    fileprivate func take(bytes: UnsafeRawBufferPointer) -> Bool {
        guard head?.isSuccess == true else { return listen(to: bytes) }
        do throws(HTTPError) {
            try sink.write(bytes)
            return true
        } catch {
            return fail(error)
        }
    }

    /// Of a complaint without end only the beginning counts.
    private func listen(to bytes: UnsafeRawBufferPointer) -> Bool {
        // The limit is all that could be wrong.
        if (try? complaint.write(bytes)) != nil { return true }
        hasHeardEnough = true
        return false
    }

    fileprivate func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(HTTPError) {
            return try reader?.read(into: buffer) ?? 0
        } catch {
            failure = error
            return Int(CURL_READFUNC_ABORT)
        }
    }

    fileprivate func rewind(to offset: Int) -> Bool { reader?.seek(to: offset) ?? false }

    fileprivate func tell(uploaded: Int, of total: Int) {
        let received = sink.progress
        report(
            HTTPProgress(
                received: received.done,
                total: received.total,
                sent: uploaded,
                toSend: total
            )
        )
    }

    private func fail(_ error: HTTPError) -> Bool {
        failure = failure ?? error
        return false
    }
}

private func transfer(_ pointer: UnsafeMutableRawPointer?) -> CurlTransfer? {
    pointer.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private func curlTookHeader(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ pointer: UnsafeMutableRawPointer?
) -> Int {
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer(pointer)?.take(header: piece) == true ? size * count : 0
}

private func curlTookBytes(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ pointer: UnsafeMutableRawPointer?
) -> Int {
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer(pointer)?.take(bytes: piece) == true ? size * count : 0
}

private func curlWantsBytes(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ pointer: UnsafeMutableRawPointer?
) -> Int {
    let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
    return transfer(pointer)?.fill(buffer) ?? Int(CURL_READFUNC_ABORT)
}

private func curlWantsSeek(
    _ pointer: UnsafeMutableRawPointer?,
    _ offset: curl_off_t,
    _ origin: Int32
) -> Int32 {
    origin == SEEK_SET && transfer(pointer)?.rewind(to: Int(offset)) == true
        ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL
}

private func curlMadeProgress(
    _ pointer: UnsafeMutableRawPointer?,
    _ toReceive: curl_off_t,
    _ received: curl_off_t,
    _ toSend: curl_off_t,
    _ sent: curl_off_t
) -> Int32 {
    transfer(pointer)?.tell(uploaded: Int(sent), of: Int(toSend))
    return 0
}

extension Duration {
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(clamping: seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
