import CCurl

/// What libcurl's codes stand for; the only place that reads them.
extension HTTPError {
    /// `host` is told to the reader; libcurl's own words, in which whole
    /// addresses may stand, are not.
    init(curl code: CURLcode, host: String, mayHaveArrived: Bool) {
        let (kind, message) = Self.meaning(of: code, host)
        self.init(kind, message, mayHaveArrived: mayHaveArrived)
    }

    private static func meaning(of code: CURLcode, _ host: String) -> (Kind, String) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            (.unreachable, "The name \(host) was not found; check the network and the address.")
        case CURLE_COULDNT_CONNECT, CURLE_PROXY:
            (.unreachable, "\(host) accepts no connection; check the network and the address.")
        case CURLE_OPERATION_TIMEDOUT:
            (.timedOut, "\(host) said nothing for too long; try again later.")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
            (
                .untrusted,
                "\(host) could not prove who it is, so nothing was sent; check the address and "
                    + "this machine’s clock and certificates."
            )
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_HTTP3, CURLE_WEIRD_SERVER_REPLY:
            (.interrupted, "The connection to \(host) broke; try again.")
        case CURLE_FILESIZE_EXCEEDED:
            (.tooLarge, "\(host) sent more than is taken.")
        case CURLE_OUT_OF_MEMORY:
            (.other, "There is not enough memory to talk to \(host).")
        default:
            (.other, "The request to \(host) failed (libcurl \(code.rawValue)).")
        }
    }
}
