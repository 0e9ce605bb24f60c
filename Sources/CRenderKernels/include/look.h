// Kernels of the looks: each does one stage to some rows of a picture, and gives
// the same bits whatever the other rows do. Lengths are pixels unless said.
#ifndef KINEMA_LOOK_H
#define KINEMA_LOOK_H

#include "grade.h"

#include <stddef.h>
#include <stdint.h>

// A picture of four floats a pixel: red, green, blue and one to spare. Rows are
// packed, and the first pixel is aligned to 16 bytes.
typedef struct look_picture {
    float *_Nullable pixels;
    int32_t width, height;
} look_picture;

// A coarse picture: a cell for each square of `step` pixels, four floats each.
typedef struct look_cells {
    float *_Nullable values;
    int32_t columns, rows, step;
} look_cells;

// Decodes rgba8 into linear light times a gain.
void look_decode(
    const uint8_t *_Nonnull in, ptrdiff_t stride, const float *_Nonnull gain, look_picture out,
    int32_t first_row, int32_t end_row
);

// Averages, into rows of cells, light above `threshold` in each channel, and in the
// fourth how much brighter than `luma_threshold` it is.
void look_gather(
    look_picture light, float threshold, float luma_threshold, look_cells out, int32_t first_row,
    int32_t end_row
);

// Averages light into rows of cells; the fourth is how bright it is, by luma and
// the brightest channel alike.
void look_gather_light(look_picture light, look_cells out, int32_t first_row, int32_t end_row);

// Leaves the light of cells near the brightest, and in the fourth how much of the
// cell that is. Dim pictures have their lights, too.
void look_keep_lights(look_cells cells);

// Returns the mean luma of a few thousand pixels.
float look_mean_luma(look_picture light);

// Blurs cells by Gaussians of two sigmas, in cells; 0 leaves a direction alone.
// `scratch` holds as many cells, and a row more.
void look_blur(look_cells cells, float *_Nonnull scratch, float sigma_x, float sigma_y);

// Adds cells times four weights to others.
void look_add(look_cells to, look_cells from, const float *_Nonnull weights);

// Adds the fourth number of cells, times four weights.
void look_add_luma(look_cells to, look_cells from, const float *_Nonnull weights);

// Adds cells times a mask, which is the fourth number of `mask`.
void look_add_masked(look_cells to, look_cells from, look_cells mask, float amount);

// A light that the lens answers to; places in cells.
typedef struct look_light {
    float x, y;
    // Light in it, in cells, and its colour at 1.
    float power, r, g, b;
} look_light;

enum { LOOK_LIGHT_LIMIT = 3 };

// Finds the strongest lights; `marks` holds a number for each cell. Returns how many.
int32_t look_find_lights(
    look_cells lights, float smallest, int32_t *_Nonnull marks, look_light *_Nonnull out
);

// Adds the veil, the rays and the discs of a light.
void look_flare(look_cells to, const look_light *_Nonnull light, float amount, int32_t ghosts);

// Writes a mask of smudges into the fourth number.
void look_smudges(look_cells to, uint32_t seed);

// Writes fans of light that fall in from a side: 0 left, 1 right, 2 top, 3 bottom.
void look_leak(
    look_cells to, int32_t side, const float *_Nonnull colour, float strength, float place,
    float drift
);

// Writes the light that vignettes leave into the fourth number, times what is there.
void look_vignette(
    look_cells to, int32_t width, int32_t height, float amount, float radius, float softness
);

typedef struct look_develop_job {
    look_picture light;
    // The fourth of `add` is the light that is left by the vignette, before the leak.
    look_cells add, halo, leak;
    const grade_table *_Nullable table;
    look_picture out;
} look_develop_job;

// Puts light that spreads into light, encodes it, and grades it. `out` may be the light.
void look_develop(const look_develop_job *_Nonnull job, int32_t first_row, int32_t end_row);

// Something in the air, in pixels; depth is the distance, 1 is the subject.
typedef struct look_sprite {
    float x, y, radius, length, dx, dy, depth, alpha, r, g, b;
    // 1 gives light, 0 takes the place of it.
    float glow;
} look_sprite;

typedef struct look_depth {
    // Nearness from 0 to 1, row by row; null is a picture without depth.
    const float *_Nullable nearness;
    int32_t width, height;
} look_depth;

void look_sprites(
    look_picture light, const look_sprite *_Nonnull sprites, int32_t count, look_depth depth,
    int32_t first_row, int32_t end_row
);

typedef struct look_fog {
    float density, near, size, alpha, r, g, b;
    // How far the banks have drifted, in frame heights.
    float drift_x, drift_y;
    uint32_t seed;
} look_fog;

void look_fog_rows(
    look_picture light, const look_fog *_Nonnull fog, look_depth depth, int32_t first_row,
    int32_t end_row
);

typedef struct look_warp_job {
    look_picture in, out;
    float distort, aberration;
    // How the film lies in the gate: moved, turned, and drawn larger to hide its edge.
    float move_x, move_y, turn, enlarge;
} look_warp_job;

void look_warp(const look_warp_job *_Nonnull job, int32_t first_row, int32_t end_row);

typedef struct look_tape_job {
    look_picture in, out;
    float lines, line_amount, chroma_shift, chroma_blur, luma_blur, noise, jitter;
    float tracking, band_centre, head_switch;
    uint32_t seed;
} look_tape_job;

// Returns 0, or -1 when there is not enough memory.
int32_t look_tape(const look_tape_job *_Nonnull job, int32_t first_row, int32_t end_row);

typedef struct look_digital_job {
    look_picture in, out;
    float block, slice, rgb_split, smear, amount;
    // How far into the burst the frame is, in frames, and how strong the burst is there.
    float age, strength;
    uint32_t seed, burst;
} look_digital_job;

void look_digital(const look_digital_job *_Nonnull job, int32_t first_row, int32_t end_row);

enum { LOOK_GRAIN_SIDE = 256 };

// Fills a tile of noise, LOOK_GRAIN_SIDE squared times four: grey, and three of
// each colour's own; each of mean 0 and standard deviation 32. The tile repeats.
// `scratch` holds as many floats.
void look_fill_grain(int8_t *_Nonnull tile, float *_Nonnull scratch, float sigma, uint32_t seed);

// Dirt on the film: a speck or, where `curve` is not 0, a hair.
typedef struct look_speck {
    float x, y, radius, stretch, turn, curve, value, alpha;
} look_speck;

// An upright scratch.
typedef struct look_scratch {
    float x, width, value, alpha;
} look_scratch;

enum { LOOK_SPECK_LIMIT = 64, LOOK_SCRATCH_LIMIT = 16 };

typedef struct look_finish_job {
    look_picture in;
    uint8_t *_Nullable out;
    ptrdiff_t out_stride;
    const int8_t *_Nullable grain;
    float grain_amount, grain_shadow, grain_mono;
    uint32_t grain_seed;
    // Flicker, a factor.
    float brightness;
    const look_speck *_Nullable specks;
    const look_scratch *_Nullable scratches;
    int32_t speck_count, scratch_count;
    // What is seen between the bars.
    int32_t left, right, top, bottom;
    float bar[4];
} look_finish_job;

// Lays grain, dirt and bars over a picture and writes it as rgba8, dithered, opaque.
void look_finish(const look_finish_job *_Nonnull job, int32_t first_row, int32_t end_row);

#include "look_draw.h"

#endif
