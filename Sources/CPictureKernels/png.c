#include "buffer.h"
#include "dither.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

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
    put_long(out, libdeflate_crc32(0, out->bytes + start, count + 4));
}

enum { kind_colours = 2, kind_indexed = 3 };

static void put_header(cpicture_buffer *out, int width, int height, int kind) {
    static const uint8_t signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    cpicture_append(out, signature, sizeof signature);
    uint8_t header[13] = {0};
    for (int i = 0; i < 4; i++) {
        header[i] = (uint8_t)(width >> (24 - 8 * i));
        header[4 + i] = (uint8_t)(height >> (24 - 8 * i));
    }
    header[8] = 8; /* bits */
    header[9] = (uint8_t)kind;
    put_chunk(out, "IHDR", header, sizeof header);
}

static void put_palette(cpicture_buffer *out, int transparent) {
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

static void put_pixels(cpicture_buffer *out, const uint8_t *raw, size_t count, int effort) {
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(effort);
    size_t room = compressor ? libdeflate_zlib_compress_bound(compressor, count) : 0, length = 0;
    uint8_t *packed = malloc(room);
    if (compressor && packed)
        length = libdeflate_zlib_compress(compressor, raw, count, packed, room);
    if (length) put_chunk(out, "IDAT", packed, length);
    else out->failed = 1;
    put_chunk(out, "IEND", NULL, 0);
    free(packed);
    libdeflate_free_compressor(compressor);
}

void cpicture_png(cpicture_buffer *out, const cpicture_dither *dither, const uint8_t *source,
                  int stride, int x, int y, int width, int height, const uint8_t *covered,
                  int columns, int rows) {
    size_t raw_count = ((size_t)width + 1) * (size_t)height;
    uint8_t *raw = malloc(raw_count), *at = raw;
    if (!raw) {
        out->failed = 1;
        return;
    }
    for (int row = 0; row < height; row++, at += width) {
        const uint8_t *pixels = source + ((size_t)(y + row) * (size_t)stride + (size_t)x) * 4;
        *at++ = 0; /* no filter */
        dither_row(dither, pixels, x, y + row, width, at);
        if (!covered) continue;
        const uint8_t *mask = covered + (int64_t)row * rows / height * columns;
        for (int column = 0; column < width; column++)
            if (mask[(int64_t)column * columns / width]) at[column] = cpicture_transparent;
    }
    put_header(out, width, height, kind_indexed);
    put_palette(out, covered != NULL);
    put_pixels(out, raw, raw_count, 1);
    free(raw);
}

static uint8_t paeth(int left, int above, int corner) {
    int guess = left + above - corner;
    int a = abs(guess - left), b = abs(guess - above), c = abs(guess - corner);
    return (uint8_t)(a <= b && a <= c ? left : b <= c ? above : corner);
}

void cpicture_png_full(cpicture_buffer *out, const uint8_t *source, int stride, int x, int y,
                       int width, int height) {
    size_t line = (size_t)width * 3 + 1, raw_count = line * (size_t)height;
    uint8_t *raw = malloc(raw_count), *at = raw;
    if (!raw) {
        out->failed = 1;
        return;
    }
    for (int row = 0; row < height; row++) {
        const uint8_t *pixel = source + ((size_t)(y + row) * (size_t)stride + (size_t)x) * 4;
        const uint8_t *above = row > 0 ? pixel - (size_t)stride * 4 : NULL;
        *at++ = 4; /* Paeth's filter */
        for (int column = 0; column < width; column++, pixel += 4) {
            for (int c = 0; c < 3; c++) {
                int left = column > 0 ? pixel[c - 4] : 0;
                int up = above ? above[column * 4 + c] : 0;
                int corner = above && column > 0 ? above[column * 4 + c - 4] : 0;
                *at++ = (uint8_t)(pixel[c] - paeth(left, up, corner));
            }
        }
    }
    put_header(out, width, height, kind_colours);
    put_pixels(out, raw, raw_count, 4);
    free(raw);
}
