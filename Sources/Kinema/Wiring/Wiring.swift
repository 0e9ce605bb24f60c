import Editorial
import Foundation
import Glibc
import Jobs
import Motion
import PlainText
import Workspace

/// Puts the rooms together; the one place that reads the environment, the clock and chance.
struct Wiring: Sendable {
    let places: Places
    let environment: [String: String]
    let executable: URL

    init() {
        environment = ProcessInfo.processInfo.environment
        executable = Self.executablePath()
        places = Places(environment: environment, executable: executable)
    }

    /// Wall-clock milliseconds since 1970.
    @Sendable static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    static var timestamp: Timestamp { Timestamp(milliseconds: now()) }

    func openWorkspace() throws -> LocalWorkspace {
        try LocalWorkspace.open(directory: places.workspace.path, clock: Self.now)
    }

    /// Opens the workspace for somebody who edits; a damaged one is recovered first.
    ///
    /// - Returns: The workspace, and what is to be said of it.
    func openWorkspaceForEditing() throws -> (workspace: LocalWorkspace, notice: String?) {
        do throws(WorkspaceError) {
            let workspace = try LocalWorkspace.open(
                directory: places.workspace.path,
                clock: Self.now
            )
            if try workspace.isSound() { return (workspace, nil) }
        } catch  where error.kind == .damaged {
            // Whatever it is, what can be read of it is saved below.
        }
        let outcome = try DatabaseRecovery(directory: places.workspace.path).run(stamp: Self.now())
        return (try openWorkspace(), outcome.sentence)
    }

    /// Loads the shipped presets and the person's own, which win over
    /// shipped ones of the same id.
    func loadPresets() -> (library: PresetLibrary, errors: [PlainTextError]) {
        var presets: [String: Preset] = [:]
        var errors: [PlainTextError] = []
        for directory in places.presetDirectories {
            guard FileManager.default.fileExists(atPath: directory.path) else { continue }
            let loaded = PresetLibrary.load(directory: directory.path)
            for preset in loaded.library.presets { presets[preset.id] = preset }
            errors += loaded.errors
        }
        return (PresetLibrary(Array(presets.values)), errors)
    }

    /// The ids of the presets that the person made or brought in.
    var ownPresetIDs: Set<String> {
        Set(PresetLibrary.load(directory: places.ownPresets.path).library.presets.map(\.id))
    }

    /// Returns the presets, or says why there are none.
    func requirePresets() throws -> PresetLibrary {
        let library = loadPresets().library
        guard !library.presets.isEmpty else {
            throw Complaint(
                "No presets were found; set KINEMA_SHARE to the directory that holds "
                    + "Presets and Themes, or run make install."
            )
        }
        return library
    }

    /// Returns at least the presets that are asked for, or all where one of them is not there.
    ///
    /// `spellings` are as on the command line, with a strength or without. Of
    /// the shipped presets only these are read, because a command that renders
    /// for a second would spend a tenth of it on reading the others.
    func requirePresets(named spellings: [String]) throws -> PresetLibrary {
        let ids = spellings.compactMap { $0.split(separator: ":").first?.lowercased() }
        let own = PresetLibrary.load(directory: places.ownPresets.path).library
        guard let shipped = places.shippedPresets else { return try requirePresets() }
        let named = PresetLibrary.load(directory: shipped.path, only: Set(ids)).library
        let library = PresetLibrary(own.presets + named.presets)
        guard ids.allSatisfy({ library[$0] != nil }) else { return try requirePresets() }
        return library
    }

    private static func executablePath() -> URL {
        // /proc is there on every Linux that can run this; the name it was
        // called by is the next best.
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: link ?? CommandLine.arguments[0])
    }
}
