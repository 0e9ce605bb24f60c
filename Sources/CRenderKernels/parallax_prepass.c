#include "parallax_prepass.h"

#include <math.h>
#include <stdlib.h>

typedef void (*stage)(parallax_prepass *pass, int32_t first_row, int32_t end_row);

static const struct {
    stage run;
    int32_t is_whole;
} stages[] = {
    {parallax_load, 0},
    {parallax_mark_jumps, 0},
    {parallax_sharpen, 0},
    {parallax_take_next, 0},
    {parallax_mark_jumps, 0},
    {parallax_sharpen, 0},
    {parallax_take_next, 0},
    {parallax_mark_jumps, 0},
    {parallax_find_sides, 0},
    {parallax_measure, 0},
    {parallax_unmix, 0},
    {parallax_slope, 0},
    {parallax_walk, 1},
    {parallax_spread_far, 0},
    {parallax_choose_sources, 0},
    {parallax_find_lines, 0},
    {parallax_grow, 1},
    {parallax_fill, 1},
    {parallax_pack, 0},
    {parallax_pack_seeds, 0},
};

int32_t parallax_stage_count(void) { return sizeof stages / sizeof stages[0]; }

int32_t parallax_stage_is_whole(int32_t stage) { return stages[stage].is_whole; }

void parallax_run_stage(
    parallax_prepass *pass, int32_t stage, int32_t first_row, int32_t end_row
) {
    stages[stage].run(pass, first_row, end_row);
}

static int by_distance(const void *left, const void *right) {
    const offset *a = left, *b = right;
    if (a->square != b->square) { return a->square - b->square; }
    if (a->y != b->y) { return a->y - b->y; }
    return a->x - b->x;
}

static void fill_tables(parallax_prepass *pass) {
    for (int32_t y = -SEARCH; y <= SEARCH; y++) {
        for (int32_t x = -SEARCH; x <= SEARCH; x++) {
            int32_t square = x * x + y * y;
            if (square > SEARCH * SEARCH || pass->offset_count == OFFSETS) { continue; }
            pass->offsets[pass->offset_count++] =
                (offset){(int8_t)x, (int8_t)y, (int16_t)square, sqrtf((float)square)};
        }
    }
    qsort(pass->offsets, (size_t)pass->offset_count, sizeof(offset), by_distance);
    // Colours 12 steps apart in each channel count for 0.6.
    for (int i = 0; i < COLOUR_STEPS; i++) {
        pass->alike[i] = (float)exp(-4.0 * i / (2 * 3 * 12 * 12));
    }
}

parallax_prepass *parallax_begin(const parallax_order *order, const parallax_scene *scene) {
    parallax_prepass *pass = calloc(1, sizeof *pass);
    if (!pass) { return NULL; }
    pass->order = *order;
    pass->scene = *scene;
    pass->width = scene->width;
    pass->height = scene->height;
    pass->ring = order->ring < 1 ? 1 : order->ring > 3 ? 3 : order->ring;
    pass->smear = order->smear < 0 ? 0 : order->smear > 3 ? 3 : order->smear;
    float reach = order->spread < LONGEST_WALK ? order->spread : LONGEST_WALK;
    pass->reach = reach > 8 ? (int32_t)reach : 8;
    size_t count = (size_t)scene->width * (size_t)scene->height;
    pass->code = malloc(count * sizeof *pass->code);
    pass->flags = calloc(count, sizeof *pass->flags);
    pass->jumps = calloc(((size_t)scene->width / RUN + 1) * (size_t)scene->height, 1);
    float **planes[] = {
        &pass->depth, &pass->next, &pass->distance, &pass->near_depth, &pass->alpha,
        &pass->far_depth, &pass->slope_x, &pass->slope_y,
    };
    int is_complete = 1;
    for (size_t i = 0; i < sizeof planes / sizeof planes[0]; i++) {
        *planes[i] = malloc(count * sizeof(float));
        is_complete = is_complete && *planes[i];
    }
    pass->far_light = aligned_alloc(16, count * sizeof(pixel));
    // A quarter, a sixteenth and so on, each side rounded up.
    size_t rest = count / 3 + 4 * (size_t)(scene->width + scene->height) + 64;
    pass->pyramid = aligned_alloc(16, rest * sizeof(pixel));
    pass->walked = malloc(count * sizeof *pass->walked);
    is_complete = is_complete && pass->code && pass->flags && pass->jumps && pass->far_light
        && pass->pyramid && pass->walked;
    if (!is_complete) {
        parallax_end(pass);
        return NULL;
    }
    fill_tables(pass);
    return pass;
}

void parallax_end(parallax_prepass *pass) {
    if (!pass) { return; }
    free(pass->code);
    free(pass->flags);
    free(pass->jumps);
    free(pass->depth);
    free(pass->next);
    free(pass->distance);
    free(pass->near_depth);
    free(pass->alpha);
    free(pass->far_depth);
    free(pass->slope_x);
    free(pass->slope_y);
    free(pass->far_light);
    free(pass->pyramid);
    free(pass->walked);
    free(pass);
}

void parallax_load(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    const uint16_t *codes = pass->order.codes;
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) {
            size_t i = place(pass, x, y);
            pixel light = light_at(pass, x, y);
            for (int c = 0; c < 3; c++) {
                pass->code[i][c] = (uint8_t)((codes[(int32_t)light[c]] + 128) >> 8);
            }
            pass->code[i][3] = 0;
            float nearness = pass->order.nearness[i];
            nearness = nearness > 0 ? nearness : 0;
            pass->depth[i] = (nearness < 1 ? nearness : 1) * pass->order.spread;
        }
    }
}
