#include "include/grade.h"

#include <string.h>

// The bodies below are compiled once for each instruction set, into which they
// are inlined.
#define BODY static inline __attribute__((always_inline))

BODY uint8_t code(uint16_t value) {
    return (uint8_t)((uint16_t)(value + GRADE_OUT_WHITE / 510) / (GRADE_OUT_WHITE / 255));
}

BODY void rgba_tile(const grade_table *table, const uint8_t *in, uint8_t *out, int32_t count) {
    uint32_t pixels[GRADE_TILE];
    int32_t r[GRADE_TILE], g[GRADE_TILE], b[GRADE_TILE];
    uint16_t colours[GRADE_TILE * 4];
    uint8_t bytes[GRADE_TILE * 4];
    memcpy(pixels, in, (size_t)count * 4);
    for (int32_t i = 0; i < count; i++) {
        r[i] = (int32_t)(pixels[i] << 6 & 255 << 6);
        g[i] = (int32_t)(pixels[i] >> 2 & 255 << 6);
        b[i] = (int32_t)(pixels[i] >> 10 & 255 << 6);
    }
    grade_tile(table, r, g, b, count, colours);
    for (int32_t i = 0; i < count * 4; i++) { bytes[i] = code(colours[i]); }
    for (int32_t i = 0; i < count; i++) {
        uint32_t colour;
        memcpy(&colour, bytes + i * 4, 4);
        pixels[i] = colour | (pixels[i] & 0xFF000000);
    }
    memcpy(out, pixels, (size_t)count * 4);
}

// Writes chroma at the places of a tile's luma, in 64ths. Samples lie on even
// columns, and between two rows.
BODY void spread(
    const uint8_t *near, const uint8_t *far, int32_t left, int32_t count, int32_t columns,
    int32_t *out
) {
    int32_t sums[GRADE_TILE / 2 + 1];
    const int32_t first = left / 2, half = (count + 1) / 2;
    for (int32_t i = 0; i < half; i++) { sums[i] = near[first + i] * 3 + far[first + i]; }
    const int32_t next = first + half < columns ? first + half : columns - 1;
    sums[half] = near[next] * 3 + far[next];
    for (int32_t i = 0; i < half; i++) {
        out[i * 2] = sums[i] * 16;
        out[i * 2 + 1] = (sums[i] + sums[i + 1]) * 8;
    }
}

BODY void luma_row(
    const grade_table *table, const grade_yuv_picture *in, const grade_yuv_picture *out,
    int32_t width, int32_t height, int32_t y
) {
    int32_t l[GRADE_TILE], u[GRADE_TILE], v[GRADE_TILE];
    uint16_t colours[GRADE_TILE * 4];
    const int32_t columns = (width + 1) / 2, rows = (height + 1) / 2;
    int32_t near = y / 2, far = y % 2 ? near + 1 : near - 1;
    far = far < 0 ? 0 : far >= rows ? rows - 1 : far;
    const uint8_t *from = in->plane[0] + y * in->stride[0];
    uint8_t *to = out->plane[0] + y * out->stride[0];
    for (int32_t left = 0; left < width; left += GRADE_TILE) {
        int32_t count = width - left < GRADE_TILE ? width - left : GRADE_TILE;
        for (int32_t i = 0; i < count; i++) { l[i] = from[left + i] * 64; }
        const uint8_t *blue = in->plane[1], *red = in->plane[2];
        const ptrdiff_t bs = in->stride[1], rs = in->stride[2];
        spread(blue + near * bs, blue + far * bs, left, count, columns, u);
        spread(red + near * rs, red + far * rs, left, count, columns, v);
        grade_tile(table, l, u, v, count, colours);
        for (int32_t i = 0; i < count; i++) { to[left + i] = code(colours[i * 4]); }
    }
}

// One row of chroma, at the luma around each of its samples.
BODY void chroma_row(
    const grade_table *table, const grade_yuv_picture *in, const grade_yuv_picture *out,
    int32_t width, int32_t height, int32_t row
) {
    int32_t l[GRADE_TILE], u[GRADE_TILE], v[GRADE_TILE];
    uint16_t colours[GRADE_TILE * 4];
    const int32_t columns = (width + 1) / 2;
    const uint8_t *above = in->plane[0] + row * 2 * in->stride[0];
    const uint8_t *below = row * 2 + 1 < height ? above + in->stride[0] : above;
    const uint8_t *blue = in->plane[1] + row * in->stride[1];
    const uint8_t *red = in->plane[2] + row * in->stride[2];
    for (int32_t left = 0; left < columns; left += GRADE_TILE) {
        int32_t count = columns - left < GRADE_TILE ? columns - left : GRADE_TILE;
        // Two rows in one, with a sample more on either side.
        int32_t sums[GRADE_TILE * 2 + 2];
        const int32_t first = left * 2, pixels = width - first < count * 2 ? width - first : count * 2;
        for (int32_t i = 0; i < pixels; i++) { sums[i + 1] = above[first + i] + below[first + i]; }
        sums[0] = first > 0 ? above[first - 1] + below[first - 1] : sums[1];
        if (pixels < count * 2) { sums[pixels + 1] = sums[pixels]; }
        for (int32_t i = 0; i < count; i++) {
            l[i] = (sums[i * 2] + 2 * sums[i * 2 + 1] + sums[i * 2 + 2]) * 8;
            u[i] = blue[left + i] * 64;
            v[i] = red[left + i] * 64;
        }
        grade_tile(table, l, u, v, count, colours);
        uint8_t *blue_out = out->plane[1] + row * out->stride[1] + left;
        uint8_t *red_out = out->plane[2] + row * out->stride[2] + left;
        for (int32_t i = 0; i < count; i++) {
            blue_out[i] = code(colours[i * 4 + 1]);
            red_out[i] = code(colours[i * 4 + 2]);
        }
    }
}

BODY void rgba_rows(
    const grade_table *table, const uint8_t *in, ptrdiff_t in_stride, uint8_t *out,
    ptrdiff_t out_stride, int32_t width, int32_t first_row, int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t left = 0; left < width; left += GRADE_TILE) {
            int32_t count = width - left < GRADE_TILE ? width - left : GRADE_TILE;
            const uint8_t *from = in + y * in_stride + left * 4;
            rgba_tile(table, from, out + y * out_stride + left * 4, count);
        }
    }
}

BODY void yuv_rows(
    const grade_table *table, const grade_yuv_picture *in, const grade_yuv_picture *out,
    int32_t width, int32_t height, int32_t first_row, int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        luma_row(table, in, out, width, height, y);
        if (y % 2 == 0) { chroma_row(table, in, out, width, height, y / 2); }
    }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void rgba_avx2(
    const grade_table *table, const uint8_t *in, ptrdiff_t in_stride, uint8_t *out,
    ptrdiff_t out_stride, int32_t width, int32_t first_row, int32_t end_row
) {
    rgba_rows(table, in, in_stride, out, out_stride, width, first_row, end_row);
}

__attribute__((target("avx2"))) static void yuv_avx2(
    const grade_table *table, const grade_yuv_picture *in, const grade_yuv_picture *out,
    int32_t width, int32_t height, int32_t first_row, int32_t end_row
) {
    yuv_rows(table, in, out, width, height, first_row, end_row);
}

static int has_avx2(const grade_table *table) {
    return !table->portable && __builtin_cpu_supports("avx2");
}

#endif

void grade_rgba(
    const grade_table *table, const uint8_t *in, ptrdiff_t in_stride, uint8_t *out,
    ptrdiff_t out_stride, int32_t width, int32_t first_row, int32_t end_row
) {
#if defined(__x86_64__)
    if (has_avx2(table)) {
        return rgba_avx2(table, in, in_stride, out, out_stride, width, first_row, end_row);
    }
#endif
    rgba_rows(table, in, in_stride, out, out_stride, width, first_row, end_row);
}

void grade_yuv(
    const grade_table *table, const grade_yuv_picture *in, const grade_yuv_picture *out,
    int32_t width, int32_t height, int32_t first_row, int32_t end_row
) {
#if defined(__x86_64__)
    if (has_avx2(table)) {
        return yuv_avx2(table, in, out, width, height, first_row, end_row);
    }
#endif
    yuv_rows(table, in, out, width, height, first_row, end_row);
}

void grade_curves(
    const uint8_t *codes, uint8_t *pixels, ptrdiff_t stride, int32_t width, int32_t first_row,
    int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        uint8_t *row = pixels + y * stride;
        for (int32_t x = 0; x < width * 4; x += 4) {
            row[x] = codes[row[x]];
            row[x + 1] = codes[256 + row[x + 1]];
            row[x + 2] = codes[512 + row[x + 2]];
        }
    }
}
