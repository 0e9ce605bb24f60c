#ifndef KINEMA_PARALLAX_H
#define KINEMA_PARALLAX_H

#include "plane.h"

#include <stdint.h>

// A picture in two layers: what is seen from the source's own view, and what lies
// behind its silhouettes. Light is linear, PLANE_WHITE is white. Nearness is a
// whole number: 0 is farthest and PARALLAX_NEAREST nearest.
enum { PARALLAX_NEAREST = 65535 };

typedef struct parallax_scene {
    int32_t width, height;
    // R, G, B times alpha, and alpha, 16 bits each; PLANE_PAD pixels of repeated
    // edge on every side, the first pixel of the upper padding first. The far
    // layer is opaque.
    uint16_t *_Nullable near_light, *_Nullable far_light;
    // Pixels from one row of light to the next, padding included.
    int64_t stride;
    // Nearness of a pixel in the low half and of its right neighbour in the high
    // half; height + 1 rows of width.
    uint32_t *_Nullable near_depth, *_Nullable far_depth;
    // The nearest of each 2 by 2 pixels: (height + 1) / 2 rows of (width + 1) / 2,
    // and 8 more at the end.
    uint16_t *_Nullable seeds;
    // Surfaces whose nearness differs by more than this are two.
    uint32_t gap;
} parallax_scene;

// Makes a scene's two layers, once for each picture; opaque, and for one scene only.
typedef struct parallax_prepass parallax_prepass;

typedef struct parallax_order {
    // The picture in linear light, of the scene's size.
    plane_level light;
    // 0 far to 1 near, row by row.
    const float *_Nonnull nearness;
    // sRGB in 256ths of an 8 bit step for each linear value.
    const uint16_t *_Nonnull codes;
    // Pixels by which the nearest and the farthest part when the camera is farthest out.
    float spread;
    // Pixels around a silhouette that are taken to be mixed of both sides.
    int32_t ring;
    // Pixels beyond the ring over which the near side may be smeared or shine, at
    // most 3; 0 where it is not.
    int32_t smear;
    // Not 0 where jumps of depth lie where they should, and are softened only as a
    // painted edge is: a pixel then belongs to the side that it is nearer to.
    int32_t is_painted;
} parallax_order;

// Returns NULL when there is not enough memory. What the order points to must
// outlive the pass.
parallax_prepass *_Nullable parallax_begin(
    const parallax_order *_Nonnull order, const parallax_scene *_Nonnull scene
);

// How many stages there are; each is run over all rows before the next is begun.
int32_t parallax_stage_count(void);

// Whether a stage is run once for all rows rather than in bands.
int32_t parallax_stage_is_whole(int32_t stage);

// Runs one stage over rows first_row..<end_row; the result does not depend on how
// the rows are divided.
void parallax_run_stage(
    parallax_prepass *_Nonnull pass, int32_t stage, int32_t first_row, int32_t end_row
);

void parallax_end(parallax_prepass *_Nullable pass);

// Where the camera is: a pixel of the frame at (x, y), seen at inverse depth w,
// comes from pixel a (1 + w shift[2]) - w (shift[0], shift[1]) of the scene, with
// a = ray (x, y, 1) divided by its last number. Centres of pixels are at halves.
typedef struct parallax_view {
    double ray[9], shift[3];
    // Inverse depth of nearness 0 and of nearness 1.
    double far, near;
} parallax_view;

// What one frame is worked out in; its sizes come from parallax_bench_*.
typedef struct parallax_bench {
    // The two nearest things seen in each 2 by 2 pixels of the frame.
    uint32_t *_Nonnull cells;
    // Nearness at every other pixel of the frame, or less than 0.
    float *_Nonnull grid;
} parallax_bench;

int64_t parallax_cell_count(int32_t width, int32_t height);
int64_t parallax_grid_count(int32_t width, int32_t height);

typedef struct parallax_job {
    parallax_scene scene;
    parallax_view view;
    parallax_bench bench;
    const int16_t *_Nullable weights;
    // The frame's size.
    int32_t width, height;
    // R, G, B in linear light and a fourth number of no meaning, row by row.
    uint16_t *_Nullable out;
    // Pixels from one row of the frame to the next.
    int64_t out_stride;
    // Inverse depth from the camera for every pixel, or NULL.
    float *_Nullable depth;
    // Which of PLANE_FILTERS: 0 is the sharpest; less than 0 is bilinear.
    int32_t filter;
    // 0 lets the kernel use what the processor has; anything else does not.
    int32_t portable;
} parallax_job;

// Finds what is seen where, for rows first_row..<end_row of the frame; first_row
// is even, and so is end_row unless it is the height. All rows must be seeded
// before any is rendered.
void parallax_seed(const parallax_job *_Nonnull job, int32_t first_row, int32_t end_row);

// Works out the grid for the same rows, once they and the rows below are seeded.
void parallax_settle(const parallax_job *_Nonnull job, int32_t first_row, int32_t end_row);

// Renders rows; the bits do not depend on how the rows are divided.
void parallax_render(const parallax_job *_Nonnull job, int32_t first_row, int32_t end_row);

enum {
    // The side of the squares in which the reach of a blur is told.
    PARALLAX_TILE = 8,
};

// A lens that is sharp at one distance.
typedef struct parallax_focus {
    const uint16_t *_Nullable light;
    uint16_t *_Nullable out;
    // Pixels from one row of light, and of what is written, to the next.
    int64_t stride;
    int32_t width, height;
    // Inverse distance from the camera, row by row; the blur circle's radius once
    // it is measured.
    float *_Nullable radius;
    // The inverse distance that is sharp; pixels of radius for each unit beside it,
    // and the most.
    float sharp, strength, limit;
    // Working room: parallax_focus_half_count pixels and radii, and
    // parallax_focus_tile_count radii.
    uint16_t *_Nullable half_light;
    float *_Nullable half_radius, *_Nullable reach;
} parallax_focus;

int64_t parallax_focus_half_count(int32_t width, int32_t height);
int64_t parallax_focus_tile_count(int32_t width, int32_t height);

// Measures the blur of rows; first_row is a multiple of PARALLAX_TILE, and so is
// end_row unless it is the height.
void parallax_focus_measure(
    const parallax_focus *_Nonnull focus, int32_t first_row, int32_t end_row
);

// Blurs rows, once all are measured; the bits do not depend on how they are divided.
void parallax_focus_blur(const parallax_focus *_Nonnull focus, int32_t first_row, int32_t end_row);

#endif
