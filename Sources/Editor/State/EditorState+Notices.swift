import Editorial

extension EditorState {
    /// The most notices that are kept.
    private static let messageLimit = 200

    mutating func say(_ text: String, _ severity: Notice.Severity = .information) {
        say(Notice(text, severity: severity, at: now))
    }

    mutating func say(_ newNotice: Notice) {
        notice = newNotice
        noticeFadesAt = nil
        messages.append(newNotice)
        saidCount += 1
        if messages.count > Self.messageLimit {
            messages.removeFirst(messages.count - Self.messageLimit)
        }
    }

    /// Returns what was said since so much had been, as far as it is kept.
    package func said(since count: Int) -> ArraySlice<Notice> {
        messages.suffix(min(messages.count, max(0, saidCount - count)))
    }

    /// Takes the notice away once it has stood for its time.
    ///
    /// The time counts from the first tick that saw it, because an idle editor
    /// has no clock.
    mutating func fadeNotice() {
        guard notice != nil else { return }
        guard let end = noticeFadesAt else {
            let stay = Int(Notice.lifetime * 1000)
            noticeFadesAt = Timestamp(milliseconds: now.milliseconds + stay)
            return
        }
        guard now >= end else { return }
        notice = nil
        noticeFadesAt = nil
    }
}
