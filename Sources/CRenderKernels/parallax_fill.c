#include "parallax_prepass.h"

#include <math.h>

enum { LEVELS = 20, NEIGHBOURHOOD = 6 };

// How much of the colours that were carried on is taken; the rest is the soft mean
// around, which errs less and shows nothing.
static const float GROWN = 0.6f;

// How near the far layer comes along a row: `next` is less than 0 where it has nothing.
void parallax_spread_far(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    for (int32_t y = first_row; y < end_row; y++) {
        size_t row = place(pass, 0, y);
        for (int32_t x = 0; x < pass->width; x++) { pass->next[row + x] = -1; }
        for (int32_t x = 0; x < pass->width; x++) {
            if (!(pass->flags[row + x] & UNDER)) { continue; }
            int32_t from = x - NEIGHBOURHOOD < 0 ? 0 : x - NEIGHBOURHOOD;
            int32_t to = x + NEIGHBOURHOOD < pass->width ? x + NEIGHBOURHOOD : pass->width - 1;
            float depth = pass->far_depth[row + x];
            for (int32_t u = from; u <= to; u++) {
                pass->next[row + u] = pass->next[row + u] > depth ? pass->next[row + u] : depth;
            }
        }
    }
}

// Keeps the near side's colours out of the far layer.
void parallax_choose_sources(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    for (int32_t y = first_row; y < end_row; y++) {
        int32_t top = clamped(y - NEIGHBOURHOOD, pass->height);
        int32_t bottom = clamped(y + NEIGHBOURHOOD, pass->height);
        for (int32_t x = 0; x < pass->width; x++) {
            size_t i = place(pass, x, y);
            if (pass->flags[i] & (UNDER | NEAR_SIDE)) { continue; }
            float far = -1;
            for (int32_t v = top; v <= bottom; v++) {
                float at = pass->next[place(pass, x, v)];
                far = at > far ? at : far;
            }
            if (far >= 0 && pass->depth[i] > far + STEP * 0.7f) { continue; }
            __atomic_fetch_or(&pass->flags[i], SOURCE, __ATOMIC_RELAXED);
            for (int c = 0; c < 3; c++) { pass->far_light[i][c] = sqrtf(pass->far_light[i][c]); }
        }
    }
}

// A picture at half the size of the one before, its colours times their weight.
typedef struct step {
    int32_t width, height;
    pixel *pixels;
} step;

static pixel own(const parallax_prepass *pass, int32_t x, int32_t y) {
    size_t i = place(pass, x, y);
    if (!inside(pass, x, y) || !(pass->flags[i] & SOURCE)) { return (pixel){0, 0, 0, 0}; }
    pixel light = pass->far_light[i];
    light[3] = 1;
    return light;
}

static pixel stored(const step *step, int32_t x, int32_t y) {
    if (x >= step->width || y >= step->height) { return (pixel){0, 0, 0, 0}; }
    return step->pixels[(size_t)y * step->width + x];
}

// Four pixels in one, whose weight is at most that of one.
static pixel gathered(pixel a, pixel b, pixel c, pixel d) {
    pixel sum = a + b + c + d;
    return sum[3] > 1 ? sum / sum[3] : sum;
}

static void push(const parallax_prepass *pass, const step *from, step *to) {
    for (int32_t y = 0; y < to->height; y++) {
        for (int32_t x = 0; x < to->width; x++) {
            int32_t u = 2 * x, v = 2 * y;
            to->pixels[(size_t)y * to->width + x] = from
                ? gathered(
                    stored(from, u, v), stored(from, u + 1, v), stored(from, u, v + 1),
                    stored(from, u + 1, v + 1)
                )
                : gathered(
                    own(pass, u, v), own(pass, u + 1, v), own(pass, u, v + 1),
                    own(pass, u + 1, v + 1)
                );
        }
    }
}

// The colour of a finished step under a pixel of the one before.
static pixel above(const step *step, int32_t x, int32_t y) {
    int32_t u = (x - 1) >> 1, left = clamped(u, step->width), right = clamped(u + 1, step->width);
    int32_t v = (y - 1) >> 1, top = clamped(v, step->height), bottom = clamped(v + 1, step->height);
    float across = x & 1 ? 0.25f : 0.75f, down = y & 1 ? 0.25f : 0.75f;
    const pixel *upper = step->pixels + (size_t)top * step->width;
    const pixel *lower = step->pixels + (size_t)bottom * step->width;
    pixel a = upper[left] + (upper[right] - upper[left]) * across;
    pixel b = lower[left] + (lower[right] - lower[left]) * across;
    return a + (b - a) * down;
}

static void pull(const step *from, step *to) {
    for (int32_t y = 0; y < to->height; y++) {
        for (int32_t x = 0; x < to->width; x++) {
            pixel *at = to->pixels + (size_t)y * to->width + x;
            float weight = (*at)[3];
            *at += above(from, x, y) * (1 - weight);
            (*at)[3] = 1;
        }
    }
}

// Mixes the soft mean of what is seen around into what lies behind the near side.
void parallax_fill(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    (void)first_row;
    (void)end_row;
    step steps[LEVELS];
    int32_t count = 0, width = pass->width, height = pass->height;
    pixel *free = pass->pyramid;
    while (count == 0 || (count < LEVELS && width > 2 && height > 2)) {
        step *next = steps + count;
        *next = (step){width = (width + 1) / 2, height = (height + 1) / 2, free};
        free += (size_t)width * height;
        push(pass, count ? next - 1 : NULL, next);
        count++;
    }
    const step *last = steps + count - 1;
    for (int32_t k = 0; k < last->width * last->height; k++) {
        if (last->pixels[k][3] > 0) { last->pixels[k] /= last->pixels[k][3]; }
    }
    for (int32_t i = count - 2; i >= 0; i--) { pull(steps + i + 1, steps + i); }
    for (int32_t k = 0; k < pass->walked_count; k++) {
        int32_t i = pass->walked[k];
        pixel grown = pass->far_light[i], soft = above(steps, i % pass->width, i / pass->width);
        float share = grown[3] > 0 ? GROWN : 0;
        pass->far_light[i] = soft + (grown - soft) * share;
    }
}
