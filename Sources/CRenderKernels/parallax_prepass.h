#ifndef KINEMA_PARALLAX_PREPASS_H
#define KINEMA_PARALLAX_PREPASS_H

#include "include/parallax.h"

// Four numbers of one pixel: red, green, blue and a weight.
typedef float pixel __attribute__((vector_size(16)));

// A step in depth of more pixels of parallax than this is a silhouette.
static const float STEP = 2;

// What is known of a pixel.
enum {
    // Its neighbours differ by more than a step.
    JUMP = 1,
    // A jump is beside it.
    RAGGED = 2,
    // It is on the near or on the far side of a silhouette.
    NEAR_SIDE = 4,
    FAR_SIDE = 8,
    // It is near enough to the silhouette to be mixed of both sides.
    RING = 16,
    INNER = 32,
    // Its far layer is known; is not its own, but was walked to; is reached by the
    // walk's current step.
    SEEN = 64,
    UNDER = 128,
    REACHED = 256,
    // Its colour may be carried behind the near side.
    SOURCE = 512,
    // It lies beyond the ring, but the near side may have been smeared over it.
    FRINGE = 1024,
};

enum {
    RUN = 16,
    // The widest search about a pixel, and the offsets within it.
    SEARCH = 8,
    OFFSETS = 225,
    COLOUR_STEPS = 2600,
    LONGEST_WALK = 256,
};

typedef struct offset {
    int8_t x, y;
    int16_t square;
    float distance;
} offset;

struct parallax_prepass {
    parallax_order order;
    parallax_scene scene;
    int32_t width, height, ring, smear;
    // The most steps of the walk behind the near side.
    int32_t reach;
    // 8 bit sRGB.
    uint8_t (*code)[4];
    // Nearness in pixels of parallax, and room for its next state.
    float *depth, *next;
    uint16_t *flags;
    // Whether any of RUN pixels of a row is a jump.
    uint8_t *jumps;
    // Pixels to the silhouette, positive on the near side.
    float *distance;
    // Near layer: nearness and alpha.
    float *near_depth, *alpha;
    // Far layer: light, nearness and its slopes. While colours are carried behind the
    // near side they are roots of light where SOURCE or UNDER is set: evenly spaced to
    // the eye, so that a mean of them is in the middle.
    pixel *far_light;
    float *far_depth, *slope_x, *slope_y;
    // The pixels that were walked to, in the order in which they were reached.
    int32_t *walked;
    int32_t walked_count;
    // Where in that order each step of the walk begins, and where the last ends.
    int32_t levels[LONGEST_WALK + 1], level_count;
    // The far layer's colours at ever half the size.
    pixel *pyramid;
    // The offsets within SEARCH by distance.
    offset offsets[OFFSETS];
    int32_t offset_count;
    // How alike two colours are, by their squared distance in fours.
    float alike[COLOUR_STEPS];
};

static inline int32_t clamped(int32_t value, int32_t count) {
    return value < 0 ? 0 : value >= count ? count - 1 : value;
}

static inline size_t place(const parallax_prepass *pass, int32_t x, int32_t y) {
    return (size_t)y * (size_t)pass->width + (size_t)x;
}

static inline int inside(const parallax_prepass *pass, int32_t x, int32_t y) {
    return x >= 0 && y >= 0 && x < pass->width && y < pass->height;
}

// The picture's light at a pixel.
static inline pixel light_at(const parallax_prepass *pass, int32_t x, int32_t y) {
    const plane_level *level = &pass->order.light;
    const uint16_t *in = level->pixels + ((y + PLANE_PAD) * level->stride + x + PLANE_PAD) * 4;
    return (pixel){in[0], in[1], in[2], 0};
}

// The stages, in their order.
void parallax_load(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_mark_jumps(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_sharpen(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_take_next(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_find_sides(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_measure(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_unmix(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_slope(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_walk(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_spread_far(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_choose_sources(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_find_lines(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_grow(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_fill(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_pack(parallax_prepass *pass, int32_t first_row, int32_t end_row);
void parallax_pack_seeds(parallax_prepass *pass, int32_t first_row, int32_t end_row);

#endif
