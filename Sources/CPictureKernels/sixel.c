#include "buffer.h"
#include "dither.h"

#include <stdlib.h>
#include <string.h>

enum { band_height = 6, colour_count = cpicture_palette_count };

/* What one band of six rows holds of each colour. */
typedef struct {
    uint8_t *bits; /* colour_count rows of `width` */
    int first[colour_count];
    int last[colour_count];
    uint8_t used[colour_count];
    int used_count;
} band;

static void put_run(cpicture_buffer *out, int count, uint8_t sixel) {
    if (count > 3) {
        put_byte(out, '!');
        put_number(out, (unsigned)count);
        put_byte(out, sixel);
    } else {
        while (count--) put_byte(out, sixel);
    }
}

static void put_definition(cpicture_buffer *out, int colour) {
    uint8_t rgb[3];
    cpicture_palette(colour, rgb);
    put_byte(out, '#');
    put_number(out, (unsigned)colour);
    put_text(out, ";2");
    for (int i = 0; i < 3; i++) {
        put_byte(out, ';');
        put_number(out, (rgb[i] * 100u + 127) / 255);
    }
}

static void gather(band *band, const cpicture_dither *dither, const uint8_t *source, int stride,
                   int x, int y, int width, int height) {
    band->used_count = 0;
    memset(band->first, -1, sizeof band->first);
    for (int row = 0; row < height; row++) {
        const uint8_t *pixel = source + ((size_t)(y + row) * (size_t)stride + (size_t)x) * 4;
        for (int column = 0; column < width; column++, pixel += 4) {
            int colour = dither_index(dither, pixel, x + column, y + row);
            if (band->first[colour] < 0) {
                band->used[band->used_count++] = (uint8_t)colour;
                band->first[colour] = band->last[colour] = column;
            } else if (column < band->first[colour]) {
                band->first[colour] = column;
            } else if (column > band->last[colour]) {
                band->last[colour] = column;
            }
            band->bits[(size_t)colour * (size_t)width + (size_t)column] |= (uint8_t)(1 << row);
        }
    }
}

static void put_colour_row(cpicture_buffer *out, band *band, int colour, int width) {
    uint8_t *bits = band->bits + (size_t)colour * (size_t)width;
    int first = band->first[colour], last = band->last[colour];
    put_byte(out, '#');
    put_number(out, (unsigned)colour);
    if (first > 0) put_run(out, first, '?');
    for (int x = first; x <= last;) {
        uint8_t value = bits[x];
        int count = 1;
        while (x + count <= last && bits[x + count] == value) count++;
        put_run(out, count, (uint8_t)('?' + value));
        x += count;
    }
    memset(bits + first, 0, (size_t)(last - first + 1));
}

void cpicture_sixel(cpicture_buffer *out, const cpicture_dither *dither, const uint8_t *source,
                    int stride, int x, int y, int width, int height) {
    uint8_t defined[colour_count] = {0};
    band *row = malloc(sizeof *row);
    if (row) row->bits = calloc((size_t)colour_count, (size_t)width);
    if (!row || !row->bits || !cpicture_reserve(out, 64)) {
        out->failed = 1;
        if (row) free(row->bits);
        free(row);
        return;
    }
    put_text(out, "\x1bP0;1;0q\"1;1;");
    put_number(out, (unsigned)width);
    put_byte(out, ';');
    put_number(out, (unsigned)height);
    for (int top = 0; top < height; top += band_height) {
        int rows = height - top < band_height ? height - top : band_height;
        gather(row, dither, source, stride, x, y + top, width, rows);
        /* Each pixel is at most one sixel with a gap of six bytes before it. */
        if (!cpicture_reserve(out, (size_t)width * band_height * 7 + colour_count * 40)) break;
        if (top > 0) put_byte(out, '-');
        for (int i = 0; i < row->used_count; i++) {
            int colour = row->used[i];
            if (i > 0) put_byte(out, '$');
            if (!defined[colour]) put_definition(out, colour);
            defined[colour] = 1;
            put_colour_row(out, row, colour, width);
        }
    }
    if (cpicture_reserve(out, 2)) put_text(out, "\x1b\\");
    free(row->bits);
    free(row);
}
