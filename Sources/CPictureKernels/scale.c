#include "CPictureKernels.h"

#include <string.h>

/* Positions are in 1/256 of a source pixel. */
void cpicture_scale(const uint8_t *source, int width, int height, uint8_t *target,
                    int target_width, int target_height) {
    if (width == target_width && height == target_height) {
        memcpy(target, source, (size_t)width * (size_t)height * 4);
        return;
    }
    for (int y = 0; y < target_height; y++) {
        int64_t top = (int64_t)y * height * 256 / target_height;
        int64_t bottom = (int64_t)(y + 1) * height * 256 / target_height;
        if (bottom <= top) bottom = top + 1;
        for (int x = 0; x < target_width; x++) {
            int64_t left = (int64_t)x * width * 256 / target_width;
            int64_t right = (int64_t)(x + 1) * width * 256 / target_width;
            if (right <= left) right = left + 1;
            uint64_t sum[4] = {0}, area = 0;
            for (int64_t sy = top >> 8; sy << 8 < bottom; sy++) {
                int64_t y0 = sy << 8 > top ? sy << 8 : top;
                int64_t y1 = (sy + 1) << 8 < bottom ? (sy + 1) << 8 : bottom;
                const uint8_t *pixel = source + ((size_t)sy * (size_t)width + (size_t)(left >> 8)) * 4;
                for (int64_t sx = left >> 8; sx << 8 < right; sx++, pixel += 4) {
                    int64_t x0 = sx << 8 > left ? sx << 8 : left;
                    int64_t x1 = (sx + 1) << 8 < right ? (sx + 1) << 8 : right;
                    uint64_t weight = (uint64_t)((x1 - x0) * (y1 - y0));
                    area += weight;
                    for (int c = 0; c < 4; c++) sum[c] += weight * pixel[c];
                }
            }
            for (int c = 0; c < 4; c++) *target++ = (uint8_t)((sum[c] + area / 2) / area);
        }
    }
}

#define INLINED static inline __attribute__((always_inline))

/* Alpha is 255 on both sides, so all four bytes may be compared. */
INLINED int differs(const uint8_t *a, const uint8_t *b, size_t stride, int width, int height,
                    int tolerance) {
    for (int y = 0; y < height; y++, a += stride, b += stride) {
        int most = 0;
        for (int i = 0; i < width * 4; i++) {
            int difference = a[i] > b[i] ? a[i] - b[i] : b[i] - a[i];
            most = difference > most ? difference : most;
        }
        if (most > tolerance) return 1;
    }
    return 0;
}

void cpicture_compare(const uint8_t *picture, const uint8_t *shown, int columns, int rows,
                      int width, int height, int tolerance, const uint8_t *covered, uint8_t *known,
                      uint8_t *dirty) {
    size_t stride = (size_t)columns * (size_t)width * 4;
    for (int row = 0; row < rows; row++) {
        size_t line = (size_t)row * (size_t)height * stride;
        for (int column = 0; column < columns; column++, covered++, known++, dirty++) {
            size_t at = line + (size_t)column * (size_t)width * 4;
            if (*covered) *known = 0;
            if (*covered || !*known)
                *dirty = !*covered;
            else if (width == 8)
                *dirty = (uint8_t)differs(picture + at, shown + at, stride, 8, height, tolerance);
            else
                *dirty =
                    (uint8_t)differs(picture + at, shown + at, stride, width, height, tolerance);
        }
    }
}

void cpicture_copy(const uint8_t *picture, uint8_t *target, int stride, int x, int y, int width,
                   int height) {
    for (int row = y; row < y + height; row++) {
        size_t at = ((size_t)row * (size_t)stride + (size_t)x) * 4;
        memcpy(target + at, picture + at, (size_t)width * 4);
    }
}
