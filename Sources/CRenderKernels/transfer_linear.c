#include "include/transfer.h"

#include <math.h>

void transfer_load_linear(
    const uint8_t *rgba, ptrdiff_t rgba_stride, const plane_level *level, int32_t first_row,
    int32_t end_row
) {
    uint16_t linear[256];
    for (int code = 0; code < 256; code++) {
        double c = code / 255.0;
        double light = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
        linear[code] = (uint16_t)lround(light * PLANE_WHITE);
    }
    for (int32_t y = first_row; y < end_row; y++) {
        const uint8_t *in = rgba + y * rgba_stride;
        uint16_t *start = level->pixels + (y + PLANE_PAD) * level->stride * 4;
        uint16_t *out = start + PLANE_PAD * 4;
        for (int32_t x = 0; x < level->width; x++, in += 4, out += 4) {
            out[0] = linear[in[0]];
            out[1] = linear[in[1]];
            out[2] = linear[in[2]];
            out[3] = 0;
        }
        for (int32_t x = 0; x < PLANE_PAD * 4; x++) {
            start[x] = start[PLANE_PAD * 4 + x % 4];
            out[x] = out[x % 4 - 4];
        }
    }
}
