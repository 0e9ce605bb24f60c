import Dispatch
import Glibc

/// Tells when files of some directories were written, put in or taken out.
///
/// A file that an editor saves in several steps is told once. Directories that
/// are not there are not watched. It watches as long as the process lives.
@MainActor
final class DirectoryWatch {
    private let source: (any DispatchSourceRead)?
    private var isTold = false

    /// How long the steps of one save may take.
    private static let settling = DispatchTimeInterval.milliseconds(80)

    init(_ directories: [String], _ changed: @escaping @MainActor () -> Void) {
        let descriptor = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
        guard descriptor >= 0 else {
            source = nil
            return
        }
        let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
        for directory in directories { inotify_add_watch(descriptor, directory, events) }
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
        self.source = source
        source.setEventHandler { [weak self] in
            var bytes = [UInt8](repeating: 0, count: 4096)
            while read(descriptor, &bytes, bytes.count) > 0 {}
            MainActor.assumeIsolated { self?.tell(changed) }
        }
        source.activate()
    }

    private func tell(_ changed: @escaping @MainActor () -> Void) {
        guard !isTold else { return }
        isTold = true
        DispatchQueue.main.asyncAfter(deadline: .now() + Self.settling) { [weak self] in
            MainActor.assumeIsolated {
                self?.isTold = false
                changed()
            }
        }
    }
}
