"""Opens the editor on a project of 1 000 shots; prints when its first cells and picture were there.

start.py KINEMA HOME [--as KIND] [--rounds N]

Then nobody does anything, and not a byte may come. Beside it stands what the dynamic loader and the
runtime take before the program's first line, by which the machine's speed can be told.
"""

import argparse
import os
import re
import subprocess
import sys
import time

import workspace
from terminal import Terminal

SHOTS = 1000
PAINT, PICTURE = 60, 150
PICTURES = {
    "kitty": re.compile(rb"\x1b_G[^;\x1b]*a=T"),
    "sixel": re.compile(rb"\x1bP[0-9;]*q"),
    "half": re.compile(rb"(?:\x1b\[[34]8;2;[0-9;]*m\xe2\x96[\x80-\x9f]){3}"),
}


def opened(options):
    environment = {"KINEMA_HOME": options.home}
    return Terminal([options.kinema, "--graphics", options.kind], options.kind, 0, 0, environment)


def heard(terminal, seconds, pattern=None, before=b""):
    """Listens for a while, or until something was said; returns when, and all that came."""
    until = time.monotonic() + seconds
    taken = bytearray(before)
    while time.monotonic() < until:
        data = terminal.read(min(0.02, max(0, until - time.monotonic())))
        if data is None:
            sys.exit("the editor ended")
        taken += data
        if pattern is not None and data and pattern.search(taken):
            return time.monotonic() - terminal.started, taken
    return None, taken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kinema")
    parser.add_argument("home")
    parser.add_argument("--as", dest="kind", default="half")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not workspace.exists(options.home):
        terminal = opened(options)
        heard(terminal, 20, re.compile(rb"Presets"))
        heard(terminal, 1)
        terminal.finish()
    workspace.copy_shots(options.home, SHOTS)
    paints, pictures, busy = [], [], []
    for _ in range(options.rounds):
        terminal = opened(options)
        paint, taken = heard(terminal, 20, re.compile(rb"Presets"))
        busy.append(terminal.cpu_seconds())
        picture = PICTURES[options.kind]
        if not picture.search(taken):
            shown, _ = heard(terminal, 20, picture, taken[-200:])
        else:
            shown = paint
        paints.append(paint)
        pictures.append(shown)
        heard(terminal, 1.5)
        silence = len(heard(terminal, 3)[1]) / 3
        terminal.finish()
    bare = []
    for _ in range(options.rounds):
        before = time.monotonic()
        subprocess.run([options.kinema, "--version"], stdout=subprocess.DEVNULL)
        bare.append(time.monotonic() - before)
    print(
        f"  {options.kind:6} first cells {min(paints) * 1000:4.0f} ms (at most {PAINT}), "
        f"{min(busy) * 1000:3.0f} ms of it CPU   first picture {min(pictures) * 1000:4.0f} ms "
        f"(at most {PICTURE})   loading alone {min(bare) * 1000:3.0f} ms   "
        f"at rest {silence:.0f} bytes/s"
    )


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    main()
