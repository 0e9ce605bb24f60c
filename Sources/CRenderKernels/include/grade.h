// Kernels of the grade: colours by way of a three-dimensional table.
#ifndef KINEMA_GRADE_H
#define KINEMA_GRADE_H

#include <stddef.h>
#include <stdint.h>

enum {
    // Inputs are told in 64ths of an 8 bit step, outputs in 128ths.
    GRADE_IN_WHITE = 255 * 64,
    GRADE_OUT_WHITE = 255 * 128,
    // The most pixels that are looked up in one call.
    GRADE_TILE = 64,
};

typedef struct grade_table {
    // Four for each point, the last 0: what red, green and blue become. Red runs
    // fastest, then green. Behind the last point there is room for
    // grade_table_padding(size) more.
    const int16_t *_Nonnull points;
    // Points along each axis, 2 to 129.
    int32_t size;
    // 0 lets the kernel use what the processor has; anything else does not.
    int32_t portable;
} grade_table;

// Returns how many points a table of this size has more than its cube.
int64_t grade_table_padding(int32_t size);

// Looks up at most GRADE_TILE colours between the four points of the tetrahedron
// that each lies in; `out` takes four numbers a colour. Inputs are 0 to
// GRADE_IN_WHITE.
void grade_tile(
    const grade_table *_Nonnull table, const int32_t *_Nonnull r, const int32_t *_Nonnull g,
    const int32_t *_Nonnull b, int32_t count, uint16_t *_Nonnull out
);

// Sends rows first_row..<end_row of an rgba8 picture through a table; alpha
// stays, and `out` may be `in`.
void grade_rgba(
    const grade_table *_Nonnull table, const uint8_t *_Nonnull in, ptrdiff_t in_stride,
    uint8_t *_Nonnull out, ptrdiff_t out_stride, int32_t width, int32_t first_row, int32_t end_row
);

// Sends rows of an rgba8 picture through 256 codes for each channel, in place.
void grade_curves(
    const uint8_t *_Nonnull codes, uint8_t *_Nonnull pixels, ptrdiff_t stride, int32_t width,
    int32_t first_row, int32_t end_row
);

// An 8 bit 4:2:0 picture, chroma sited left.
typedef struct grade_yuv_picture {
    uint8_t *_Nonnull plane[3];
    ptrdiff_t stride[3];
} grade_yuv_picture;

// Sends rows first_row..<end_row of a 4:2:0 picture through a table from Y, Cb, Cr
// to Y, Cb, Cr. Chroma is looked up where it lies and never blurred. first_row is
// even, and so is end_row unless it is the height; `out` is another picture.
void grade_yuv(
    const grade_table *_Nonnull table, const grade_yuv_picture *_Nonnull in,
    const grade_yuv_picture *_Nonnull out, int32_t width, int32_t height, int32_t first_row,
    int32_t end_row
);

#endif
