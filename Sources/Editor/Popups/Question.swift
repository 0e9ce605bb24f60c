package import Editorial

/// A popup with one line to be filled in.
package struct Question: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case renameShot(Shot.ID)
        case renameProject
        case duration
        case seed
        case avoid
        case exportTake(Take.ID)
        case exportImage
        case markerName
        /// A key's value, or all keys of its lane.
        case keyValue
        case presetName
        case snippetName
        case copyPreset(String)
        case importPreset
        case exportPreset(String)
        case projectName(Project.ID)
        case importAssets
        case tagAssets
        case exportAssets
        case exportFilm
        case music
        case musicGain
        case invitation

        /// What is asked for.
        package var title: String {
            switch self {
            case .renameShot: "Name of the shot"
            case .renameProject: "Name of the project"
            case .duration: "Duration in seconds"
            case .seed: "Seed"
            case .avoid: "What must not be seen"
            case .exportTake: "Export the film to"
            case .exportImage: "Export this frame to"
            case .markerName: "Name of the marker"
            case .keyValue: "Value, or keys such as 0:(0) 60:(5*sin(t))"
            case .presetName: "Name of the preset"
            case .snippetName: "Name of the snippet, one word"
            case .copyPreset: "Name of the copy"
            case .importPreset: "Bring in: path of a preset’s file"
            case .exportPreset: "Export the preset to"
            case .projectName: "Name of the project"
            case .importAssets: "Bring in: a path, a folder or a pattern such as *.png"
            case .tagAssets: "Tags, such as dawn sea; -sea takes one off"
            case .exportAssets: "Copy to the folder"
            case .exportFilm: "Export the whole film to"
            case .music: "Music: path of a sound file"
            case .musicGain: "Music, louder or softer by dB"
            case .invitation: "Ask in: address of an e-mail"
            }
        }
    }

    package let subject: Subject
    package var field: TextField
    /// Why the answer was not taken, until it is changed.
    package var problem: String?

    init(_ subject: Subject, text: String = "") {
        self.subject = subject
        self.field = TextField(text)
    }
}
