extension WebSocketClient {
    /// Stays connected until the task is cancelled: a connection that ended is
    /// made anew, after a wait that grows with each that brought nothing.
    ///
    /// `greeting` is said each time that the connection stands; `hear` is told
    /// what happens, one after the other.
    ///
    /// - Throws: ``HTTPError`` where trying again would change nothing: the
    ///   server refused it, or could not prove who it is; of kind `cancelled`
    ///   once the task is.
    package func stay(
        connectedTo address: WebAddress,
        headers: [HTTPHeader] = [],
        greeting: [WebSocketMessage] = [],
        hear: @escaping @Sendable (WebSocketEvent) async -> Void
    ) async throws(HTTPError) {
        var failures = 0
        while !Task.isCancelled {
            let (end, hasHeard) = await listen(to: address, headers, greeting, hear)
            if let end, end.isFinal { throw end }
            if Task.isCancelled { break }
            await hear(.closed(end))
            failures = hasHeard ? 1 : min(failures + 1, 20)
            let grown = min(limits.wait * (1 << (failures - 1)), limits.longestWait)
            // A wait ends early only because nobody wants to listen any more.
            guard (try? await pause(grown * (1 - 0.5 * min(max(random(), 0), 1)))) != nil else {
                break
            }
        }
        throw .cancelled
    }

    /// Listens until the connection ends; says how, and whether anything was heard.
    private func listen(
        to address: WebAddress,
        _ headers: [HTTPHeader],
        _ greeting: [WebSocketMessage],
        _ hear: @escaping @Sendable (WebSocketEvent) async -> Void
    ) async -> (HTTPError?, Bool) {
        let heard = Handed(false)
        do {
            try await open(address, headers: headers) { connection in
                await hear(.opened)
                for message in greeting { try await connection.send(message) }
                for try await message in connection.messages {
                    heard.value = true
                    await hear(.message(message))
                }
            }
            return (nil, heard.value)
        } catch {
            return (HTTPError(socket: error, host: address.host), heard.value)
        }
    }
}

extension HTTPError {
    /// Whether a connection that ended so would end so again.
    fileprivate var isFinal: Bool {
        switch kind {
        case .refused(let status): status < 500 && status != 408 && status != 429
        case .untrusted, .cancelled, .badRedirect: true
        case .unreachable, .interrupted, .timedOut, .tooLarge, .damaged, .file, .other: false
        }
    }
}
