"""Plays two films in a terminal of ours, beside other players; prints CPU and bytes per frame.

play.py KINEMA CLIPS [ROUNDS] [MODE...]

The players take turns, and each figure is the least of the rounds: what else the machine does only
ever adds. Decoding alone, by ffmpeg in one thread, tells how quick the machine was just then: bars
are for one on which that takes DECODED milliseconds, and our figures are put in its terms.
"""

import os
import subprocess
import sys
import time

from terminal import Terminal

FRAMES = 300
CHAFA_FRAMES = 60
DECODED = {"A": 7.1, "B": 2.2}
# Milliseconds of CPU and kB a frame that may at most be taken, by mode and clip.
BARS = {
    ("half", "A"): (6.4, 100),
    ("half", "B"): (2.6, 15),
    ("sixel", "A"): (12, 330),
    ("sixel", "B"): (7, 60),
    ("kitty", "A"): (12.5, 150),
}
# What a terminal is to say of itself so that a player sends it a mode's pictures.
KINDS = {"half": "plain", "sixel": "sixel", "kitty": "kitty"}
MPV = "mpv --no-config --really-quiet --no-audio --untimed --framedrop=no --profile=sw-fast"
TIMG = "timg -V -g120x36 --debug-no-frame-delay --loops=1"
CHAFA = f"chafa -c full -s 120x36 --speed max --duration {CHAFA_FRAMES / 30}"
OTHERS = {
    "half": [("timg", f"{TIMG} -ph"), ("mpv", f"{MPV} --vo=tct")],
    "sixel": [("mpv", f"{MPV} --vo=sixel")],
    "kitty": [("timg", f"{TIMG} -pk --compress")],
}
CHAFA_MODES = {"half": "-f symbols --symbols vhalf -w 1", "sixel": "-f sixels", "kitty": "-f kitty"}


def played(command, mode, frames):
    """Returns milliseconds of CPU and kB a frame."""
    terminal = Terminal(command, KINDS[mode], environment={"TERM": "xterm-256color"})
    while terminal.read(0.25) is not None:
        if time.monotonic() - terminal.started > 300:
            break
    terminal.finish()
    spent = terminal.usage.ru_utime + terminal.usage.ru_stime
    return spent * 1000 / frames, terminal.total / frames / 1000


def decoded(film):
    before = os.times()
    subprocess.run(
        ["ffmpeg", "-v", "error", "-threads", "1", "-i", film, "-f", "null", "-"], check=True
    )
    after = os.times()
    spent = after.children_user + after.children_system
    return (spent - before.children_user - before.children_system) * 1000 / FRAMES


def contest(kinema, clips, modes):
    """Returns what is compared: name, mode, clip, command, frames."""
    found = []
    for mode in modes:
        for clip in "AB":
            film = f"{clips}/{clip}.mp4"
            ours = [kinema, "play", film, f"--graphics={mode}", "--cells", "120x36", "--no-delay"]
            found.append(("kinema", mode, clip, ours, FRAMES))
            for name, command in OTHERS[mode]:
                found.append((name, mode, clip, command.split() + [film], FRAMES))
        gif = f"{clips}/A{CHAFA_FRAMES}.gif"
        command = f"{CHAFA} {CHAFA_MODES[mode]}".split() + [gif]
        found.append(("chafa", mode, "A", command, CHAFA_FRAMES))
    return found


def main():
    kinema, clips = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    modes = sys.argv[4:] or list(KINDS)
    gif = f"{clips}/A{CHAFA_FRAMES}.gif"
    if not os.path.exists(gif):
        size = "fps=30,scale=960:540:flags=area"
        command = f"ffmpeg -v error -y -i {clips}/A.mp4 -frames:v {CHAFA_FRAMES} -vf {size} {gif}"
        subprocess.run(command.split(), check=True)
    entries = contest(kinema, clips, modes)
    least = {}
    for _ in range(rounds):
        for clip in "AB":
            took = decoded(f"{clips}/{clip}.mp4")
            least[clip] = min(least.get(clip, took), took)
        for name, mode, clip, command, frames in entries:
            cpu, size = played(command, mode, frames)
            key = (name, mode, clip)
            least[key] = (min(least[key][0], cpu) if key in least else cpu, size)
    for clip in "AB":
        print(f"  {clip} decoded alone, ffmpeg {least[clip]:30.2f} ms CPU")
    for name, mode, clip, _, _ in entries:
        cpu, size = least[name, mode, clip]
        words = ""
        if name == "kinema" and (mode, clip) in BARS:
            most_cpu, most_size = BARS[mode, clip]
            told = cpu * DECODED[clip] / least[clip]
            isKept = told <= most_cpu and size <= most_size
            words = f"{told:5.2f} ms there, at most {most_cpu} ms and {most_size} kB: "
            words += "kept" if isKept else "MISSED"
        print(f"  {clip} {mode:7} {name:8} {cpu:20.2f} ms CPU {size:10.1f} kB   {words}")


if __name__ == "__main__":
    main()
