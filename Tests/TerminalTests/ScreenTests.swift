import Testing

/// Tests that need ncurses, which is one for the process, or signals.
@Suite(.serialized) struct ScreenTests {}
