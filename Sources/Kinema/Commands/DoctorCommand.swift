import ArgumentParser
import Foundation
import Media
import Motion
import PlainText
import Terminal
import Workspace

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the terminal, codecs, database and files, and say what is missing."
    )

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let wiring = Wiring()
        let sections = [
            DoctorSection(title: "Terminal", findings: terminal(wiring)),
            DoctorSection(title: "Codecs", findings: codecs()),
            DoctorSection(title: "Workspace", findings: workspace(wiring)),
            DoctorSection(title: "Presets and themes", findings: presets(wiring)),
        ]
        if json {
            try JSONOutput.print(sections)
        } else {
            sections.forEach { $0.print() }
        }
        guard sections.allSatisfy({ $0.findings.allSatisfy { $0.state != .missing } }) else {
            throw ExitCode(1)
        }
    }

    private func terminal(_ wiring: Wiring) -> [DoctorFinding] {
        guard let found = TerminalProbe.ask(environment: wiring.terminalEnvironment) else {
            return [
                DoctorFinding(
                    .note,
                    "terminal",
                    "none here; the editor needs one, every other command does not"
                )
            ]
        }
        return TerminalReport(found: found, environment: wiring.environment).findings
    }

    private func codecs() -> [DoctorFinding] {
        let report = CodecReport.current()
        let libraries = DoctorFinding(.good, "libav", report.libAVVersion)
        return [libraries]
            + report.entries.map { entry in
                DoctorFinding(
                    entry.isPresent ? .good : entry.isRequired ? .missing : .note,
                    entry.name,
                    entry.isPresent
                        ? entry.purpose
                        : "\(entry.purpose): not in this build; apt install \(entry.package)"
                )
            }
    }

    private func workspace(_ wiring: Wiring) -> [DoctorFinding] {
        do {
            let workspace = try wiring.openWorkspace()
            let projects = try workspace.projects().count
            return [
                DoctorFinding(.good, "place", wiring.places.workspace.path),
                DoctorFinding(.good, "projects", "\(projects)"),
            ]
        } catch {
            return [DoctorFinding(.missing, "workspace", "\(error)")]
        }
    }

    private func presets(_ wiring: Wiring) -> [DoctorFinding] {
        guard let shared = wiring.places.shared else {
            return [
                DoctorFinding(
                    .missing,
                    "shared files",
                    "Presets and Themes were not found; run make install or set KINEMA_SHARE"
                )
            ]
        }
        let loaded = wiring.loadPresets()
        return [
            DoctorFinding(.good, "shared files", shared.path),
            DoctorFinding(
                loaded.library.presets.isEmpty ? .missing : .good,
                "presets",
                "\(loaded.library.presets.count)"
            ),
        ] + loaded.errors.map { DoctorFinding(.note, "damaged", $0.description) }
    }
}
