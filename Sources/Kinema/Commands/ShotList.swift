import Editorial
import Foundation
import Media
import Pipeline
import PlainText
import Rendering

/// A list of shots as a person writes it: YAML.
///
///     size: 1280x720
///     fps: 24
///     music: {file: track.mp3, gain: -8}
///     shots:
///       - {file: one.mp4, start: 1, length: 2.5}
///       - {file: two.mp4, join: dissolve, seconds: 0.5}
///       - {file: three.mp4, join: dip, colour: "#000000"}
enum ShotList {
    static let endings = ["yaml", "yml"]
    static let joins = [
        "cut", "dissolve", "dip", "wipe-left", "wipe-right", "wipe-top", "wipe-bottom",
    ]

    /// What a list may not grow beyond.
    private static let limit = 2000

    static func read(_ path: String) throws(PlainTextError) -> EditList {
        let top = try PlainTextNode(path: path, of: "a list of shots", limit: 1024 * 1024)
            .mapping("a list of shots", allowed: ["shots", "size", "fps", "fit", "music"])
        guard let shots = top["shots"] else {
            throw PlainTextError(file: path, message: "There are no `shots`; list some films.")
        }
        let folder = URL(filePath: path).deletingLastPathComponent()
        var list = EditList([])
        for node in try shots.list("shots", count: 1...limit, example: "`- file: one.mp4`") {
            list.shots.append(try shot(node, folder))
        }
        if let node = top["size"] {
            guard let size = PixelSize(node.word ?? ""), (16...16_384).contains(size.width),
                (16...16_384).contains(size.height)
            else { throw node.error("A size is two numbers, such as `1280x720`.") }
            list.size = size
        }
        if let node = top["fps"] {
            guard let rate = FrameRate(node.word ?? "") else {
                throw node.error("A frame rate is 1 to 240, such as `24` or `30000/1001`.")
            }
            list.rate = rate
        }
        if let node = top["fit"] {
            let word = try node.choice("a fit", among: FrameFit.allCases.map(\.rawValue))
            list.fit = FrameFit(rawValue: word) ?? list.fit
        }
        if let node = top["music"] { list.sound.additions.append(try music(node, folder)) }
        return list
    }

    /// Returns the join that a name and a length mean; nil for another name.
    static func join(_ name: String, seconds: Double, colour: FlatColour = .black) -> ShotJoin? {
        let length = RationalTime(seconds: seconds)
        switch name {
        case "cut": return .cut
        case "dissolve": return .dissolve(length)
        case "dip": return .dip(length, colour)
        default:
            guard name.hasPrefix("wipe-"),
                let side = FrameMixer.Side(rawValue: String(name.dropFirst(5)))
            else { return nil }
            return .wipe(length, from: side)
        }
    }

    private static func shot(
        _ node: PlainTextNode,
        _ folder: URL
    ) throws(PlainTextError) -> EditList.Shot {
        let keys = ["file", "start", "length", "join", "seconds", "colour"]
        let values = try node.mapping("a shot", allowed: keys)
        guard let file = values["file"] else { throw node.error("A shot has a `file`.") }
        var shot = EditList.Shot(try place(file, folder))
        if let start = values["start"] {
            let seconds = try start.number("the start", in: 0...1_000_000, unit: "seconds")
            shot.start = RationalTime(seconds: seconds)
        }
        if let length = values["length"] {
            let seconds = try length.number("the length", in: 0.001...1_000_000, unit: "seconds")
            shot.length = RationalTime(seconds: seconds)
        }
        let seconds = try values["seconds"]?.number("a join", in: 0.01...60, unit: "seconds") ?? 0.5
        var colour = FlatColour.black
        if let node = values["colour"] {
            guard let read = FlatColour(node.word ?? "") else {
                throw node.error("A colour is `black`, `white` or such as `\"#102030\"`.")
            }
            colour = read
        }
        if let node = values["join"] {
            let name = try node.choice("a join", among: joins)
            shot.join = join(name, seconds: seconds, colour: colour) ?? .cut
        }
        return shot
    }

    private static func music(
        _ node: PlainTextNode,
        _ folder: URL
    ) throws(PlainTextError) -> SoundEdit.Addition {
        guard node.isMapping else { return SoundEdit.Addition(try place(node, folder)) }
        let values = try node.mapping("the music", allowed: ["file", "gain"])
        guard let file = values["file"] else { throw node.error("The music has a `file`.") }
        let gain = try values["gain"]?.number("the gain", in: -60...30, unit: "dB") ?? 0
        return SoundEdit.Addition(try place(file, folder), gain: gain)
    }

    /// Paths are read from where the list lies.
    private static func place(
        _ node: PlainTextNode,
        _ folder: URL
    ) throws(PlainTextError) -> String {
        let text = try node.text("a file", limit: 4096)
        return text.hasPrefix("/") ? text : folder.appending(path: text).path(percentEncoded: false)
    }
}
