import Editorial
import Foundation

/// Comments as other programs read them.
struct ReviewExport {
    enum Format: String, CaseIterable {
        case markdown = "md"
        case csv
        case edl
        case timeline = "otio"
    }

    let review: Review
    /// What the film is called, and where it lies.
    let name: String
    let path: String
    let rate: FrameRate
    let frameCount: Int

    func text(_ format: Format) throws -> String {
        switch format {
        case .markdown: markdown
        case .csv: csv
        case .edl: edl
        case .timeline: try timeline
        }
    }

    private func timecode(_ frame: Int) -> String {
        Timecode(of: FrameIndex(frame), at: rate).description
    }

    private func span(_ comment: ReviewComment) -> String {
        comment.first == comment.last
            ? timecode(comment.first) : "\(timecode(comment.first)) to \(timecode(comment.last))"
    }

    private var markdown: String {
        var lines = ["# \(name)", ""]
        lines.append("Verdict: \(review.verdict?.title ?? "none yet"). Open: \(review.openCount).")
        for comment in review.comments {
            let box = comment.isResolved ? "x" : " "
            lines += [
                "", "- [\(box)] **\(span(comment))** \(one(comment.author)): \(one(comment.text))",
            ]
            lines += comment.replies.map { "  - \(one($0.author)): \(one($0.text))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var csv: String {
        let head = "number,first,last,timecode,author,text,resolved,x,y,width,height,replies"
        let rows = review.comments.map { comment in
            let mark = [
                comment.mark?.x, comment.mark?.y, comment.mark?.width, comment.mark?.height,
            ]
            .map { $0.map { "\($0)" } ?? "" }
            let replies = comment.replies.map { "\($0.author): \($0.text)" }.joined(separator: "\n")
            return
                ([
                    "\(comment.number)", "\(comment.first)", "\(comment.last)",
                    timecode(comment.first), comment.author, comment.text,
                    comment.isResolved ? "yes" : "no",
                ] + mark + [replies]).map(cell).joined(separator: ",")
        }
        // Line ends as RFC 4180 wants them.
        return ([head] + rows).joined(separator: "\r\n") + "\r\n"
    }

    /// Quoted where it must be; what a spreadsheet would calculate is made text.
    private func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } == true && Double(text) == nil
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { ",\"\n\r".contains($0) }) || isFormula else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }

    /// CMX 3600 with locators, as edit systems take markers in.
    private var edl: String {
        var lines = ["TITLE: \(one(name))", "FCM: NON-DROP FRAME", ""]
        for (place, comment) in review.comments.enumerated() {
            let number = String(place + 1)
            let padded = String(repeating: "0", count: max(0, 3 - number.count)) + number
            let (from, to) = (timecode(comment.first), timecode(comment.last + 1))
            lines.append("\(padded)  AX       V     C        \(from) \(to) \(from) \(to)")
            let colour = comment.isResolved ? "GREEN" : "RED"
            let words = "\(one(comment.author)): \(one(comment.text))"
            lines.append(
                "* LOC: \(from) \(colour.padding(toLength: 7, withPad: " ", startingAt: 0)) \(words)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text as one line, without what would begin another.
    private func one(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

// OpenTimelineIO, as its own reader takes it: a clip with markers.
extension ReviewExport {
    private var timeline: String {
        get throws {
            let range = timeRange(0, frameCount)
            let clip: [String: Any] = [
                "OTIO_SCHEMA": "Clip.1", "name": name, "source_range": range,
                "metadata": ["kinema": ["verdict": review.verdict?.rawValue ?? ""]],
                "media_reference": [
                    "OTIO_SCHEMA": "ExternalReference.1", "available_range": range,
                    "target_url": URL(filePath: path).absoluteString, "metadata": [String: Any](),
                ],
                "effects": [Any](), "markers": review.comments.map(marker),
            ]
            let track: [String: Any] = [
                "OTIO_SCHEMA": "Track.1", "name": "Picture", "kind": "Video", "children": [clip],
                "metadata": [String: Any](), "effects": [Any](), "markers": [Any](),
            ]
            let top: [String: Any] = [
                "OTIO_SCHEMA": "Timeline.1", "name": name, "metadata": [String: Any](),
                "tracks": [
                    "OTIO_SCHEMA": "Stack.1", "name": "tracks", "children": [track],
                    "metadata": [String: Any](), "effects": [Any](), "markers": [Any](),
                ],
            ]
            let data = try JSONSerialization.data(
                withJSONObject: top,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            )
            return String(decoding: data, as: UTF8.self) + "\n"
        }
    }

    private func marker(_ comment: ReviewComment) -> [String: Any] {
        var own: [String: Any] = [
            "author": comment.author, "resolved": comment.isResolved,
            "replies": comment.replies.map { ["author": $0.author, "text": $0.text] },
        ]
        if let mark = comment.mark {
            own["mark"] = [mark.x, mark.y, mark.width, mark.height].compactMap(\.self)
        }
        return [
            "OTIO_SCHEMA": "Marker.2", "name": comment.text,
            "color": comment.isResolved ? "GREEN" : "RED",
            "marked_range": timeRange(comment.first, comment.last - comment.first + 1),
            "metadata": ["kinema": own],
        ]
    }

    private func timeRange(_ start: Int, _ count: Int) -> [String: Any] {
        func time(_ value: Int) -> [String: Any] {
            [
                "OTIO_SCHEMA": "RationalTime.1", "rate": rate.framesPerSecond,
                "value": Double(value),
            ]
        }
        return [
            "OTIO_SCHEMA": "TimeRange.1", "start_time": time(start), "duration": time(count),
        ]
    }
}
