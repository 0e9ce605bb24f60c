#include "buffer.h"
#include "dither.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static void put_long(cpicture_buffer *out, uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) put_byte(out, (uint8_t)(value >> shift));
}

static void put_chunk(cpicture_buffer *out, const char *kind, const uint8_t *bytes, size_t count) {
    if (!cpicture_reserve(out, count + 12)) return;
    put_long(out, (uint32_t)count);
    size_t start = out->count;
    put_text(out, kind);
    if (count) memcpy(out->bytes + out->count, bytes, count);
    out->count += count;
    put_long(out, (uint32_t)crc32(0, out->bytes + start, (uInt)(count + 4)));
}

static void put_header(cpicture_buffer *out, int width, int height, int transparent) {
    static const uint8_t signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    cpicture_append(out, signature, sizeof signature);
    uint8_t header[13] = {0};
    for (int i = 0; i < 4; i++) {
        header[i] = (uint8_t)(width >> (24 - 8 * i));
        header[4 + i] = (uint8_t)(height >> (24 - 8 * i));
    }
    header[8] = 8; /* bits */
    header[9] = 3; /* indexed */
    put_chunk(out, "IHDR", header, sizeof header);
    uint8_t palette[(cpicture_palette_count + 1) * 3] = {0};
    for (int i = 0; i < cpicture_palette_count; i++) cpicture_palette(i, palette + i * 3);
    size_t colours = cpicture_palette_count + (transparent ? 1 : 0);
    put_chunk(out, "PLTE", palette, colours * 3);
    if (!transparent) return;
    uint8_t alpha[cpicture_palette_count + 1];
    memset(alpha, 255, cpicture_palette_count);
    alpha[cpicture_transparent] = 0;
    put_chunk(out, "tRNS", alpha, sizeof alpha);
}

void cpicture_png(cpicture_buffer *out, const cpicture_dither *dither, const uint8_t *source,
                  int stride, int x, int y, int width, int height, const uint8_t *covered,
                  int columns, int rows) {
    size_t raw_count = ((size_t)width + 1) * (size_t)height;
    uLongf packed_count = compressBound(raw_count);
    uint8_t *raw = malloc(raw_count), *packed = malloc(packed_count), *at = raw;
    if (!raw || !packed) {
        out->failed = 1;
    } else {
        for (int row = 0; row < height; row++) {
            const uint8_t *pixel = source + ((size_t)(y + row) * (size_t)stride + (size_t)x) * 4;
            const uint8_t *mask =
                covered ? covered + (int64_t)row * rows / height * columns : NULL;
            *at++ = 0; /* no filter */
            for (int column = 0; column < width; column++, pixel += 4)
                *at++ = mask && mask[(int64_t)column * columns / width]
                            ? cpicture_transparent
                            : dither_index(dither, pixel, x + column, y + row);
        }
        put_header(out, width, height, covered != NULL);
        if (compress2(packed, &packed_count, raw, raw_count, 1) == Z_OK)
            put_chunk(out, "IDAT", packed, packed_count);
        else
            out->failed = 1;
        put_chunk(out, "IEND", NULL, 0);
    }
    free(raw);
    free(packed);
}
