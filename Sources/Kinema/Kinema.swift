import ArgumentParser
import Database
import Foundation
import Jobs
import Media
import Motion
import PlainText
import Rendering
import Sync
import Terminal
import Workspace

/// Starts a command, and tells whatever stopped it in one sentence.
@main
enum Kinema {
    static func main() {
        MediaLog.silence()
        do {
            var command = try KinemaCommand.parseAsRoot()
            try command.run()
        } catch let complaint as Complaint {
            fail(complaint.description, code: complaint.code)
        } catch let error where isTold(error) {
            fail("\(error)", code: .failure)
        } catch {
            tell(error)
        }
    }

    /// Prints what the argument parser has to say: help, or what was wrong with
    /// a word, which may be a file's name and hold anything.
    private static func tell(_ error: any Error) -> Never {
        let code = KinemaCommand.exitCode(for: error)
        let message = KinemaCommand.fullMessage(for: error)
        let text = message.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).printable }.joined(separator: "\n")
        let output = code.isSuccess ? FileHandle.standardOutput : .standardError
        if !text.isEmpty { output.write(Data("\(text)\n".utf8)) }
        exit(code.rawValue)
    }

    /// Whether an error's description is already a sentence for the reader.
    private static func isTold(_ error: any Error) -> Bool {
        error is MediaError || error is WorkspaceError || error is DatabaseError
            || error is JobError || error is SyncError || error is PlainTextError
            || error is TerminalError || error is CubeError || error is UpscaleError
    }

    private static func fail(_ sentence: String, code: Complaint.Code) -> Never {
        FileHandle.standardError.write(Data("kinema: \(sentence.printable)\n".utf8))
        exit(code.rawValue)
    }
}

struct KinemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kinema",
        abstract: "A terminal studio for AI video: block the shot offline, for free.",
        discussion: """
            Without a command it opens the editor on the last project, or on a demo project the \
            first time.
            """,
        version: "0.1.0",
        subcommands: [
            EditCommand.self, GenerateCommand.self, RenderCommand.self, PostCommand.self,
            ExportCommand.self, AssembleCommand.self, ContactSheetCommand.self, SketchCommand.self,
            ExplainCommand.self, PresetsCommand.self, MotionCommand.self,
            PlayCommand.self, ReviewCommand.self, ProbeCommand.self, JobsCommand.self,
            ProvidersCommand.self, TellCommand.self,
            LoginCommand.self, LogoutCommand.self, SyncCommand.self, AccountCommand.self,
            SessionsCommand.self, TeamCommand.self,
            DoctorCommand.self,
            WorkerCommand.self, DecodeCommand.self, KeysCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: EditCommand.self
    )
}
