"""Types into the editor while its preview plays; prints how long until each key's effect is shown.

keys.py KINEMA HOME [--as KIND] [--rate BITS] [--trip MS] [--keys N] [--render] [--side PIXELS]
"""

import argparse
import os
import subprocess
import sys
import time

import workspace
from terminal import Terminal


def settle(terminal, seconds, needle=None):
    """Reads for a while, or until something is shown; returns when that was, or None."""
    until = time.monotonic() + seconds
    last = b""
    while time.monotonic() < until:
        data = terminal.read(min(0.05, max(0, until - time.monotonic())))
        if data is None:
            sys.exit("the editor ended")
        if needle is not None and needle in last + data:
            return time.monotonic()
        last = data[-8:]
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kinema")
    parser.add_argument("home")
    parser.add_argument("--as", dest="kind", default="half")
    parser.add_argument("--rate", type=float, default=0)
    parser.add_argument("--trip", type=float, default=0)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--side", type=int, help="the short side of the shots' pictures")
    parser.add_argument("--render", action="store_true", help="render a film meanwhile")
    options = parser.parse_args()
    environment = {"KINEMA_HOME": options.home}
    if options.trip:
        environment["SSH_CONNECTION"] = "192.0.2.1 1 192.0.2.2 22"
    command = [options.kinema, "--graphics", options.kind]
    if options.side:
        prepare(command, options, environment)
    film = rendering(options) if options.render else None
    terminal = Terminal(command, options.kind, options.rate, options.trip, environment)
    if settle(terminal, 30, b"Presets") is None:
        sys.exit("the editor shows nothing")
    settle(terminal, 2)
    # The cursor on a preset tries it on, and that plays; the command line opens over it.
    terminal.press(b"jj")
    settle(terminal, 2)
    terminal.press(b":")
    settle(terminal, 1)
    before, counted, began = terminal.total, terminal.counts["update"], time.monotonic()
    cpu = terminal.cpu_seconds()
    delays = []
    for number in range(options.keys):
        # Letters that nothing else writes, each once, so that what is found is the key's.
        letter = chr(0x0430 + number % 32).encode() if number % 32 == number else None
        letter = letter or chr(0x3B1 + number % 24).encode()
        pressed = time.monotonic()
        terminal.press(letter)
        shown = settle(terminal, 5, letter)
        if shown is None:
            sys.exit(f"{options.kind}: a key was never shown")
        delays.append((shown - pressed) * 1000)
        settle(terminal, 0.11 + 0.013 * (number % 7))
        if number % 16 == 15:
            terminal.press(b"\x15")
            settle(terminal, 0.3)
    lasted = time.monotonic() - began
    spent = terminal.cpu_seconds() - cpu
    with open(f"/proc/{terminal.process}/status") as file:
        memory = next(line for line in file if line.startswith("VmRSS")).split()[1]
    delays.sort()
    print(
        f"{options.kind:8} line {options.rate / 1e6 or float('inf'):4.0f} Mbit/s "
        f"{options.trip:4.0f} ms   key median {delays[len(delays) // 2]:6.1f} ms  "
        f"p99 {delays[min(len(delays) - 1, len(delays) * 99 // 100)]:6.1f} ms   "
        f"{(terminal.counts['update'] - counted) / lasted:5.1f} updates/s "
        f"{(terminal.total - before) / lasted / 1000:7.1f} kB/s   "
        f"{100 * spent / lasted:4.0f} % CPU   {int(memory) / 1024:.0f} MB"
    )
    terminal.finish()
    if film:
        cancel = [options.kinema, "jobs", "cancel", "--all"]
        subprocess.run(cancel, env=os.environ | environment, stdout=subprocess.DEVNULL)
        film.wait()


def prepare(command, options, environment):
    """Lets the editor make its demo, unless it did, and gives its shots another size."""
    if not workspace.exists(options.home):
        terminal = Terminal(command, options.kind, environment=environment)
        settle(terminal, 30, b"Presets")
        settle(terminal, 1)
        terminal.finish()
    workspace.set_short_side(options.home, options.side)


def rendering(options):
    """Begins a take that outlasts the keys, made by the worker as the editor's are."""
    words = ["a lighthouse at dawn", "--preset", "dolly-in:1", "--seed", str(time.time_ns() % 2**32)]
    words += "--duration 60 --fps 30 --size 1280x720 -y".split()
    command = [options.kinema, "generate", *words, "-o", f"{options.home}-film.mp4"]
    environment = os.environ | {"KINEMA_HOME": options.home}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    main()
