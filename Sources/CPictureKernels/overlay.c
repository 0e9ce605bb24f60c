#include <stdlib.h>
#include <string.h>

#include "CPictureKernels.h"

void cpicture_difference(uint8_t *picture, const uint8_t *other, size_t count) {
    for (size_t i = 0; i < count; i++) {
        for (size_t c = 4 * i; c < 4 * i + 3; c++) {
            const int apart = picture[c] > other[c] ? picture[c] - other[c] : other[c] - picture[c];
            picture[c] = (uint8_t)(apart > 127 ? 255 : 2 * apart);
        }
    }
}

void cpicture_darken(uint8_t *picture, int stride, int x, int y, int width, int height) {
    for (int row = y; row < y + height; row++) {
        uint8_t *pixel = picture + 4 * ((ptrdiff_t)row * stride + x);
        for (int i = 0; i < width; i++, pixel += 4) {
            for (int c = 0; c < 3; c++) { pixel[c] = (uint8_t)(pixel[c] / 5); }
        }
    }
}

void cpicture_lighten(uint8_t *picture, int stride, int x, int y, int width, int height) {
    for (int row = y; row < y + height; row++) {
        uint8_t *pixel = picture + 4 * ((ptrdiff_t)row * stride + x);
        for (int i = 0; i < width; i++, pixel += 4) {
            for (int c = 0; c < 3; c++) { pixel[c] = (uint8_t)(128 + pixel[c] / 2); }
        }
    }
}

void cpicture_move(const uint8_t *picture, int from, uint8_t *target, int to, int stride, int width,
                   int height) {
    for (int row = 0; row < height; row++) {
        const ptrdiff_t start = 4 * (ptrdiff_t)row * stride;
        memmove(target + start + 4 * to, picture + start + 4 * from, 4 * (size_t)width);
    }
}

enum { edge_steepness = 96 };

/* BT.709, in whole numbers. */
static void lightness(const uint8_t *pixel, int width, int16_t *row) {
    for (int i = 0; i < width; i++, pixel += 4) {
        row[i] = (int16_t)((54 * pixel[0] + 183 * pixel[1] + 19 * pixel[2]) >> 8);
    }
}

int cpicture_mark_edges(uint8_t *picture, int width, int height) {
    if (width < 3 || height < 3) { return 0; }
    int16_t *memory = malloc(3 * (size_t)width * sizeof(int16_t));
    if (memory == NULL) { return -1; }
    int16_t *rows[3] = {memory, memory + width, memory + 2 * (size_t)width};
    const ptrdiff_t stride = 4 * (ptrdiff_t)width;
    lightness(picture, width, rows[0]);
    lightness(picture + stride, width, rows[1]);
    for (int y = 1; y < height - 1; y++) {
        /* Read before this row is painted; those above are kept as they were. */
        lightness(picture + (y + 1) * stride, width, rows[2]);
        uint8_t *pixel = picture + y * stride + 4;
        for (int x = 1; x < width - 1; x++, pixel += 4) {
            const int turn = 4 * rows[1][x] - rows[1][x - 1] - rows[1][x + 1] - rows[0][x] - rows[2][x];
            if (turn > edge_steepness || turn < -edge_steepness) {
                pixel[0] = 255;
                pixel[1] = 48;
                pixel[2] = 48;
            }
        }
        int16_t *first = rows[0];
        rows[0] = rows[1];
        rows[1] = rows[2];
        rows[2] = first;
    }
    free(memory);
    return 0;
}
