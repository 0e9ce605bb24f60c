#ifndef KINEMA_PLANE_FRAME_H
#define KINEMA_PLANE_FRAME_H

#include <stddef.h>
#include <stdint.h>

enum {
    // The side of the square of dither thresholds, which repeats; from one column
    // to the next; and the numbers of the table, in which every column goes on
    // for sixteen rows more.
    PLANE_NOISE = 32,
    PLANE_NOISE_STRIDE = PLANE_NOISE + 16,
    PLANE_NOISE_COUNT = PLANE_NOISE * PLANE_NOISE_STRIDE,
};

// How the samples of a frame lie.
typedef enum plane_format {
    // One plane of R, G, B and 255, sRGB.
    PLANE_RGBA8,
    // Y, Cb and Cr: 4:2:0, BT.709, limited range, chroma sited left.
    PLANE_YUV8,
    // The same in the lower ten of sixteen bits.
    PLANE_YUV10,
} plane_format;

// Where a kernel writes, and how.
typedef struct plane_frame {
    uint8_t *_Nullable plane0, *_Nullable plane1, *_Nullable plane2;
    // Bytes from one row to the next.
    ptrdiff_t stride0, stride1, stride2;
    int32_t width, height;
    plane_format format;
    // PLANE_NOISE_COUNT thresholds of plane_fill_noise.
    const uint8_t *_Nullable noise;
    // The share, in 32768ths, to which all has turned into one light, R, G, B.
    int32_t fade;
    int32_t faded[3];
} plane_frame;

// A picture whose light is worked out.
typedef struct plane_picture {
    plane_frame frame;
    // R, G, B and a number of no meaning, linear, row by row; PLANE_WHITE is white,
    // and so is what is brighter.
    const uint16_t *_Nullable light;
    // Pixels from one row of light to the next.
    int64_t stride;
    // 0 lets the kernel use what the processor has; anything else does not.
    int32_t portable;
} plane_picture;

// Writes rows first_row..<end_row of a frame, dithered; first_row is even, and
// so is end_row unless it is the height. The bits do not depend on how the rows
// are divided.
void plane_show(const plane_picture *_Nonnull picture, int32_t first_row, int32_t end_row);

// Adds `count` numbers of light to sums, and turns the sums of some moments into
// their mean.
void plane_add_light(const uint16_t *_Nonnull light, uint32_t *_Nonnull sums, int64_t count);
void plane_mean_light(
    const uint32_t *_Nonnull sums, int32_t moments, uint16_t *_Nonnull light, int64_t count
);

// Fills thresholds of an ordered dither, 13 to 242 in 256ths of a step, so that
// what is as good as a code stays that code. Those below any level lie evenly and
// without a pattern, by void and cluster (Ulichney 1993); the square repeats
// seamlessly.
void plane_fill_noise(uint8_t *_Nonnull noise);

#endif
