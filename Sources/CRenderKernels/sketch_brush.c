#include "include/sketch_styles.h"
#include "sketch_maths.h"

SK_KERNEL void sketch_wobble(
    sketch_canvas c, float *target, float *z, float amount, float cells, uint32_t seed, int32_t row0, int32_t row1) {
    float k = cells / (float)c.height, u[SK_RUN], v[SK_RUN], dx[SK_RUN], dy[SK_RUN];
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) * k, v[i] = ((float)row + .5f) * k;
            sk_fbm_run(n, u, v, 2, seed, dx);
            for (int i = 0; i < n; i++) u[i] += 9;
            sk_fbm_run(n, u, v, 2, seed + 1, dy);
            for (int i = 0; i < n; i++) {
                float x = sk_clamp((float)(x0 + i) + dx[i] * amount, 0, (float)(c.width - 1));
                float y = sk_clamp((float)row + dy[i] * amount, 0, (float)(c.height - 1));
                int32_t xi = sk_imin((int32_t)x, c.width - 2), yi = sk_imin((int32_t)y, c.height - 2);
                float fx = x - (float)xi, fy = y - (float)yi;
                const float *p = c.rgb + 3 * ((int64_t)yi * c.width + xi), *q = p + 3 * (int64_t)c.width;
                int64_t at = (int64_t)row * c.width + x0 + i;
                // Distances are moved along but never mixed: between near and far
                // there is nothing.
                z[at] = c.z[(int64_t)(yi + (fy >= .5f)) * c.width + xi + (fx >= .5f)];
                float *t = target + 3 * at;
                for (int j = 0; j < 3; j++)
                    t[j] = sk_lerp(sk_lerp(p[j], p[j + 3], fx), sk_lerp(q[j], q[j + 3], fx), fy);
            }
        }
}

// A run of pixels with the margin that its boxes reach into.
enum { SK_WIDEST = 48, SK_SPAN = SK_RUN + 2 * SK_WIDEST };
typedef struct {
    float r[SK_SPAN], g[SK_SPAN], b[SK_SPAN], l[SK_SPAN], ll[SK_SPAN];
} sk_sums;

// Sums `count` rows from `first`, for the columns from `x0` on.
SK_INLINE void sk_sum_rows(
    sk_sums *s, const float *source, int32_t width, int32_t height, int32_t first, int32_t count, int32_t x0, int32_t n) {
    memset(s, 0, sizeof *s);
    for (int32_t j = first; j < first + count; j++) {
        const float *line = source + 3 * (int64_t)sk_iclamp(j, 0, height - 1) * width;
        for (int32_t i = 0; i < n; i++) {
            const float *p = line + 3 * sk_iclamp(x0 + i, 0, width - 1);
            // Dark and light weigh alike to the eye, so spread is compared on roots.
            float y = .3f * p[0] + .59f * p[1] + .11f * p[2], l = sqrtf(y > 0 ? y : 0);
            s->r[i] += p[0], s->g[i] += p[1], s->b[i] += p[2], s->l[i] += l, s->ll[i] += l * l;
        }
    }
}
SK_INLINE void sk_sum_columns(const float *from, float *to, int32_t n, int32_t count) {
    for (int32_t i = 0; i < n; i++) to[i] = from[i];
    for (int32_t k = 1; k < count; k++)
        for (int32_t i = 0; i < n; i++) to[i] += from[i + k];
}
// Keeps the means of the boxes whose light spreads least so far.
SK_INLINE void sk_keep_calmest(const sk_sums *box, int32_t shift, int32_t n, float share, float *best, float *mean) {
    for (int32_t i = 0; i < n; i++) {
        float m = box->l[i + shift] * share, spread = box->ll[i + shift] * share - m * m;
        int calmer = spread < best[i];
        best[i] = calmer ? spread : best[i];
        mean[3 * i] = calmer ? box->r[i + shift] * share : mean[3 * i];
        mean[3 * i + 1] = calmer ? box->g[i + shift] * share : mean[3 * i + 1];
        mean[3 * i + 2] = calmer ? box->b[i + shift] * share : mean[3 * i + 2];
    }
}

SK_KERNEL void sketch_kuwahara(
    const float *source, float *target, int32_t width, int32_t height, int32_t radius, float mix, int32_t row0,
    int32_t row1) {
    int32_t r = sk_iclamp(radius, 1, SK_WIDEST), side = r + 1;
    float share = 1 / (float)(side * side), best[SK_RUN], mean[3 * SK_RUN];
    sk_sums rows, box;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < width; x0 += SK_RUN) {
            int32_t n = sk_imin(SK_RUN, width - x0), span = n + 2 * r;
            for (int32_t i = 0; i < n; i++) best[i] = 1e30f;
            for (int half = 0; half < 2; half++) {
                sk_sum_rows(&rows, source, width, height, half ? row : row - r, side, x0 - r, span);
                sk_sum_columns(rows.r, box.r, n + r, side), sk_sum_columns(rows.g, box.g, n + r, side);
                sk_sum_columns(rows.b, box.b, n + r, side), sk_sum_columns(rows.l, box.l, n + r, side);
                sk_sum_columns(rows.ll, box.ll, n + r, side);
                sk_keep_calmest(&box, 0, n, share, best, mean);
                sk_keep_calmest(&box, r, n, share, best, mean);
            }
            float *to = target + 3 * ((int64_t)row * width + x0);
            const float *from = source + 3 * ((int64_t)row * width + x0);
            for (int32_t i = 0; i < 3 * n; i++) to[i] = sk_lerp(from[i], mean[i], mix);
        }
}

SK_KERNEL void sketch_bright(
    const float *source, int32_t width, int32_t height, int32_t step, float low, float high, float *cells, int32_t columns,
    int32_t rows, int32_t cell0, int32_t cell1) {
    (void)rows;
    for (int32_t cy = cell0; cy < cell1; cy++)
        for (int32_t cx = 0; cx < columns; cx++) {
            int32_t x1 = sk_imin((cx + 1) * step, width), y1 = sk_imin((cy + 1) * step, height);
            sketch_rgb sum = {0, 0, 0};
            float n = 0;
            for (int32_t y = cy * step; y < y1; y++)
                for (int32_t x = cx * step; x < x1; x++, n += 1) {
                    sketch_rgb c = sk_load(source + 3 * ((int64_t)y * width + x));
                    float k = sk_step(low, high, sk_max(c.r, sk_max(c.g, c.b)));
                    sum = sk_add(sum, sk_rgb(sk_min(c.r * k, 5), sk_min(c.g * k, 5), sk_min(c.b * k, 5)));
                }
            sk_store(cells + 3 * ((int64_t)cy * columns + cx), sk_scale(sum, 1 / sk_max(n, 1)));
        }
}

static void sk_box(const float *from, float *to, int32_t n, int64_t step, int32_t r) {
    for (int j = 0; j < 3; j++) {
        float sum = 0, k = 1 / (float)(2 * r + 1);
        for (int32_t i = -r; i <= r; i++) sum += from[(int64_t)sk_iclamp(i, 0, n - 1) * step + j];
        for (int32_t i = 0; i < n; i++) {
            to[(int64_t)i * step + j] = sum * k;
            sum += from[(int64_t)sk_imin(i + r + 1, n - 1) * step + j] - from[(int64_t)sk_imax(i - r, 0) * step + j];
        }
    }
}
void sketch_blur(float *rgb, float *scratch, int32_t width, int32_t height, float sigma) {
    int32_t r = sk_imax(1, (int32_t)(sigma * .98f + .5f));
    for (int pass = 0; pass < 3; pass++) {
        for (int32_t y = 0; y < height; y++) {
            int64_t at = 3 * (int64_t)y * width;
            sk_box(rgb + at, scratch + at, width, 3, r);
        }
        for (int32_t x = 0; x < width; x++) sk_box(scratch + 3 * x, rgb + 3 * x, height, 3 * (int64_t)width, r);
    }
}

void sketch_add(float *sum, const float *more, float weight, int64_t count) {
    for (int64_t i = 0; i < count; i++) sum[i] += more[i] * weight;
}
void sketch_add_tinted(float *sum, const float *more, sketch_rgb tint, int64_t pixels) {
    for (int64_t i = 0; i < pixels; i++) sk_store(sum + 3 * i, sk_add(sk_load(sum + 3 * i), sk_times(sk_load(more + 3 * i), tint)));
}

void sketch_streak(float *rgb, float *scratch, int32_t width, int32_t height, float sigma) {
    int32_t r = sk_imax(1, (int32_t)(sigma * .98f + .5f));
    for (int pass = 0; pass < 2; pass++)
        for (int32_t y = 0; y < height; y++) {
            int64_t at = 3 * (int64_t)y * width;
            sk_box(rgb + at, scratch + at, width, 3, r);
            memcpy(rgb + at, scratch + at, 3 * sizeof(float) * (size_t)width);
        }
}

// A disc of samples on a golden spiral; what is sharp and nearer keeps its light
// to itself.
SK_KERNEL void sketch_defocus(
    sketch_canvas c, float *target, float focus, float radius, int32_t row0, int32_t row1) {
    enum { COUNT = 30 };
    float dx[COUNT], dy[COUNT], at_focus = 1 / focus, x = 1, y = 0;
    for (int i = 0; i < COUNT; i++) {
        // The golden angle, turned step by step.
        float nx = x * -.73736888f - y * .67549029f, r = sqrtf(((float)i + .5f) / COUNT);
        y = x * .67549029f + y * -.73736888f, x = nx;
        dx[i] = x * r, dy[i] = y * r;
    }
    for (int32_t row = row0; row < row1; row++)
        for (int32_t column = 0; column < c.width; column++) {
            int64_t at = (int64_t)row * c.width + column;
            float z = sk_abs(c.z[at]), own = sk_min(sk_abs(1 / z - at_focus) / at_focus, 1) * radius;
            if (own < .5f) {
                sk_store(target + 3 * at, sk_load(c.rgb + 3 * at));
                continue;
            }
            sketch_rgb sum = sk_load(c.rgb + 3 * at);
            float weight = 1;
            for (int i = 0; i < COUNT; i++) {
                int32_t px = sk_iclamp(column + (int32_t)(dx[i] * own + (dx[i] < 0 ? -.5f : .5f)), 0, c.width - 1);
                int32_t py = sk_iclamp(row + (int32_t)(dy[i] * own + (dy[i] < 0 ? -.5f : .5f)), 0, c.height - 1);
                int64_t there = (int64_t)py * c.width + px;
                float tz = sk_abs(c.z[there]), theirs = sk_min(sk_abs(1 / tz - at_focus) / at_focus, 1) * radius;
                float w = tz < z * .95f ? sk_step(0, own, theirs) : 1;
                sum = sk_add(sum, sk_scale(sk_load(c.rgb + 3 * there), w)), weight += w;
            }
            sk_store(target + 3 * at, sk_scale(sum, 1 / weight));
        }
}
