#ifndef KINEMA_PLANE_H
#define KINEMA_PLANE_H

#include "plane_frame.h"

// A level is a picture in linear light: 16 bits each of R, G, B and a zero, 0 is
// black and PLANE_WHITE is white. White leaves room above it, so that a
// sharpening filter never leaves 16 signed bits between its two passes.
enum {
    PLANE_WHITE = 29000,
    // Pixels of repeated edge on every side of a level.
    PLANE_PAD = 4,
    // Steps in which a position between two pixels is told.
    PLANE_PHASES = 512,
    // Filters from the sharpest (0), for levels that are not reduced further, to
    // the softest, for levels that are reduced by the root of 2.
    PLANE_FILTERS = 65,
    PLANE_WEIGHT_COUNT = PLANE_FILTERS * PLANE_PHASES * 4,
    // The sum of the four weights of a phase.
    PLANE_WEIGHT_SUM = 16384,
    PLANE_CODE_COUNT = PLANE_WHITE + 1,
};

typedef struct plane_level {
    // The first pixel of the first row of the upper padding.
    uint16_t *_Nonnull pixels;
    // Pixels from one row to the next, padding included.
    int64_t stride;
    int32_t width, height;
    // Pixels of the source for one pixel of this level. The upper left corners
    // lie on each other; the last column and row may stand out beyond the source.
    double reduction;
} plane_level;

// What is seen at one moment.
typedef struct plane_pass {
    // Row by row: from pixels of the straight frame to pixels of the source.
    double map[9];
    // How much the lens swells the frame: a pixel at radius r, 1 at the corner,
    // shows what lies at r (1 + swell r²) / (1 + swell) of the straight one.
    double swell;
} plane_pass;

typedef struct plane_job {
    plane_frame frame;
    // The frame is the mean of all moments.
    const plane_pass *_Nonnull passes;
    int32_t pass_count;
    // From the largest level to the smallest.
    const plane_level *_Nonnull levels;
    int32_t level_count;
    const int16_t *_Nonnull weights;
    double source_width, source_height;
    // Anything but 0 mirrors the picture at its edges instead of repeating them.
    int32_t mirrors;
    // Anything but 0 reads two by two pixels, not four by four, for moments that
    // are averaged with others.
    int32_t coarse;
    // 0 lets the kernel use what the processor has; anything else does not.
    int32_t portable;
} plane_job;

// Fills PLANE_WEIGHT_COUNT weights: for each filter, for each phase, four.
void plane_fill_weights(int16_t *_Nonnull weights);

// Fills PLANE_CODE_COUNT values: sRGB in 256ths of an 8 bit step for each linear value.
void plane_fill_codes(uint16_t *_Nonnull codes);

// Renders rows first_row..<end_row of a frame; first_row is even, and so is
// end_row unless it is the height. The bits do not depend on how the rows are divided.
void plane_render(const plane_job *_Nonnull job, int32_t first_row, int32_t end_row);

struct scale_level;

// What a level is made from: 8 bit sRGB with alpha, over black; or 10 bit planes, BT.709,
// limited range, 4:2:0 with chroma sited left, shown as sRGB is; or another level of
// either kind. Strides count bytes.
typedef struct convert_source {
    const uint8_t *_Nullable rgba;
    ptrdiff_t rgba_stride;
    const uint16_t *_Nullable luma, *_Nullable blue, *_Nullable red;
    ptrdiff_t luma_stride, chroma_stride;
    const plane_level *_Nullable level;
    const struct scale_level *_Nullable sheets;
    int32_t width, height;
} convert_source;

// Writes rows first_row..<end_row of a level, side padding included, by a Lanczos
// filter as wide as `step`, the pixels of this source for one of the level, at
// least 1. Returns 0, or -1 when there is not enough memory.
int32_t convert_reduce(
    const convert_source *_Nonnull source,
    const plane_level *_Nonnull target,
    double step,
    int32_t first_row,
    int32_t end_row
);

// Writes the padding above and below a level whose rows are all written.
void convert_pad(const plane_level *_Nonnull level);

#endif
