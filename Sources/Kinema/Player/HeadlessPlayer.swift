import Dispatch
import Editorial
import Foundation
import Input
import Media
import Terminal

/// Writes a film's frames to standard output as a terminal of some kind would
/// be sent them.
struct HeadlessPlayer {
    let renderer: PlayerRenderer
    let options: PlayerOptions

    func run() throws {
        guard let rate = renderer.info.frameRate, let count = renderer.info.frameCount else {
            throw Complaint("\(options.name) has no frame rate.")
        }
        let screen = options.cells ?? CellSize(columns: 80, rows: 24)
        let started = DispatchTime.now()
        for frame in 0..<count {
            if options.hasDelay {
                let due = started + Double(frame) / rate.framesPerSecond
                let now = DispatchTime.now()
                if due > now {
                    usleep(UInt32((due.uptimeNanoseconds - now.uptimeNanoseconds) / 1000))
                }
            }
            let job = PlayerJob(
                frame: FrameIndex(frame),
                area: CellRect(column: 0, row: 0, columns: screen.columns, rows: screen.rows),
                // Nobody looks, so nothing scrolls.
                screen: CellSize(columns: screen.columns, rows: screen.rows + 1),
                quality: .full,
                overlay: .nothing,
                generation: 0
            )
            try write(renderer.renderNow(job).bytes)
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        let frame = Array("\u{1B}[?2026h".utf8) + bytes + Array("\u{1B}[?2026l".utf8)
        var offset = 0
        while offset < frame.count {
            let count = frame.withUnsafeBytes { buffer in
                Glibc.write(
                    STDOUT_FILENO,
                    buffer.baseAddress.map { $0 + offset },
                    buffer.count - offset
                )
            }
            if count < 0, errno != EINTR { throw Complaint("Nobody reads what is played.") }
            offset += max(0, count)
        }
    }
}
