package import Editorial

/// What lies under a cell of the screen, for the mouse.
package enum HitTarget: Hashable, Sendable {
    case panel(Panel)
    /// A row of `presetRows`.
    case presetRow(Int)
    /// The arrow and name of a section, which fold it.
    case category(PresetSection)
    case filter
    case field(Field)
    case shot(Shot.ID)
    case take(Take.ID)
    case step(Take.ID, TakeStep.Kind)
    /// A cell of the bar under the picture.
    case scrubber(columns: Int, column: Int)
    /// A cell of the timeline's lanes.
    case lanes(columns: Int, column: Int)
    case generateButton
    /// A project in the list of projects.
    case project(Project.ID)
    /// A row of the library, by its place among all that was found.
    case libraryRow(Int)
    /// A job of the queue.
    case job(String)
    /// A row of the settings.
    case setting(Int)
    /// A row of the account's screen, or of the team's.
    case accountRow(Int)
    case teamRow(Int)
    /// The name of a screen.
    case screenTab(EditorScreen)
    /// The picture of the preview.
    case picture
    /// A line of the prompt by its place in the layout, with the column of the
    /// screen that its text begins at.
    case promptText(row: Int, firstColumn: Int)
    /// An edge between panels.
    case splitter(Splitter)
    /// A row of the popup's list.
    case popupRow(Int)
    /// The popup where it is no row.
    case popup
    /// Nothing that can be pressed.
    case screen
}
