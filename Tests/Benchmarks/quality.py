"""Compares what a terminal shows of a film with the film itself; libchafa does the same beside it.

quality.py KINEMA CLIPS   prints the PSNR as it is, and blurred as the eye does, by mode.

What was sent is read back into pixels; libchafa draws the same frame, which is the last of a few
that the film's player has sent one after another.
"""

import os
import subprocess
import sys
import tempfile

from seen import Seen
from terminal import Terminal

FRAMES = 8
KINDS = {"half": "plain", "quad": "plain", "sixel": "sixel", "kitty": "kitty"}
CHAFA = {
    "half": "-f symbols --symbols vhalf",
    "quad": "-f symbols --symbols quad",
    "sixel": "-f sixels",
    "kitty": "-f kitty",
}


def run(command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def sent_by_chafa(mode, picture):
    command = f"chafa -c full -s 120x36 {CHAFA[mode]} --animate off".split() + [picture]
    terminal = Terminal(command, KINDS[mode], environment={"TERM": "xterm-256color"})
    sent = b""
    while (data := terminal.read(0.25)) is not None:
        sent += data
    terminal.finish()
    return sent


def psnr(shown, extent, picture, blur):
    filters = f"gblur={blur}," if blur else ""
    size = extent.replace("x", ":")
    graph = (
        f"[0]{filters}format=rgb24[a];[1]scale={size}:flags=area,{filters}format=rgb24[b];"
        "[a][b]psnr=stats_file=-"
    )
    command = (
        f"ffmpeg -v error -f rawvideo -pix_fmt rgb24 -s {extent} -i {shown} -i {picture} "
        f"-lavfi {graph} -f null -"
    )
    for word in run(command.split()).decode().split():
        if word.startswith("psnr_avg:"):
            return float(word[9:])
    sys.exit("ffmpeg told no PSNR")


def measured(sent, picture, folder):
    seen = Seen(120, 36)
    seen.read(sent)
    shown = f"{folder}/shown.rgb"
    with open(shown, "wb") as file:
        file.writelines(seen.picture_rows())
    extent = f"{seen.right - seen.left}x{seen.bottom - seen.top}"
    return psnr(shown, extent, picture, 0), psnr(shown, extent, picture, 1.5)


def main():
    kinema, clips = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        film, picture = f"{folder}/film.mp4", f"{folder}/last.png"
        cut = f"-frames:v {FRAMES} -c:v libx264 -qp 0 -preset ultrafast"
        run(f"ffmpeg -v error -y -ss 5 -i {clips}/A.mp4 {cut} {film}".split())
        # Films of this size that do not say are in BT.709, as every player has it.
        last = f"select=eq(n\\,{FRAMES - 1}),scale=in_color_matrix=bt709:in_range=tv"
        run(f"ffmpeg -v error -y -i {film} -vf {last} -frames:v 1 {picture}".split())
        for mode in KINDS:
            command = f"{kinema} play {film} --graphics={mode} --cells 120x36 --no-delay"
            ours = measured(run(command.split()), picture, folder)
            sent = sent_by_chafa(mode, picture)
            theirs = measured(sent, picture, folder)
            print(
                f"  {mode:6} kinema {ours[0]:5.1f} dB, blurred {ours[1]:5.1f}    "
                f"libchafa {theirs[0]:5.1f} dB, blurred {theirs[1]:5.1f}, {len(sent) / 1000:.0f} kB"
            )


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    main()
