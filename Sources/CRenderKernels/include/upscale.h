#ifndef KINEMA_UPSCALE_H
#define KINEMA_UPSCALE_H

#include <stddef.h>
#include <stdint.h>

// Pixels of the source that make one of the target along an axis, padded to eight.
enum { UPSCALE_TAPS = 8, UPSCALE_REACH = 3 };

// One axis of an enlargement.
typedef struct upscale_axis {
    int32_t source, target;
    // For each target: the first source pixel, which may lie outside; eight weights,
    // of which the last two are 0, and whose sum is 16384; the nearer of the two
    // source pixels between which it lies.
    int32_t *_Nonnull first;
    int16_t *_Nonnull weights;
    int32_t *_Nonnull near;
    // How far that is from the one of the 16 targets' first, for shuffles.
    uint8_t *_Nonnull spread;
} upscale_axis;

// Fills an axis whose arrays are there. `shift` is where a source sample lies, in
// source pixels to the left of its pixel's middle.
void upscale_fill_axis(const upscale_axis *_Nonnull axis, double shift);

typedef struct upscale_job {
    const uint8_t *_Nonnull in;
    ptrdiff_t in_stride;
    uint8_t *_Nonnull out;
    ptrdiff_t out_stride;
    // 1 for a plane, 4 for rgba8.
    int32_t channels;
    const upscale_axis *_Nonnull across, *_Nonnull down;
    // 0 lets the kernel use what the processor has; anything else does not.
    int32_t portable;
} upscale_job;

// Bytes of scratch that a band needs.
size_t upscale_scratch(const upscale_job *_Nonnull job);

// Writes rows first_row..<end_row of the target.
void upscale_rows(
    const upscale_job *_Nonnull job, void *_Nonnull scratch, int32_t first_row, int32_t end_row
);

#endif
