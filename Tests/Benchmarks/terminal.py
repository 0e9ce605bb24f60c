"""Plays the part of a terminal: a pseudo-terminal with cells and pixels that answers questions.

A line may lie between: bytes a second, and milliseconds there and back. As over SSH the program's
writes are taken at once and queue up; the terminal has them only when the line has carried them.

As a program: terminal.py [--as KIND] [--rate BITS] [--trip MS] [--seconds S] [--frames N]
[--save FILE] -- COMMAND...   prints one line of JSON.
"""

import argparse
import collections
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

COLUMNS, ROWS, WIDTH, HEIGHT = 120, 36, 8, 16
NAMES = {"kitty": b"kitty(0.35.2)", "sixel": b"foot(1.18.0)", "iterm2": b"iTerm2 3.5"}
FRAMES = {
    "update": re.compile(rb"\x1b\[\?2026h"),
    "kitty": re.compile(rb"\x1b_G[^;\x1b]*a=[Tft]\b"),
    "sixel": re.compile(rb"\x1bP[0-9;]*q"),
    "question": re.compile(rb"\x1b\[5n"),
    "home": re.compile(rb"\x1b\[(?:H|1;1H|\d+A)"),
}

WHOLE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\\78c=>])")


class Personality:
    """What a kind of terminal answers."""

    def __init__(self, kind):
        self.kind = kind

    def answers(self, data):
        """Returns the answers to the questions in some bytes, in their order."""
        if b"\x1b" not in data:
            return b""
        found = []
        for pattern, answer in self.questions():
            for match in pattern.finditer(data):
                found.append((match.start(), answer(match) if callable(answer) else answer))
        return b"".join(answer for _, answer in sorted(found) if answer)

    def questions(self):
        if self.kind == "silent":
            return []
        kind = self.kind
        table = [
            (rb"\x1b\[0?c", b"\x1b[?62;4;22c" if kind == "sixel" else b"\x1b[?62;22c"),
            (rb"\x1b\[>0?q", b"\x1bP>|" + NAMES.get(kind, b"XTerm(379)") + b"\x1b\\"),
            (rb"\x1b\[>0?c", b"\x1b[>1;379;0c"),
            (rb"\x1b\[5n", b"\x1b[0n"),
            (rb"\x1b\[6n", b"\x1b[1;1R"),
            (rb"\x1b\[14t", b"\x1b[4;%d;%dt" % (ROWS * HEIGHT, COLUMNS * WIDTH)),
            (rb"\x1b\[16t", b"\x1b[6;%d;%dt" % (HEIGHT, WIDTH)),
            (rb"\x1b\[18t", b"\x1b[8;%d;%dt" % (ROWS, COLUMNS)),
            (rb"\x1b\[\?(2026|1016|1004)\$p", lambda m: b"\x1b[?%s;2$y" % m.group(1)),
            (rb"\x1b\]11;\?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
            (rb"\x1b\]10;\?", b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
        ]
        if kind == "sixel":
            table += [(rb"\x1b\[\?1;1;0S", b"\x1b[?1;0;256S")]
            table += [
                (rb"\x1b\[\?2;1;0S", b"\x1b[?2;0;%d;%dS" % (COLUMNS * WIDTH, ROWS * HEIGHT))
            ]
        if kind == "kitty":
            # Nobody here reads shared memory.
            table += [(rb"\x1b_G([^;\x1b]*a=q[^;\x1b]*)", self.picture)]
        return [(re.compile(pattern), answer) for pattern, answer in table]

    @staticmethod
    def picture(match):
        number = re.search(rb"i=(\d+)", match.group(1))
        told = b"EBADF:no" if b"t=s" in match.group(1) else b"OK"
        return b"\x1b_Gi=%s;%s\x1b\\" % (number.group(1) if number else b"0", told)


class Terminal:
    """Runs a command and keeps what the terminal was given."""

    def __init__(self, command, kind="plain", rate=0, trip=0, environment=None):
        self.personality = Personality(kind)
        self.rate, self.delay = rate / 8, trip / 2000
        self.queue = collections.deque()  # (time at which it is there, bytes)
        self.free = 0.0
        self.replies = collections.deque()  # (time at which the program has it, bytes)
        self.total = 0
        self.tail = b""
        self.counts = collections.Counter()
        self.usage = self.status = None
        self.started = time.monotonic()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            self.execute(command, kind, environment or {})
        self.resize(COLUMNS, ROWS)

    @staticmethod
    def execute(command, kind, environment):
        size = struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * WIDTH, ROWS * HEIGHT)
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        for name in ("TMUX", "STY", "KITTY_WINDOW_ID", "TERM_PROGRAM", "NO_COLOR"):
            os.environ.pop(name, None)
        os.environ.update(
            TERM="xterm-kitty" if kind == "kitty" else "xterm-256color",
            COLORTERM="truecolor",
            LC_ALL="C.UTF-8",
            COLUMNS=str(COLUMNS),
            LINES=str(ROWS),
        )
        os.environ.update(environment)
        os.execvp(command[0], command)

    def resize(self, columns, rows):
        size = struct.pack("HHHH", rows, columns, columns * WIDTH, rows * HEIGHT)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, size)

    def press(self, keys):
        """Sends what a person types; the line carries it, too."""
        self.replies.append((time.monotonic() + self.delay, keys))

    def read(self, seconds):
        """Waits no longer than that; returns what reached the terminal, or None at the end."""
        until = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            self.answer(now)
            if self.queue and self.queue[0][0] <= now:
                return self.take(now)
            if now >= until:
                return b""
            if not self.fill(min(until, self.next_event(until)) - now) and not self.queue:
                return None

    def next_event(self, until):
        events = [item[0][0] for item in (self.queue, self.replies) if item]
        return min(events + [until])

    def fill(self, seconds):
        """Puts what the program wrote on the line; false when the program is gone."""
        ready, _, _ = select.select([self.descriptor], [], [], max(0, seconds))
        if not ready:
            return True
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:
            data = b""
        now = time.monotonic()
        if not data:
            return False
        # A line carries small pieces: what is behind is there later.
        piece = max(256, int(self.rate / 200)) if self.rate else len(data)
        for start in range(0, len(data), piece):
            part = data[start : start + piece]
            self.free = max(self.free, now) + (len(part) / self.rate if self.rate else 0)
            self.queue.append((self.free + self.delay, part))
        return True

    def take(self, now):
        data = b""
        while self.queue and self.queue[0][0] <= now:
            data += self.queue.popleft()[1]
        self.total += len(data)
        window = self.tail + data
        # A sequence that was cut in two is looked at when the rest is there.
        cut = window.rfind(b"\x1b", max(0, len(window) - 80))
        if cut < 0 or WHOLE.match(window, cut):
            cut = len(window)
        self.tail, window = window[cut:], window[:cut]
        for name, pattern in FRAMES.items():
            self.counts[name] += len(pattern.findall(window))
        answer = self.personality.answers(window)
        if answer:
            self.replies.append((now + self.delay, answer))
        return data

    def answer(self, now):
        while self.replies and self.replies[0][0] <= now:
            os.write(self.descriptor, self.replies.popleft()[1])

    def cpu_seconds(self):
        with open(f"/proc/{self.process}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def finish(self, number=signal.SIGTERM):
        """Ends the command, unless it ended, and waits for it."""
        try:
            os.kill(self.process, number)
        except ProcessLookupError:
            pass
        self.wait()

    def wait(self):
        if self.usage is None:
            _, self.status, self.usage = os.wait4(self.process, 0)
            os.close(self.descriptor)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--as", dest="kind", default="plain")
    parser.add_argument("--rate", type=float, default=0)
    parser.add_argument("--trip", type=float, default=0)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--save")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    terminal = Terminal(command, options.kind, options.rate, options.trip)
    first = None
    save = open(options.save, "wb") if options.save else None
    while time.monotonic() - terminal.started < options.seconds:
        data = terminal.read(0.25)
        if data is None:
            break
        if data and first is None:
            first = time.monotonic() - terminal.started
        if save:
            save.write(data)
    wall = time.monotonic() - terminal.started
    terminal.finish()
    cpu = terminal.usage.ru_utime + terminal.usage.ru_stime
    print(
        json.dumps(
            {
                "cpu": round(cpu, 3),
                "wall": round(wall, 2),
                "first": round(first or 0, 3),
                "bytes": terminal.total,
                "frames": dict(terminal.counts),
                "cpu_ms": round(cpu * 1000 / options.frames, 2),
                "kB": round(terminal.total / options.frames / 1000, 1),
                "rss_MB": round(terminal.usage.ru_maxrss / 1024, 1),
            }
        )
    )


if __name__ == "__main__":
    main()
