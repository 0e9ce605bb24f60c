#include "include/parallax.h"

#include <string.h>

// Four numbers of one pixel: red, green, blue and a weight.
typedef float pixel __attribute__((vector_size(16)));

// Up to this radius every pixel is looked at, beyond it every four as one.
static const float FINE = 4;
// Blur circles this much apart are at depths of their own.
static const float APART = 0.75f;

static float magnitude(float value) { return value < 0 ? -value : value; }

static int32_t half(int32_t side) { return (side + 1) / 2; }

int64_t parallax_focus_half_count(int32_t width, int32_t height) {
    return (int64_t)half(width) * half(height);
}

int64_t parallax_focus_tile_count(int32_t width, int32_t height) {
    const int32_t side = PARALLAX_TILE;
    return (int64_t)((width + side - 1) / side) * ((height + side - 1) / side);
}

// The blur circle's radius, more than 0 for what is nearer than the focus.
static float radius_of(const parallax_focus *focus, float depth) {
    float radius = (depth - focus->sharp) * focus->strength;
    radius = radius > -focus->limit ? radius : -focus->limit;
    return radius < focus->limit ? radius : focus->limit;
}

// Makes one of four pixels: the mean of those at the depth of the first.
static void halve(const parallax_focus *focus, int32_t x, int32_t y) {
    pixel sum = {0, 0, 0, 0};
    float first = focus->radius[(size_t)2 * y * focus->width + 2 * x];
    for (int32_t v = 2 * y; v < 2 * y + 2 && v < focus->height; v++) {
        for (int32_t u = 2 * x; u < 2 * x + 2 && u < focus->width; u++) {
            float apart = focus->radius[(size_t)v * focus->width + u] - first;
            if (magnitude(apart) > APART) { continue; }
            const uint16_t *in = focus->light + (v * focus->stride + u) * 4;
            sum += (pixel){in[0], in[1], in[2], 1};
        }
    }
    size_t at = (size_t)y * half(focus->width) + x;
    uint16_t *out = focus->half_light + at * 4;
    for (int c = 0; c < 3; c++) { out[c] = (uint16_t)(sum[c] / sum[3] + 0.5f); }
    out[3] = 0;
    focus->half_radius[at] = first;
}

void parallax_focus_measure(const parallax_focus *focus, int32_t first_row, int32_t end_row) {
    const int32_t tiles = (focus->width + PARALLAX_TILE - 1) / PARALLAX_TILE;
    for (int32_t y = first_row; y < end_row; y++) {
        float *reach = focus->reach + (y / PARALLAX_TILE) * tiles;
        if (y % PARALLAX_TILE == 0) { memset(reach, 0, (size_t)tiles * sizeof *reach); }
        float *row = focus->radius + (size_t)y * focus->width;
        for (int32_t x = 0; x < focus->width; x++) {
            row[x] = radius_of(focus, row[x]);
            float *most = reach + x / PARALLAX_TILE;
            *most = magnitude(row[x]) > *most ? magnitude(row[x]) : *most;
        }
    }
    for (int32_t y = first_row / 2; y < (end_row + 1) / 2; y++) {
        for (int32_t x = 0; x < half(focus->width); x++) { halve(focus, x, y); }
    }
}

// The largest radius that can reach into a tile.
static float reach_into(const parallax_focus *focus, int32_t column, int32_t row) {
    const int32_t columns = (focus->width + PARALLAX_TILE - 1) / PARALLAX_TILE;
    const int32_t rows = (focus->height + PARALLAX_TILE - 1) / PARALLAX_TILE;
    const int32_t around = (int32_t)focus->limit / PARALLAX_TILE + 1;
    float most = 0;
    for (int32_t v = row - around; v <= row + around; v++) {
        for (int32_t u = column - around; u <= column + around; u++) {
            if (u < 0 || v < 0 || u >= columns || v >= rows) { continue; }
            int32_t across = u > column ? u - column : column - u;
            int32_t down = v > row ? v - row : row - v;
            int32_t apart = across > down ? across : down;
            float reach = focus->reach[v * columns + u];
            if (apart > 1 && reach <= (apart - 1) * PARALLAX_TILE) { continue; }
            most = reach > most ? reach : most;
        }
    }
    return most;
}

// What is looked at: all pixels, or every four as one.
typedef struct grid {
    const uint16_t *light;
    const float *radius;
    int64_t light_stride;
    int32_t width, height, step;
} grid;

// What a pixel shows: what lies before it or beside it, and what lies behind it.
typedef struct seen {
    pixel front, back;
} seen;

static float covered(float radius, float distance) {
    float share = radius - distance + 0.5f;
    return share > 0 ? share < 1 ? share : 1 : 0;
}

static float area(float radius) {
    float value = 3.14159265f * radius * radius;
    return value > 1 ? value : 1;
}

static float root(float value) { return __builtin_sqrtf(value); }

static void look(const grid *grid, float x, float y, float own, float reach, seen *seen) {
    const float step = (float)grid->step, middle = (step - 1) / 2, size = step * step;
    int32_t left = (int32_t)((x - reach) / step), right = (int32_t)((x + reach) / step) + 1;
    int32_t top = (int32_t)((y - reach) / step), bottom = (int32_t)((y + reach) / step) + 1;
    left = left < 0 ? 0 : left;
    top = top < 0 ? 0 : top;
    right = right < grid->width ? right : grid->width - 1;
    bottom = bottom < grid->height ? bottom : grid->height - 1;
    const float own_size = magnitude(own);
    for (int32_t v = top; v <= bottom; v++) {
        const uint16_t *light = grid->light + v * grid->light_stride * 4;
        const float *radii = grid->radius + (size_t)v * grid->width;
        float down = v * step + middle - y;
        for (int32_t u = left; u <= right; u++) {
            float across = u * step + middle - x, square = across * across + down * down;
            if (square > (reach + 1) * (reach + 1)) { continue; }
            float radius = radii[u], distance = root(square), extent = magnitude(radius), share;
            int is_front = radius > own + APART, is_back = radius < own - APART;
            pixel at = {light[u * 4], light[u * 4 + 1], light[u * 4 + 2], 1};
            if (own > 0 ? !is_back : is_front) {
                // It spreads over what lies behind it as far as its own circle goes.
                share = covered(extent, distance) * size / area(extent);
                seen->front += at * share;
            } else {
                // It never spreads over what is sharper and before it.
                float bound = own > 0 || extent > own_size ? own_size : extent;
                share = covered(bound, distance) * size / (own > 0 ? 1 : area(bound));
                seen->back += at * share;
            }
        }
    }
}

static void blur(const parallax_focus *focus, int32_t x, int32_t y, float reach) {
    float own = focus->radius[(size_t)y * focus->width + x];
    const uint16_t *in = focus->light + (y * focus->stride + x) * 4;
    uint16_t *out = focus->out + (y * focus->stride + x) * 4;
    grid fine = {focus->light, focus->radius, focus->stride, focus->width, focus->height, 1};
    grid coarse = {
        focus->half_light, focus->half_radius, half(focus->width), half(focus->width),
        half(focus->height), 2,
    };
    seen seen = {{0}, {0}};
    look(reach > FINE ? &coarse : &fine, (float)x, (float)y, own, reach, &seen);
    // A pixel always shows itself, however the others fell.
    pixel self = (pixel){in[0], in[1], in[2], 1} * 1e-3f;
    if (own > 0) { seen.front += self; } else { seen.back += self; }
    float front = seen.front[3] < 1 ? seen.front[3] : 1;
    if (!(seen.back[3] > 0)) { front = 1; }
    pixel light = {0, 0, 0, 0};
    if (seen.front[3] > 0) { light += seen.front * (front / seen.front[3]); }
    if (seen.back[3] > 0) { light += seen.back * ((1 - front) / seen.back[3]); }
    // What is nearly sharp stays what it was.
    float extent = magnitude(own), mix = extent < 0.5f && seen.front[3] < 1e-2f ? extent * 2 : 1;
    for (int c = 0; c < 3; c++) {
        float value = in[c] + (light[c] - in[c]) * mix + 0.5f;
        out[c] = (uint16_t)(value < PLANE_WHITE ? value : PLANE_WHITE);
    }
    out[3] = 0;
}

void parallax_focus_blur(const parallax_focus *focus, int32_t first_row, int32_t end_row) {
    for (int32_t x = 0; x < focus->width; x += PARALLAX_TILE) {
        int32_t end = x + PARALLAX_TILE < focus->width ? x + PARALLAX_TILE : focus->width;
        float reach = 0;
        for (int32_t y = first_row; y < end_row; y++) {
            if (y == first_row || y % PARALLAX_TILE == 0) {
                reach = reach_into(focus, x / PARALLAX_TILE, y / PARALLAX_TILE);
            }
            if (reach >= 0.5f) {
                for (int32_t u = x; u < end; u++) { blur(focus, u, y, reach); }
                continue;
            }
            const size_t at = (size_t)(y * focus->stride + x) * 4;
            memcpy(focus->out + at, focus->light + at, (size_t)(end - x) * 4 * sizeof(uint16_t));
        }
    }
}
