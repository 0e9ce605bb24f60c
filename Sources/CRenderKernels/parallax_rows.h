// The body of the parallax kernel, compiled once for each instruction set: TARGET
// is the attribute that names it, NAME the suffix of its functions; `gather`,
// `bits` and `texel` come with it. Everything here is integer arithmetic or single
// IEEE operations in a fixed order, so that every instruction set gives the same bits.

TARGET static inline floats NAME(choose)(ints mask, floats yes, floats no) {
    return (floats)((mask & (ints)yes) | (~mask & (ints)no));
}

// NaN becomes the lower bound.
TARGET static inline floats NAME(clamp)(floats value, float low, float high) {
    floats lows = low - (floats){0}, highs = high - (floats){0};
    value = NAME(choose)(value > lows, value, lows);
    return NAME(choose)(value < highs, value, highs);
}

TARGET static inline floats NAME(magnitude)(floats value) {
    return (floats)((ints)value & 0x7FFFFFFF);
}

TARGET static inline floats NAME(larger)(floats a, floats b) {
    return NAME(choose)(a > b, a, b);
}

// Eight lines of sight: the pixel a + d b of the scene shows at nearness d.
typedef struct NAME(rays) {
    floats ax, ay, bx, by, length;
} NAME(rays);

TARGET static inline NAME(rays) NAME(look)(const frame_view *view, floats x, float y) {
    const float *m = view->ray;
    floats scale = 1 / (x * m[6] + (m[7] * y + m[8]));
    floats ax = (x * m[0] + (m[1] * y + m[2])) * scale;
    floats ay = (x * m[3] + (m[4] * y + m[5])) * scale;
    NAME(rays) rays;
    rays.ax = ax + (ax * view->pull[0] - view->shift[0][0]) - 0.5f;
    rays.ay = ay + (ay * view->pull[0] - view->shift[0][1]) - 0.5f;
    rays.bx = ax * view->pull[1] - view->shift[1][0];
    rays.by = ay * view->pull[1] - view->shift[1][1];
    rays.length = NAME(larger)(NAME(magnitude)(rays.bx), NAME(magnitude)(rays.by));
    return rays;
}

// The nearness that a layer has where the lines of sight meet nearness d.
TARGET static inline floats NAME(depth_at)(
    const uint32_t *pairs, const parallax_scene *scene, const NAME(rays) *rays, floats d
) {
    floats x = NAME(clamp)(rays->ax + d * rays->bx, 0, scene->width - 1.001f);
    floats y = NAME(clamp)(rays->ay + d * rays->by, 0, scene->height - 1.001f);
    ints column = __builtin_convertvector(x, ints), row = __builtin_convertvector(y, ints);
    floats across = x - __builtin_convertvector(column, floats);
    floats down = y - __builtin_convertvector(row, floats);
    ints at = row * scene->width + column;
    ints upper = NAME(gather)(pairs, at), lower = NAME(gather)(pairs + scene->width, at);
    floats a = __builtin_convertvector(upper & 0xFFFF, floats);
    floats b = __builtin_convertvector(lower & 0xFFFF, floats);
    a += across * (__builtin_convertvector((ints)((marks)upper >> 16), floats) - a);
    b += across * (__builtin_convertvector((ints)((marks)lower >> 16), floats) - b);
    return a + down * (b - a);
}

// Follows the near layer from a first guess; `weight` says how well it was met.
TARGET static inline floats NAME(solve)(
    const parallax_scene *scene, const NAME(rays) *rays, floats d, ints wanted, floats *weight
) {
    floats residual = {0};
    for (int step = 0; step < 5; step++) {
        floats next = NAME(depth_at)(scene->near_depth, scene, rays, d);
        residual = NAME(magnitude)(next - d) * rays->length;
        int is_done = !NAME(bits)(wanted & (residual > NEAR_ENOUGH));
        if (is_done || step < 4) { d = next; }
        if (is_done) { break; }
    }
    floats share = NAME(clamp)(TOO_FAR - residual, 0, 1);
    *weight = NAME(choose)(wanted, share, (floats){0});
    return d;
}

// The same in the far layer, which always answers.
TARGET static inline floats NAME(solve_far)(
    const parallax_scene *scene, const NAME(rays) *rays, floats d, uint32_t wanted
) {
    for (int step = 0; step < 6; step++) {
        floats next = NAME(depth_at)(scene->far_depth, scene, rays, d);
        floats residual = NAME(magnitude)(next - d) * rays->length;
        d = next;
        if (!(wanted & NAME(bits)(residual > NEAR_ENOUGH))) { break; }
    }
    return d;
}

// Where eight pixels lie in a layer: whole pixels of the padded layer and phases.
typedef struct NAME(places) {
    int32_t x[8], y[8];
} NAME(places);

TARGET static inline void NAME(place)(
    const parallax_scene *scene, const NAME(rays) *rays, floats d, NAME(places) *places
) {
    floats x = NAME(clamp)(rays->ax + d * rays->bx, -2, scene->width + 1);
    floats y = NAME(clamp)(rays->ay + d * rays->by, -2, scene->height + 1);
    x = (x + PLANE_PAD) * PLANE_PHASES + 0.5f;
    y = (y + PLANE_PAD) * PLANE_PHASES + 0.5f;
    ints columns = __builtin_convertvector(x, ints), rows = __builtin_convertvector(y, ints);
    __builtin_memcpy(places->x, &columns, sizeof columns);
    __builtin_memcpy(places->y, &rows, sizeof rows);
}

// A pixel of a layer: 16 bits each of R, G, B and alpha, from the lowest.
TARGET static inline uint64_t NAME(fetch)(
    const parallax_job *job, const uint16_t *light, const NAME(places) *places, int i
) {
    if (job->filter < 0) {
        return NAME(texel_linear)(light, job->scene.stride, places->x[i], places->y[i]);
    }
    const int16_t *weights = job->weights + job->filter * PLANE_PHASES * 4;
    return NAME(texel)(light, job->scene.stride, weights, places->x[i], places->y[i]);
}

// One layer's light laid behind what is there already.
typedef struct NAME(stack) {
    pixel light[8];
} NAME(stack);

TARGET static inline void NAME(lay)(
    const parallax_job *job, const uint16_t *light, const NAME(places) *places,
    const float *weights, uint32_t lanes, NAME(stack) *stack
) {
    for (int i = 0; i < 8; i++) {
        if (!(lanes >> i & 1)) { continue; }
        uint64_t texel = NAME(fetch)(job, light, places, i);
        float through = 1 - stack->light[i][3] * (1.0f / PLANE_WHITE);
        float share = weights ? weights[i] * through : through;
        pixel behind = {
            (float)(texel & 0xFFFF), (float)(texel >> 16 & 0xFFFF), (float)(texel >> 32 & 0xFFFF),
            (float)(texel >> 48),
        };
        stack->light[i] += behind * share;
    }
}

TARGET static inline uint32_t NAME(uncovered)(const NAME(stack) *stack) {
    uint32_t lanes = 0;
    for (int i = 0; i < 8; i++) { lanes |= (uint32_t)(stack->light[i][3] < COVERED) << i; }
    return lanes;
}

#include "parallax_group.h"

// Eight pixels between five by two of the grid, if nothing comes to an edge there.
TARGET static inline int NAME(smooth_group)(
    const parallax_job *job, const NAME(rays) *rays, const float *above, const float *below,
    uint16_t *out, floats *shown
) {
    float mean[5], fall[5];
    for (int i = 0; i < 5; i++) {
        mean[i] = 0.5f * (above[i] + below[i]);
        fall[i] = above[i] - below[i];
    }
    floats here = {mean[0], mean[0], mean[1], mean[1], mean[2], mean[2], mean[3], mean[3]};
    floats next = {mean[0], mean[1], mean[1], mean[2], mean[2], mean[3], mean[3], mean[4]};
    floats falls = {fall[0], fall[1], fall[2], fall[3], fall[4], fall[4], fall[4], fall[4]};
    floats rises = {
        mean[1] - mean[0], mean[2] - mean[1], mean[3] - mean[2], mean[4] - mean[3],
    };
    floats bends = {rises[1] - rises[0], rises[2] - rises[1], rises[3] - rises[2]};
    // A slope may be steep, but neither bent nor broken.
    floats most = NAME(larger)(NAME(magnitude)(rises) * (SMOOTH / STEEP), NAME(magnitude)(bends));
    most = NAME(larger)(most, NAME(magnitude)(falls));
    if (NAME(bits)((most * rays->length > SMOOTH) | (next < 0))) { return 0; }
    floats d = 0.5f * (here + next);
    NAME(places) places;
    NAME(place)(&job->scene, rays, d, &places);
    uint64_t least = (uint64_t)PLANE_WHITE << 48;
    for (int i = 0; i < 8; i++) {
        uint64_t texel = NAME(fetch)(job, job->scene.near_light, &places, i);
        __builtin_memcpy(out + i * 4, &texel, sizeof texel);
        least = texel < least ? texel : least;
    }
    *shown = d;
    return (int32_t)(least >> 48) >= COVERED;
}

TARGET static inline void NAME(tell_depth)(
    const parallax_job *job, const frame_view *view, int32_t x, int32_t y, floats d
) {
    const parallax_view *v = &job->view;
    int32_t count = job->width - x < 8 ? job->width - x : 8;
    float *out = job->depth + (size_t)y * (size_t)job->width + (size_t)x;
    for (int32_t i = 0; i < count; i++) {
        float w = (float)v->far + d[i] * (float)((v->near - v->far) / PARALLAX_NEAREST);
        float z = view->ray[6] * (x + i + 0.5f) + view->ray[7] * (y + 0.5f) + view->ray[8];
        out[i] = z * w / (1 + w * (float)v->shift[2]);
    }
}

TARGET static void NAME(render)(
    const parallax_job *job, const frame_view *view, int32_t first_row, int32_t end_row
) {
    const floats lanes = {0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f};
    const size_t columns = (size_t)cell_columns(job->width);
    for (int32_t y = first_row; y < end_row; y++) {
        const size_t at = (size_t)(y / 2) * columns + CELL_MARGIN;
        const float *above = job->bench.grid + at, *below = above + (y & 1 ? columns : 0);
        const uint32_t *cells = job->bench.cells + at;
        uint16_t *out = job->out + y * job->out_stride * 4;
        for (int32_t x = 0; x < job->width; x += 8, out += 32) {
            NAME(rays) rays = NAME(look)(view, lanes + (float)x, y + 0.5f);
            floats shown;
            if (!NAME(smooth_group)(job, &rays, above + x / 2, below + x / 2, out, &shown)) {
                NAME(solve_group)(job, &rays, cells + x / 2, out, &shown);
            }
            if (job->depth) { NAME(tell_depth)(job, view, x, y, shown); }
        }
    }
}

// The nearness at every other pixel of every other row, or less than 0 where the
// seeds say that it takes a closer look.
TARGET static void NAME(settle)(
    const parallax_job *job, const frame_view *view, int32_t first_row, int32_t end_row
) {
    const floats lanes = {0.5f, 2.5f, 4.5f, 6.5f, 8.5f, 10.5f, 12.5f, 14.5f};
    const size_t columns = (size_t)cell_columns(job->width);
    const floats gap = (float)job->scene.gap - (floats){0};
    // One row beyond the last stands for the row after the frame's.
    int32_t end = end_row < job->height ? end_row / 2 : cell_rows(job->height) + 1;
    for (int32_t row = first_row / 2; row < end; row++) {
        int32_t from = row < cell_rows(job->height) ? row : cell_rows(job->height) - 1;
        const uint32_t *cells = job->bench.cells + (size_t)from * columns + CELL_MARGIN;
        float *grid = job->bench.grid + (size_t)row * columns + CELL_MARGIN;
        for (int32_t x = 0; x <= (job->width + 1) / 2; x += 8) {
            NAME(rays) rays = NAME(look)(view, lanes + (float)(2 * x), 2 * row + 0.5f);
            ints seeds;
            __builtin_memcpy(&seeds, cells + x, sizeof seeds);
            floats first = __builtin_convertvector(seeds & 0xFFFF, floats), weight;
            floats second = __builtin_convertvector((ints)((marks)seeds >> 16), floats);
            floats d = NAME(solve)(&job->scene, &rays, first, first > 0, &weight);
            ints bad = (weight < 1) | (d + gap < second);
            d = NAME(choose)(bad, -1e9f - (floats){0}, d);
            __builtin_memcpy(grid + x, &d, sizeof d);
        }
    }
}
