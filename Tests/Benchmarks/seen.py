"""Reads what a terminal was sent back into the pixels that it shows.

seen.py SENT OUT.rgb [COLUMNSxROWS]   writes the last frame as raw RGB; prints its extent in pixels.
"""

import base64
import re
import sys
import zlib

WIDTH, HEIGHT = 8, 16
QUADRANTS = {
    "▘": 1, "▝": 2, "▖": 4, "▗": 8, "▀": 3, "▄": 12, "▌": 5, "▐": 10,
    "▞": 6, "▚": 9, "▛": 7, "▜": 11, "▙": 13, "▟": 14, "█": 15, " ": 0,
}  # fmt: skip
TOKEN = re.compile(
    rb"\x1b\[([0-9;?<>=]*)([@-~])|\x1bP([^\x1b]*)\x1b\\|\x1b_G([^\x1b]*)\x1b\\|\x1b\](.*?)(?:\x07|\x1b\\)"
    rb"|\x1b.|([^\x1b]+)",
    re.S,
)


class Seen:
    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.lines = [bytearray(columns * WIDTH * 3) for _ in range(rows * HEIGHT)]
        self.row = self.column = 0
        self.pen = [b"\xff\xff\xff", b"\0\0\0"]
        self.bottom = self.right = 0
        self.top = self.left = 1 << 30
        self.registers = {}
        self.kitty = None

    def read(self, data):
        for token in TOKEN.finditer(data):
            parameters, final, device, kitty, _, text = token.groups()
            if final is not None:
                self.control(parameters, final)
            elif device is not None:
                self.sixel(device)
            elif kitty is not None:
                self.picture(kitty)
            elif text is not None:
                self.write(text.decode("utf-8", "replace"))

    def control(self, parameters, final):
        numbers = [int(n) if n.isdigit() else 0 for n in parameters.split(b";")]
        if final == b"H":
            self.row = max(1, numbers[0]) - 1
            self.column = max(1, numbers[1] if len(numbers) > 1 else 1) - 1
        elif final == b"C":
            self.column += max(1, numbers[0])
        elif final == b"A":
            self.row = max(0, self.row - max(1, numbers[0]))
        elif final == b"m":
            self.attributes(numbers)

    def attributes(self, numbers):
        while numbers:
            number = numbers.pop(0)
            if number == 0:
                self.pen = [b"\xff\xff\xff", b"\0\0\0"]
            elif number == 7:
                self.pen.reverse()
            elif number in (38, 48) and numbers[:1] == [2]:
                self.pen[number == 48] = bytes(numbers[1:4])
                del numbers[:4]

    def write(self, text):
        for glyph in text:
            if glyph == "\n":
                self.row += 1
            elif glyph == "\r":
                self.column = 0
            else:
                self.glyph(QUADRANTS.get(glyph, 15))
                self.column += 1

    def glyph(self, pattern):
        if self.row >= self.rows or self.column >= self.columns:
            return
        half = WIDTH // 2
        for part in (0, 2):
            colours = b"".join(
                self.pen[0 if pattern >> (part + side) & 1 else 1] * half for side in (0, 1)
            )
            top = self.row * HEIGHT + (HEIGHT // 2 if part else 0)
            for y in range(top, top + HEIGHT // 2):
                self.lines[y][self.column * WIDTH * 3 : (self.column + 1) * WIDTH * 3] = colours
        self.touch(self.column * WIDTH, self.row * HEIGHT, WIDTH, HEIGHT)

    def touch(self, left, top, width, height):
        self.left, self.top = min(self.left, left), min(self.top, top)
        self.right, self.bottom = max(self.right, left + width), max(self.bottom, top + height)

    def picture_rows(self):
        """Returns what was painted, row by row."""
        return [line[self.left * 3 : self.right * 3] for line in self.lines[self.top : self.bottom]]

    def sixel(self, body):
        start = body.find(b"q")
        left, top = self.column * WIDTH, self.row * HEIGHT
        x, band, colour = 0, 0, b"\0\0\0"
        commands = rb'#([0-9;]+)|"([0-9;]+)|!(\d+)([?-~])|([$-])|([?-~])'
        for token in re.finditer(commands, body[start + 1 :]):
            register, raster, count, repeated, move, single = token.groups()
            if register:
                numbers = [int(n) for n in register.split(b";")]
                if len(numbers) == 5:
                    value = bytes((n * 255 + 50) // 100 for n in numbers[2:])
                    self.registers[numbers[0]] = value
                colour = self.registers.get(numbers[0], b"\0\0\0")
            elif move:
                x = 0
                band += move == b"-"
            elif not raster:
                times = int(count or 1)
                bits = (repeated or single)[0] - 63
                for bit in range(6):
                    y = top + band * 6 + bit
                    if bits >> bit & 1 and y < len(self.lines):
                        self.lines[y][(left + x) * 3 : (left + x + times) * 3] = colour * times
                        self.touch(left + x, y, times, 1)
                x += times

    def picture(self, body):
        head, _, data = body.partition(b";")
        keys = dict(pair.split(b"=") for pair in head.split(b",") if b"=" in pair)
        if keys.get(b"a") == b"T":
            self.kitty = (keys, [])
        if keys.get(b"a") in (b"d", b"q") or self.kitty is None:
            return
        self.kitty[1].append(data)
        if keys.get(b"m") == b"1":
            return
        keys, parts = self.kitty
        self.kitty = None
        columns, rows = int(keys[b"c"]), int(keys[b"r"])
        data = b"".join(base64.b64decode(part) for part in parts)
        if keys.get(b"f") in (b"24", b"32"):
            pixels = raw(data, int(keys[b"s"]), int(keys[b"f"]) // 8)
        else:
            pixels = decoded(data)
        self.place(pixels, columns * WIDTH, rows * HEIGHT)

    def place(self, pixels, width, height):
        left, top = self.column * WIDTH, self.row * HEIGHT
        across = [x * len(pixels[0]) // 3 // width * 3 for x in range(width)]
        for y in range(height):
            source = pixels[y * len(pixels) // height]
            if len(source) != width * 3:
                source = b"".join(source[x : x + 3] for x in across)
            self.lines[top + y][left * 3 : (left + width) * 3] = source
        self.touch(left, top, width, height)


def raw(data, width, depth):
    """Returns the rows of pixels of three or four bytes, without the fourth."""
    rows = [data[at : at + width * depth] for at in range(0, len(data), width * depth)]
    if depth == 3:
        return rows
    without = []
    for row in rows:
        line = bytearray(width * 3)
        for channel in range(3):
            line[channel::3] = row[channel::4]
        without.append(bytes(line))
    return without


def decoded(png):
    """Returns the rows of an indexed PNG without filters."""
    at, palette, packed = 8, b"", b""
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        body = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width = int.from_bytes(body[:4], "big")
        elif kind == b"PLTE":
            palette = body
        elif kind == b"IDAT":
            packed += body
        at += length + 12
    colours = [palette[i : i + 3] for i in range(0, len(palette), 3)]
    raw = zlib.decompress(packed)
    rows = [raw[y + 1 : y + 1 + width] for y in range(0, len(raw), width + 1)]
    return [b"".join([colours[index] for index in row]) for row in rows]


def main():
    columns, rows = (int(n) for n in (sys.argv[3] if len(sys.argv) > 3 else "120x36").split("x"))
    seen = Seen(columns, rows)
    with open(sys.argv[1], "rb") as file:
        seen.read(file.read())
    with open(sys.argv[2], "wb") as file:
        file.writelines(seen.picture_rows())
    print(f"{seen.right - seen.left}x{seen.bottom - seen.top}")


if __name__ == "__main__":
    main()
