#include "include/transfer.h"

static void pad_row(uint8_t *row, int32_t width) {
    __builtin_memset(row - TRANSFER_PAD, row[0], TRANSFER_PAD);
    __builtin_memset(row + width, row[width - 1], TRANSFER_PAD);
}

void transfer_load_rgba(
    const uint8_t *rgba, ptrdiff_t rgba_stride, const transfer_level *level, int32_t first_row,
    int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        const uint8_t *in = rgba + y * rgba_stride;
        uint8_t *out = level->pixels + y * level->stride;
        for (int32_t x = 0; x < level->width; x++) {
            const uint8_t *pixel = in + x * 4;
            out[x] = (uint8_t)((pixel[0] * 54 + pixel[1] * 183 + pixel[2] * 19 + 128) >> 8);
        }
        pad_row(out, level->width);
    }
}

void transfer_load_plane(
    const uint8_t *plane, ptrdiff_t plane_stride, const transfer_level *level, int32_t first_row,
    int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        uint8_t *out = level->pixels + y * level->stride;
        __builtin_memcpy(out, plane + y * plane_stride, (size_t)level->width);
        pad_row(out, level->width);
    }
}

void transfer_halve(
    const transfer_level *from, const transfer_level *level, int32_t first_row, int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        const uint8_t *above = from->pixels + 2 * y * from->stride, *below = above + from->stride;
        uint8_t *out = level->pixels + y * level->stride;
        for (int32_t x = 0; x < level->width; x++) {
            int32_t i = 2 * x;
            out[x] = (uint8_t)((above[i] + above[i + 1] + below[i] + below[i + 1] + 2) >> 2);
        }
        pad_row(out, level->width);
    }
}

void transfer_pad(const transfer_level *level) {
    const size_t bytes = (size_t)level->width + 2 * TRANSFER_PAD;
    uint8_t *top = level->pixels - TRANSFER_PAD;
    uint8_t *bottom = top + (level->height - 1) * level->stride;
    for (int32_t i = 1; i <= TRANSFER_PAD; i++) {
        __builtin_memcpy(top - i * level->stride, top, bytes);
        __builtin_memcpy(bottom + i * level->stride, bottom, bytes);
    }
}

void transfer_soften(
    const uint8_t *plane, ptrdiff_t plane_stride, int32_t width, int32_t height, uint16_t *soft
) {
    for (int32_t y = 0; y < height; y++) {
        const uint8_t *here = plane + y * plane_stride;
        const uint8_t *above = y > 0 ? here - plane_stride : here;
        const uint8_t *below = y + 1 < height ? here + plane_stride : here;
        uint16_t *out = soft + (int64_t)y * width;
        int32_t before = above[0] + 2 * here[0] + below[0], current = before;
        for (int32_t x = 0; x < width; x++) {
            int32_t next = x + 1 < width ? x + 1 : x;
            int32_t after = above[next] + 2 * here[next] + below[next];
            out[x] = (uint16_t)(before + 2 * current + after);
            before = current;
            current = after;
        }
    }
}
