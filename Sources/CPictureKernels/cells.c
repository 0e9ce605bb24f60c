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

/* The usual first 16 colours; a terminal may have others. */
static const uint8_t sixteen[16][3] = {
    {0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
    {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
    {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
    {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};

static int index16(const int rgb[3]) {
    int best = 0, least = 1 << 30;
    for (int i = 0; i < 16; i++) {
        int error = 2 * square(sixteen[i][0] - rgb[0]) + 4 * square(sixteen[i][1] - rgb[1]) +
                    3 * square(sixteen[i][2] - rgb[2]);
        if (error < least) least = error, best = i;
    }
    return best;
}

static int32_t colour(const int rgb[3], int coding) {
    if (coding == cpicture_indexed) return cpicture_index256(rgb[0], rgb[1], rgb[2]);
    if (coding == cpicture_sixteen) return index16(rgb);
    return (int32_t)(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
}

int32_t cpicture_colour(int red, int green, int blue, int coding) {
    int rgb[3] = {red, green, blue};
    return colour(rgb, coding);
}

static int32_t pixel_colour(const uint8_t *pixel, int coding) {
    int rgb[3] = {pixel[0], pixel[1], pixel[2]};
    return colour(rgb, coding);
}

void cpicture_half(const uint8_t *source, int columns, int rows, int coding,
                   cpicture_cell *cells) {
    size_t stride = (size_t)columns * 4;
    for (int y = 0; y < rows; y++) {
        const uint8_t *upper = source + (size_t)y * 2 * stride;
        for (int x = 0; x < columns; x++, upper += 4, cells++) {
            cells->glyph = 0x2584;
            cells->background = pixel_colour(upper, coding);
            cells->foreground = pixel_colour(upper + stride, coding);
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

void cpicture_quad(const uint8_t *source, int columns, int rows, int coding,
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
            cells->foreground = colour(best_means[0], coding);
            cells->background = best == 7 ? cells->foreground : colour(best_means[1], coding);
        }
    }
}

/* The pixels of a cell in two colours: those brighter than the mean and the others. Bit i of the
 * result stands for pixel i, row by row. */
static int split_by_light(const uint8_t *source, size_t stride, int height, int means[2][3]) {
    int lights[8], sum = 0, pattern = 0, counts[2] = {0};
    const uint8_t *pixels[8];
    for (int i = 0; i < 2 * height; i++) {
        pixels[i] = source + (size_t)(i / 2) * stride + (size_t)(i % 2) * 4;
        lights[i] = 54 * pixels[i][0] + 183 * pixels[i][1] + 19 * pixels[i][2];
        sum += lights[i];
    }
    memset(means, 0, sizeof(int) * 6);
    for (int i = 0; i < 2 * height; i++) {
        int isDark = lights[i] * 2 * height <= sum;
        if (!isDark) pattern |= 1 << i;
        counts[isDark]++;
        for (int c = 0; c < 3; c++) means[isDark][c] += pixels[i][c];
    }
    for (int side = 0; side < 2; side++)
        for (int c = 0; c < 3; c++)
            if (counts[side]) means[side][c] = (means[side][c] + counts[side] / 2) / counts[side];
    if (!counts[0]) memcpy(means[0], means[1], sizeof means[0]);
    return pattern;
}

static uint32_t sextant(int pattern) {
    if (pattern == 0) return 0x20;
    if (pattern == 21) return 0x258C;
    if (pattern == 42) return 0x2590;
    if (pattern == 63) return 0x2588;
    return 0x1FB00 + (uint32_t)pattern - 1 - (pattern > 21) - (pattern > 42);
}

/* Braille counts its dots down the left, down the right, and then the last row. */
static uint32_t braille(int pattern) {
    static const uint8_t dots[8] = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};
    uint32_t glyph = 0x2800;
    for (int i = 0; i < 8; i++)
        if (pattern >> i & 1) glyph |= dots[i];
    return pattern ? glyph : 0x20;
}

static void split_cells(const uint8_t *source, int columns, int rows, int height, int coding,
                        uint32_t (*glyph)(int), cpicture_cell *cells) {
    size_t stride = (size_t)columns * 8;
    for (int y = 0; y < rows; y++) {
        const uint8_t *upper = source + (size_t)y * (size_t)height * stride;
        for (int x = 0; x < columns; x++, upper += 8, cells++) {
            int means[2][3];
            cells->glyph = glyph(split_by_light(upper, stride, height, means));
            cells->foreground = colour(means[0], coding);
            cells->background = colour(means[1], coding);
        }
    }
}

void cpicture_sextant(const uint8_t *source, int columns, int rows, int coding,
                      cpicture_cell *cells) {
    split_cells(source, columns, rows, 3, coding, sextant, cells);
}

void cpicture_braille(const uint8_t *source, int columns, int rows, int coding,
                      cpicture_cell *cells) {
    split_cells(source, columns, rows, 4, coding, braille, cells);
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

static void put_colour(cpicture_buffer *out, int code, int32_t colour, int coding) {
    if (colour < 0) {
        put_number(out, (unsigned)code + 9);
        return;
    }
    if (coding == cpicture_sixteen) {
        put_number(out, (unsigned)(colour < 8 ? code + colour : code + 52 + colour));
        return;
    }
    put_number(out, (unsigned)code + 8);
    if (coding == cpicture_indexed) {
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
static void put_cell(cpicture_buffer *out, cpicture_cell cell, pen *at, int coding) {
    if (cell.foreground == cell.background && cell.foreground >= 0) {
        cell.glyph = ' ';
    } else if (cell.glyph == 0x2584 && cell.background == at->foreground &&
               cell.foreground == at->background) {
        cell = (cpicture_cell){0x2580, at->foreground, at->background};
    }
    int background = coding != cpicture_plain && cell.background != at->background;
    int foreground =
        coding != cpicture_plain && cell.glyph != ' ' && cell.foreground != at->foreground;
    if (background || foreground) {
        put_text(out, "\x1b[");
        if (background) put_colour(out, 40, at->background = cell.background, coding);
        if (background && foreground) put_byte(out, ';');
        if (foreground) put_colour(out, 30, at->foreground = cell.foreground, coding);
        put_byte(out, 'm');
    }
    put_glyph(out, cell.glyph);
}

/* The channels of a colour. Of the first 16 they are the usual ones. */
static void channels(int32_t colour, int coding, int rgb[3]) {
    static const int levels[6] = {0, 95, 135, 175, 215, 255};
    if (coding == cpicture_direct) {
        for (int c = 0; c < 3; c++) rgb[c] = colour >> (16 - 8 * c) & 255;
    } else if (colour >= 232) {
        rgb[0] = rgb[1] = rgb[2] = 8 + 10 * (colour - 232);
    } else if (colour >= 16) {
        int cube = colour - 16;
        rgb[0] = levels[cube / 36];
        rgb[1] = levels[cube / 6 % 6];
        rgb[2] = levels[cube % 6];
    } else {
        for (int c = 0; c < 3; c++) rgb[c] = sixteen[colour & 15][c];
    }
}

/* How far two colours are apart in the channel in which they are farthest. */
static int distance(int32_t a, int32_t b, int coding) {
    if (a == b) return 0;
    if (coding == cpicture_plain || a < 0 || b < 0) return 255;
    int from[3], to[3], most = 0;
    channels(a, coding, from);
    channels(b, coding, to);
    for (int c = 0; c < 3; c++) {
        int difference = from[c] > to[c] ? from[c] - to[c] : to[c] - from[c];
        if (difference > most) most = difference;
    }
    return most;
}

/* How far a cell is from what is shown: 0 to 255, or 256 when that is not known. A glyph that
 * changes counts as much as the contrast it draws. */
static int cell_distance(cpicture_cell shown, cpicture_cell cell, int coding) {
    if (shown.glyph == 0) return 256;
    int foreground = distance(shown.foreground, cell.foreground, coding);
    int background = distance(shown.background, cell.background, coding);
    int most = foreground > background ? foreground : background;
    if (shown.glyph == cell.glyph) return most;
    int contrast = distance(cell.foreground, cell.background, coding);
    if (coding == cpicture_plain) return 255;
    most = most > contrast ? most : contrast;
    return most ? most : 1;
}

int cpicture_tolerance(const cpicture_cell *cells, const cpicture_cell *shown,
                       const uint8_t *covered, int count, int coding, int tolerance, int limit) {
    int counts[257] = {0};
    for (int i = 0; i < count; i++)
        if (!covered[i]) counts[cell_distance(shown[i], cells[i], coding)]++;
    int written = counts[256], level = 255;
    while (level > tolerance && written + counts[level] <= limit) written += counts[level--];
    return level;
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
                          int coding, int tolerance, int limit) {
    pen at = {-1, -1};
    int wrote = 0;
    for (int y = 0; y < rows; y++) {
        int next = -1;
        for (int x = 0; x < columns; x++, cells++, shown++, covered++) {
            if (*covered) {
                shown->glyph = 0;
                continue;
            }
            if (wrote >= limit || cell_distance(*shown, *cells, coding) <= tolerance) continue;
            if (!cpicture_reserve(out, 96)) return;
            if (!wrote) put_text(out, "\x1b[0m");
            wrote++;
            if (next != x) put_position(out, row + y, column + x);
            put_cell(out, *cells, &at, coding);
            *shown = *cells;
            next = x + 1;
        }
    }
    if (wrote && cpicture_reserve(out, 8)) put_text(out, "\x1b[0m");
}
