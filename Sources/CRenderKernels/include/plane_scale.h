#ifndef KINEMA_PLANE_SCALE_H
#define KINEMA_PLANE_SCALE_H

#include "plane.h"

enum {
    // Columns of repeated edge at either side of a row, so that no filter looks beyond.
    SCALE_PAD = 32,
    // The most taps of a filter: enough where a pixel of the frame stands for at
    // most 2.3 of the level.
    SCALE_TAPS = 7,
    // The most moments that are averaged to a frame.
    SCALE_PASSES = 16,
};

// A picture in linear light, one channel after the other: 0 is black,
// PLANE_WHITE is white.
typedef struct scale_level {
    // The first sample of the left padding of the first row of red.
    int16_t *_Nonnull samples;
    // Samples from one row to the next, padding included, and from one channel
    // to the next.
    int64_t stride, channel;
    int32_t width, height;
    // Pixels of the source for one of this level; the upper left corners lie on each other.
    double reduction;
} scale_level;

// The filters along one axis: for each pixel of the frame the sample of the
// level that it starts from, and the weights of those around it.
typedef struct scale_axis {
    // 2 to SCALE_TAPS, of which (taps - 1) / 2 lie before the pixel's own sample.
    int32_t taps;
    // Whether it is so sharp that its rings have to be cut.
    int32_t rings;
    // One number a pixel; it may lie outside of the level.
    int32_t *_Nonnull own;
    // SCALE_TAPS numbers a pixel: 32768ths, negated. The pixel's own sample has
    // what the others leave of 1.
    int16_t *_Nonnull weights;
} scale_axis;

// What is seen at one moment.
typedef struct scale_pass {
    const scale_level *_Nonnull level;
    scale_axis across, down;
} scale_pass;

typedef struct scale_job {
    plane_frame frame;
    // Their mean is the frame.
    const scale_pass *_Nonnull passes;
    int32_t pass_count;
    // 0 repeats the edge of the picture beyond it, 1 mirrors it.
    int32_t mirrors;
    // 0 lets the kernel use what the processor has; anything else does not.
    int32_t portable;
} scale_job;

// Writes rows first_row..<end_row of a level, its side padding included, by a
// Lanczos filter as wide as `step`, the pixels of this source for one of the
// level, at least 1. Returns 0, or -1 when there is not enough memory.
int32_t convert_split(
    const convert_source *_Nonnull source,
    const scale_level *_Nonnull target,
    double step,
    int32_t mirrors,
    int32_t first_row,
    int32_t end_row
);

// Fills the filters of `count` pixels, of which pixel x shows the level at
// scale * (x + 0.5) + offset, in pixels of the level; `scale` is above 0.
// `coarse` takes the shortest filter that does not alias, for passes that are
// averaged with others.
void scale_fill_axis(scale_axis *_Nonnull axis, int32_t count, double scale, double offset, int32_t coarse);

// Where a row or column beyond a picture is taken from.
static inline int32_t scale_inside(int32_t at, int32_t count, int32_t mirrors) {
    if (at >= 0 && at < count) { return at; }
    if (!mirrors) { return at < 0 ? 0 : count - 1; }
    int32_t round = at % (2 * count);
    if (round < 0) { round += 2 * count; }
    return round < count ? round : 2 * count - 1 - round;
}

// Renders rows first_row..<end_row of a frame, whose channels are the filtered
// level's; first_row is even, and so is end_row unless it is the height. The
// bits do not depend on how the rows are divided.
void scale_render(const scale_job *_Nonnull job, int32_t first_row, int32_t end_row);

#endif
