"""Plays the editor's preview on a pseudo-terminal and prints start-up, bytes and CPU per frame.

The pseudo-terminal answers what a terminal of the wanted kind would, and
swallows everything at once, so the figures are the program's own.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

kinema, graphics, home = sys.argv[1:4]
COLUMNS, ROWS, WIDTH, HEIGHT = 120, 36, 8, 16
# Each frame is an update of the picture and one of its time code, which is only a few bytes.
UPDATE = re.compile(rb"\x1b\[\?2026h(.*?)\x1b\[\?2026l", re.DOTALL)
PICTURE = {
    "kitty": re.compile(rb"\x1b_G[^;\x1b]*a=T"),
    "sixel": re.compile(rb"\x1bP[0-9;]*q"),
    "half": re.compile(rb"(?:\x1b\[[0-9;]*m){4}|\xe2\x96[\x80-\x9f]"),
    "symbols": re.compile(rb"(?:\x1b\[[0-9;]*m){4}|\xe2\x96[\x80-\x9f]|\xf0\x9f\xac"),
}[graphics]


def answers(data):
    reply = b""
    if re.search(rb"\x1b\[0?c", data):
        reply += b"\x1b[?62;4;22c" if graphics == "sixel" else b"\x1b[?62;22c"
    for _ in re.finditer(rb"\x1b\[16t", data):
        reply += b"\x1b[6;%d;%dt" % (HEIGHT, WIDTH)
    for _ in re.finditer(rb"\x1b\[\?2026\$p", data):
        reply += b"\x1b[?2026;2$y"
    for _ in re.finditer(rb"\x1b\[5n", data):
        reply += b"\x1b[0n"
    if graphics == "kitty":
        for found in re.finditer(rb"\x1b_G([^;\x1b]*a=q[^;\x1b]*)", data):
            name = re.search(rb"i=(\d+)", found.group(1))
            reply += b"\x1b_Gi=" + (name.group(1) if name else b"0") + b";OK\x1b\\"
    return reply


def cpu_seconds(process):
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


process, terminal = pty.fork()
if process == 0:
    environment = dict(
        os.environ, TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", KINEMA_HOME=home
    )
    environment.pop("TMUX", None)
    os.execve(kinema, [kinema, "--graphics", graphics], environment)
fcntl.ioctl(
    terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * WIDTH, ROWS * HEIGHT)
)

started = time.monotonic()
first = None
screen = b""


def listen(seconds, stop=None):
    """Swallows what comes for a while; returns the bytes."""
    global first
    taken = bytearray()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.02)
        if not ready:
            continue
        data = os.read(terminal, 1 << 20)
        taken += data
        if first is None and b"Presets" in taken:
            first = time.monotonic() - started
        reply = answers(data)
        if reply:
            os.write(terminal, reply)
        if stop is not None and stop(taken):
            break
    return bytes(taken)


listen(20, lambda taken: first is not None)
listen(2)
idle = len(listen(2))
# The cursor on a preset tries it on, and that plays.
os.write(terminal, b"jj")
listen(0.5)
before, at = cpu_seconds(process), time.monotonic()
played = listen(4)
spent, lasted = cpu_seconds(process) - before, time.monotonic() - at
frames = sum(
    1 for update in UPDATE.findall(played) if len(update) > 600 and PICTURE.search(update)
)
os.kill(process, signal.SIGTERM)
os.waitpid(process, 0)
if not frames:
    sys.exit(f"{graphics}: no frame was played")
print(
    f"{graphics:8} first paint {first * 1000:5.0f} ms   {frames / lasted:5.1f} frames/s   "
    f"{len(played) / frames / 1000:7.1f} kB/frame   {spent * 1000 / frames:6.2f} ms CPU/frame   "
    f"idle {idle / 2:.0f} bytes/s"
)
