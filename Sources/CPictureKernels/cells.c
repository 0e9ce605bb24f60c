#include "buffer.h"

#include <string.h>

static int nearest_level(int value) {
    return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
}

static int square(int value) { return value * value; }

int cpicture_index256(int red, int green, int blue) {
    static const int levels[6] = {0, 95, 135, 175, 215, 255};
    int r = nearest_level(red), g = nearest_level(green), b = nearest_level(blue);
    int cube = square(levels[r] - red) + square(levels[g] - green) + square(levels[b] - blue);
    int step = ((red + green + blue) / 3 - 3) / 10;
    step = step < 0 ? 0 : step > 23 ? 23 : step;
    int level = 8 + 10 * step;
    int grey = square(level - red) + square(level - green) + square(level - blue);
    return grey < cube ? 232 + step : 16 + 36 * r + 6 * g + b;
}

static int32_t colour(const int rgb[3], int indexed) {
    return indexed ? cpicture_index256(rgb[0], rgb[1], rgb[2])
                   : (int32_t)(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
}

static int32_t pixel_colour(const uint8_t *pixel, int indexed) {
    int rgb[3] = {pixel[0], pixel[1], pixel[2]};
    return colour(rgb, indexed);
}

void cpicture_half(const uint8_t *source, int columns, int rows, int indexed,
                   cpicture_cell *cells) {
    size_t stride = (size_t)columns * 4;
    for (int y = 0; y < rows; y++) {
        const uint8_t *upper = source + (size_t)y * 2 * stride;
        for (int x = 0; x < columns; x++, upper += 4, cells++) {
            cells->glyph = 0x2584;
            cells->background = pixel_colour(upper, indexed);
            cells->foreground = pixel_colour(upper + stride, indexed);
        }
    }
}

/* Bit 0 is the upper left pixel, 1 the upper right, 2 the lower left, 3 the lower right. Only
 * patterns that hold the upper left pixel are needed: the others are their inverses. */
static const uint32_t quadrants[8] = {0x2598, 0x2580, 0x258C, 0x259B, 0x259A, 0x259C, 0x2599, 0x20};

static int split_error(const uint8_t *pixels[4], int pattern, int means[2][3]) {
    int counts[2] = {0}, error = 0;
    memset(means, 0, sizeof(int) * 6);
    for (int i = 0; i < 4; i++) {
        int side = !(pattern >> i & 1);
        counts[side]++;
        for (int c = 0; c < 3; c++) means[side][c] += pixels[i][c];
    }
    for (int side = 0; side < 2; side++)
        for (int c = 0; c < 3; c++)
            if (counts[side]) means[side][c] = (means[side][c] + counts[side] / 2) / counts[side];
    for (int i = 0; i < 4; i++)
        for (int c = 0; c < 3; c++) error += square(pixels[i][c] - means[!(pattern >> i & 1)][c]);
    return error;
}

void cpicture_quad(const uint8_t *source, int columns, int rows, int indexed,
                   cpicture_cell *cells) {
    size_t stride = (size_t)columns * 8;
    for (int y = 0; y < rows; y++) {
        const uint8_t *upper = source + (size_t)y * 2 * stride;
        for (int x = 0; x < columns; x++, upper += 8, cells++) {
            const uint8_t *pixels[4] = {upper, upper + 4, upper + stride, upper + stride + 4};
            int best = 7, means[2][3], best_means[2][3];
            int best_error = split_error(pixels, 15, best_means);
            for (int rest = 0; rest < 7 && best_error > 0; rest++) {
                int error = split_error(pixels, 1 | rest << 1, means);
                if (error >= best_error) continue;
                best_error = error;
                best = rest;
                memcpy(best_means, means, sizeof means);
            }
            cells->glyph = quadrants[best];
            cells->foreground = colour(best_means[0], indexed);
            cells->background = best == 7 ? cells->foreground : colour(best_means[1], indexed);
        }
    }
}

void cpicture_ascii(const uint8_t *source, int columns, int rows, cpicture_cell *cells) {
    static const char ramp[] = " .:-=+*#%@";
    size_t stride = (size_t)columns * 4;
    for (int y = 0; y < rows; y++) {
        const uint8_t *upper = source + (size_t)y * 2 * stride;
        for (int x = 0; x < columns; x++, upper += 4, cells++) {
            const uint8_t *lower = upper + stride;
            int luma = 54 * (upper[0] + lower[0]) + 183 * (upper[1] + lower[1]) +
                       19 * (upper[2] + lower[2]);
            cells->glyph = (uint8_t)ramp[luma * 10 / (256 * 511)];
            cells->foreground = cells->background = -1;
        }
    }
}

typedef struct {
    int32_t foreground;
    int32_t background;
} pen;

static void put_colour(cpicture_buffer *out, int code, int32_t colour, int colours) {
    if (colour < 0) {
        put_number(out, (unsigned)code + 9);
        return;
    }
    put_number(out, (unsigned)code + 8);
    if (colours == cpicture_indexed) {
        put_text(out, ";5;");
        put_number(out, (unsigned)colour);
        return;
    }
    put_text(out, ";2;");
    put_number(out, (unsigned)colour >> 16 & 255);
    put_byte(out, ';');
    put_number(out, (unsigned)colour >> 8 & 255);
    put_byte(out, ';');
    put_number(out, (unsigned)colour & 255);
}

static void put_glyph(cpicture_buffer *out, uint32_t glyph) {
    if (glyph < 0x80) {
        put_byte(out, (uint8_t)glyph);
    } else if (glyph < 0x800) {
        put_byte(out, (uint8_t)(0xC0 | glyph >> 6));
        put_byte(out, (uint8_t)(0x80 | (glyph & 63)));
    } else if (glyph < 0x10000) {
        put_byte(out, (uint8_t)(0xE0 | glyph >> 12));
        put_byte(out, (uint8_t)(0x80 | (glyph >> 6 & 63)));
        put_byte(out, (uint8_t)(0x80 | (glyph & 63)));
    } else {
        put_byte(out, (uint8_t)(0xF0 | (glyph >> 18 & 7)));
        put_byte(out, (uint8_t)(0x80 | (glyph >> 12 & 63)));
        put_byte(out, (uint8_t)(0x80 | (glyph >> 6 & 63)));
        put_byte(out, (uint8_t)(0x80 | (glyph & 63)));
    }
}

/* Writes one cell where the cursor is, changing no more of the pen than it must. */
static void put_cell(cpicture_buffer *out, cpicture_cell cell, pen *at, int colours) {
    if (cell.foreground == cell.background && cell.foreground >= 0) {
        cell.glyph = ' ';
    } else if (cell.glyph == 0x2584 && cell.background == at->foreground &&
               cell.foreground == at->background) {
        cell = (cpicture_cell){0x2580, at->foreground, at->background};
    }
    int background = colours != cpicture_plain && cell.background != at->background;
    int foreground =
        colours != cpicture_plain && cell.glyph != ' ' && cell.foreground != at->foreground;
    if (background || foreground) {
        put_text(out, "\x1b[");
        if (background) put_colour(out, 40, at->background = cell.background, colours);
        if (background && foreground) put_byte(out, ';');
        if (foreground) put_colour(out, 30, at->foreground = cell.foreground, colours);
        put_byte(out, 'm');
    }
    put_glyph(out, cell.glyph);
}

static int near(int32_t a, int32_t b, int colours, int tolerance) {
    if (a == b) return 1;
    if (colours != cpicture_direct || a < 0 || b < 0) return 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int difference = (a >> shift & 255) - (b >> shift & 255);
        if (difference > tolerance || difference < -tolerance) return 0;
    }
    return 1;
}

static void put_position(cpicture_buffer *out, int row, int column) {
    put_text(out, "\x1b[");
    put_number(out, (unsigned)row + 1);
    put_byte(out, ';');
    put_number(out, (unsigned)column + 1);
    put_byte(out, 'H');
}

void cpicture_write_cells(cpicture_buffer *out, const cpicture_cell *cells, cpicture_cell *shown,
                          const uint8_t *covered, int columns, int rows, int row, int column,
                          int colours, int tolerance) {
    pen at = {-1, -1};
    int wrote = 0;
    for (int y = 0; y < rows; y++) {
        int next = -1;
        for (int x = 0; x < columns; x++, cells++, shown++, covered++) {
            if (*covered) {
                shown->glyph = 0;
                continue;
            }
            if (shown->glyph == cells->glyph &&
                near(shown->foreground, cells->foreground, colours, tolerance) &&
                near(shown->background, cells->background, colours, tolerance))
                continue;
            if (!cpicture_reserve(out, 96)) return;
            if (!wrote) put_text(out, "\x1b[0m");
            wrote = 1;
            if (next != x) put_position(out, row + y, column + x);
            put_cell(out, *cells, &at, colours);
            *shown = *cells;
            next = x + 1;
        }
    }
    if (wrote && cpicture_reserve(out, 8)) put_text(out, "\x1b[0m");
}
