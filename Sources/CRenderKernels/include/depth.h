#ifndef KINEMA_DEPTH_H
#define KINEMA_DEPTH_H

#include <stddef.h>
#include <stdint.h>

// One number a pixel, row by row without padding.
typedef struct depth_plane {
    const float *_Nonnull values;
    int32_t width, height;
} depth_plane;

// Writes `width` by `height` values, `across` and `down` of the source for one; the
// upper left corners lie on each other. Where the source is reduced, a value is the
// mean of those on that side of the middle which most of them are on.
void depth_resample(
    depth_plane source, double across, double down, float *_Nonnull out, int32_t width,
    int32_t height
);

// A picture as numbers, red, green, blue and a zero each, 0 to 1 in sRGB, row by row.
typedef struct depth_guide {
    float *_Nonnull pixels;
    int32_t width, height;
} depth_guide;

// Makes a picture smaller, each pixel the mean of what it covers; not larger.
void depth_shrink(
    const uint8_t *_Nonnull rgba, ptrdiff_t stride, int32_t width, int32_t height,
    depth_guide guide
);

// Smooths values, except where the guide has edges: the guided filter (He, Sun and
// Tang 2010) with the colours as guide, its lines fitted at the size of `small` and
// drawn at the size of `large`, which is not smaller. `values` has the size of
// `small`, `out` that of `large`. Returns 0, or -1 when there is not enough memory.
int32_t depth_guided(
    depth_guide small, const float *_Nonnull values, int32_t radius, float epsilon,
    depth_guide large, float *_Nonnull out
);

// Guesses from a picture alone how near every pixel is, 0 to 1: low in the frame,
// unlike the borders and sharp is near, sky is far. Returns 0, or -1 when there is
// not enough memory.
int32_t depth_estimate(depth_guide guide, float *_Nonnull out);

#endif
