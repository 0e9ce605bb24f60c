"""Plays a film of ten seconds over a line of 20 Mbit/s; prints how long it took and what was seen.

line.py KINEMA CLIPS [MODE...]

Over such a line a terminal of 120 by 36 cells cannot have every frame; the player is to leave out
what does not fit, and to end when the film does.
"""

import sys
import time

from terminal import Terminal

# The least pictures a second by mode, and the most seconds on the wall and of CPU.
BARS = {"kitty": 15, "half": 15, "sixel": 7}
WALL, CPU = 10.2, 3.0
KINDS = {"half": "plain", "sixel": "sixel", "kitty": "kitty"}


def main():
    kinema, clips = sys.argv[1:3]
    for mode in sys.argv[3:] or list(BARS):
        command = [kinema, "play", f"{clips}/A.mp4", f"--graphics={mode}", "--cells", "120x36"]
        terminal = Terminal(command, KINDS[mode], rate=20e6)
        first = None
        while terminal.read(0.25) is not None and time.monotonic() - terminal.started < 60:
            if first is None and terminal.counts["question"]:
                first = time.monotonic() - terminal.started
        wall = time.monotonic() - terminal.started
        terminal.finish()
        cpu = terminal.usage.ru_utime + terminal.usage.ru_stime
        shown = terminal.counts["question"] / 10
        isKept = wall <= WALL and cpu < CPU and shown >= BARS[mode]
        print(
            f"  {mode:6} {wall:6.2f} s   {shown:5.1f} pictures/s   {cpu:5.2f} s CPU   "
            f"{terminal.total / 1e6:5.1f} MB   first after {(first or 0) * 1000:4.0f} ms   "
            f"at most {WALL} s and {CPU} s, at least {BARS[mode]} pictures/s: "
            f"{'kept' if isKept else 'MISSED'}"
        )


if __name__ == "__main__":
    main()
