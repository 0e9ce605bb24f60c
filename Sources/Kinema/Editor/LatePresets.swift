import Dispatch
import Editor
import Input
import Motion

/// Reads the presets that the first screen can be drawn without, and keeps what is typed meanwhile.
///
/// The first picture goes before, because both want all of the machine; but nobody who types
/// waits for a picture.
@MainActor
final class LatePresets {
    private let wiring: Wiring
    private let tell: @Sendable @MainActor (Action) -> Void
    private var hasBegun = false
    private var typed: [InputEvent] = []

    /// How long the first picture has to itself.
    private static let patience = DispatchTimeInterval.milliseconds(100)

    /// `tell` hears of the presets, once.
    init(wiring: Wiring, tell: @escaping @Sendable @MainActor (Action) -> Void) {
        self.wiring = wiring
        self.tell = tell
    }

    /// Reads them now, unless that was begun.
    func read() {
        guard !hasBegun else { return }
        hasBegun = true
        Task.detached(priority: .userInitiated) { [wiring, tell] in
            let (presets, own) = (wiring.loadPresets().library, wiring.ownPresetIDs)
            await tell(.presetsChanged(presets, own: own))
        }
    }

    /// Reads them when the first picture has had its time.
    func readSoon() {
        DispatchQueue.main.asyncAfter(deadline: .now() + Self.patience) { [weak self] in
            MainActor.assumeIsolated { self?.read() }
        }
    }

    /// Keeps an event until all is there that it may be about.
    func keep(_ event: InputEvent) {
        typed.append(event)
        read()
    }

    /// Returns what was typed, in its order.
    func takeTyped() -> [InputEvent] {
        defer { typed = [] }
        return typed
    }
}
