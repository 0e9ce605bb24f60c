"""Works in a project of 1 000 shots, 10 000 takes and 100 000 media; prints how long each key takes.

big.py KINEMA HOME [--rounds N]

A key counts until the last byte of what it changes is on the screen; what is at most so long is
twice what was measured on two cores at 2.5 GHz.
"""

import argparse
import os
import re
import sys
import time

import workspace
from start import heard
from terminal import Terminal

SHOTS, TAKES, MEDIA = 1000, 10_000, 100_000
OPENED, TYPED, FRAME = 300, 20, 1000 / 60


def opened(options):
    environment = {"KINEMA_HOME": options.home}
    return Terminal([options.kinema, "--graphics", "half"], "half", environment=environment)


def made(options):
    """Makes the home, unless it is there."""
    if not workspace.exists(options.home):
        terminal = opened(options)
        heard(terminal, 20, re.compile(rb"Presets"))
        heard(terminal, 1)
        terminal.finish()
    workspace.copy_shots(options.home, SHOTS)
    workspace.fill_library(options.home, MEDIA)
    workspace.fill_takes(options.home, TAKES)


def quiet(terminal, seconds=0.25, longest=5):
    """Reads until nothing came for a while; returns when the last of it came, and how much."""
    last, taken, until = None, 0, time.monotonic() + longest
    silent = time.monotonic() + seconds
    while time.monotonic() < min(silent, until):
        data = terminal.read(max(0, min(0.02, silent - time.monotonic())))
        if data is None:
            sys.exit("the editor ended")
        if data:
            last = time.monotonic()
            silent, taken = last + seconds, taken + len(data)
    return last, taken


def timed(terminal, keys):
    """Presses keys one after the other; returns milliseconds, CPU and bytes for each, sorted."""
    delays, sizes = [], []
    cpu = terminal.cpu_seconds()
    for key in keys:
        pressed = time.monotonic()
        terminal.press(key)
        last, taken = quiet(terminal)
        if last is not None:
            delays.append((last - pressed) * 1000)
            sizes.append(taken)
    spent = (terminal.cpu_seconds() - cpu) * 1000 / max(1, len(keys))
    return sorted(delays), spent, sorted(sizes)


def told(what, found, bound):
    delays, spent, sizes = found
    middle = len(delays) // 2
    print(
        f"  {what:28} median {delays[middle]:6.1f} ms   longest {delays[-1]:6.1f} ms "
        f"(at most {bound:.0f})   {spent:5.1f} ms CPU   {sizes[middle]:6d} bytes"
    )


def held(terminal, key, count):
    """Holds a key down, sixty times a second; returns the frames and CPU of each second."""
    frames, cpu = terminal.counts["update"], terminal.cpu_seconds()
    began = time.monotonic()
    for number in range(count):
        terminal.press(key)
        while time.monotonic() < began + (number + 1) / 60:
            if terminal.read(max(0, began + (number + 1) / 60 - time.monotonic())) is None:
                sys.exit("the editor ended")
    lasted = time.monotonic() - began
    _, _ = quiet(terminal)
    return (
        (terminal.counts["update"] - frames) / lasted,
        (terminal.cpu_seconds() - cpu) / lasted * 100,
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kinema")
    parser.add_argument("home")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    made(options)
    paints, all_read = [], []
    for _ in range(options.rounds):
        terminal = opened(options)
        paints.append(heard(terminal, 30, re.compile(rb"Presets"))[0])
        # What is typed at once is carried out when all is read.
        terminal.press(b":")
        all_read.append(heard(terminal, 30, re.compile(rb"completes"))[0])
        terminal.finish()
    print(
        f"  first cells {min(paints) * 1000:4.0f} ms   all of it read "
        f"{min(all_read) * 1000:4.0f} ms (at most {OPENED})"
    )
    terminal = opened(options)
    heard(terminal, 30, re.compile(rb"Presets"))
    quiet(terminal, 1.5)
    terminal.press(b"\x1bOS")
    quiet(terminal, 0.5)
    told("the next shot", timed(terminal, [b"l"] * 20), FRAME)
    print("  the next shot, held down     %4.0f frames/s  %3.0f %% CPU" % held(terminal, b"l", 120))
    terminal.press(b"\x1b[17~")
    quiet(terminal, 1)
    told("the library, a row on", timed(terminal, [b"j"] * 20), FRAME)
    print("  the library, held down       %4.0f frames/s  %3.0f %% CPU" % held(terminal, b"j", 120))
    terminal.press(b"/")
    quiet(terminal, 0.5)
    told("the library, as typed", timed(terminal, [bytes([c]) for c in b"harbour bri"]), TYPED)
    terminal.press(b"\x15")
    quiet(terminal, 0.5)
    told("what all have, as typed", timed(terminal, [b"0", b"0", b"\x7f", b"\x7f"]), TYPED)
    terminal.finish()


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    main()
