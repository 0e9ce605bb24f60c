import ArgumentParser
import Foundation
import Glibc
import Terminal

struct TellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell",
        abstract: "Enter lines into an editor that is running.",
        discussion: """
            Each line is one that the editor's command line takes, and is carried out as if it \
            were written there. Without a line it tells where the editor stands. For example:
              kinema tell "rename the gantry" "seed 7" take.generate
            Other programs may write to the socket themselves: an object such as \
            {"cmd":"seed 7"} a line, answered by one a line.
            """
    )

    @Argument(help: "Lines such as “seed 7” or “take.generate”.")
    var lines: [String] = []

    @Flag(help: "Print the answers as JSON, one a line.")
    var json = false

    func run() throws {
        let path = Wiring().places.editorSocket
        var address = UnixAddress(path)
        guard let descriptor = address?.connected() else {
            throw Complaint("No editor is running here; start one with “kinema”.")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let requests =
            lines.isEmpty
            ? [CommandRequest()] : lines.map { CommandRequest(cmd: $0) }
        var isRefused = false
        for request in requests {
            try handle.write(contentsOf: Data(JSONOutput.line(of: request).utf8))
            let reply = try answer(from: descriptor)
            isRefused = isRefused || !reply.ok
            if json {
                try JSONOutput.line(reply)
            } else {
                show(reply, isState: request.cmd == nil)
            }
        }
        if isRefused { throw ExitCode(1) }
    }

    private func show(_ reply: CommandReply, isState: Bool) {
        for line in reply.said { print(line.printable) }
        guard isState, let project = reply.project, let shot = reply.shot else { return }
        print("\(project.printable), shot \(reply.shotNumber ?? 1), “\(shot.printable)”")
        print("\(reply.mode ?? ""), frame \(reply.frame ?? 0), \(reply.busyTakes ?? 0) under way")
    }

    private func answer(from descriptor: CInt) throws -> CommandReply {
        var line = Data()
        var byte: UInt8 = 0
        while line.count <= CommandSocket.lineLimit {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { throw Complaint("The editor closed before it answered.") }
            if byte == 10 { return try JSONDecoder().decode(CommandReply.self, from: line) }
            line.append(byte)
        }
        throw Complaint("The editor’s answer is too long.")
    }
}
