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
