import Editorial
import Foundation
import Media
import Pipeline

/// Has films from outside decoded by a process of their own, which hands their
/// frames over through a pipe.
struct FilmSandbox: Sendable {
    let executable: URL
    /// Where the sound is handed over.
    let directory: String

    /// Returns the film as soon as its size is known; `isStopped` is asked
    /// while it is waited for.
    ///
    /// - Throws: ``MediaError``; `CancellationError` when it was stopped, here
    ///   or while frames are asked for.
    func open(_ path: String, isStopped: @escaping () -> Bool) throws -> ForeignFilm {
        let stem = "\(directory)/film-\(UUID().uuidString)"
        let child = try FilmChild(executable, path, stem: stem, isStopped: isStopped)
        let head = try child.head()
        let film = try PipedFilm(
            child.descriptor,
            size: head.size,
            rate: head.rate,
            frameCount: head.frameCount,
            wait: child.wait,
            failure: child.failure
        )
        return ForeignFilm(frames: film, sound: head.hasSound ? child.sound : nil)
    }
}
