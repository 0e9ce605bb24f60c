#include "sketch_hand.h"

// The structure tensor of the lights in cells, smoothed; strokes run across the
// steepest change. The third value is how much there is to draw.
void sketch_flow(
    const float *lights, int32_t width, int32_t height, int32_t step, float *cells, float *scratch, int32_t columns,
    int32_t rows) {
    float *small = scratch;
    for (int32_t cy = 0; cy < rows; cy++)
        for (int32_t cx = 0; cx < columns; cx++) {
            float sum = 0, n = 0;
            for (int32_t y = cy * step; y < sk_imin((cy + 1) * step, height); y++)
                for (int32_t x = cx * step; x < sk_imin((cx + 1) * step, width); x++, n += 1) sum += lights[(int64_t)y * width + x];
            small[(int64_t)cy * columns + cx] = sum / sk_max(n, 1);
        }
    for (int32_t y = 0; y < rows; y++)
        for (int32_t x = 0; x < columns; x++) {
            float gx = small[(int64_t)y * columns + sk_imin(x + 1, columns - 1)] - small[(int64_t)y * columns + sk_imax(x - 1, 0)];
            float gy = small[(int64_t)sk_imin(y + 1, rows - 1) * columns + x] - small[(int64_t)sk_imax(y - 1, 0) * columns + x];
            float *c = cells + 3 * ((int64_t)y * columns + x);
            c[0] = gx * gx, c[1] = gx * gy, c[2] = gy * gy;
        }
    sketch_blur(cells, scratch, columns, rows, 2.2f);
    for (int64_t i = 0; i < (int64_t)columns * rows; i++) {
        float *c = cells + 3 * i, xx = c[0], xy = c[1], yy = c[2], spread = sqrtf(sk_max((xx - yy) * (xx - yy) + 4 * xy * xy, 0));
        // The direction of the larger change is (vx, vy); the stroke turns a quarter.
        float vx = xy, vy = (xx + yy + spread) / 2 - xx, l = sqrtf(vx * vx + vy * vy);
        if (l < 1e-9f) vx = xx >= yy ? 1 : 0, vy = xx >= yy ? 0 : 1, l = 1;
        float detail = sqrtf(xx + yy);
        // Where nothing changes strokes lie nearly level.
        if (detail < .004f) vx = .12f, vy = .99f, l = 1;
        c[0] = -vy / l, c[1] = vx / l, c[2] = detail;
    }
}

float sketch_flow_detail(const float *cells, int64_t count, float share) {
    int64_t counts[512] = {0}, sum = 0;
    for (int64_t i = 0; i < count; i++) counts[(int32_t)(sk_clamp(cells[3 * i + 2] * 2, 0, 1) * 511)]++;
    for (int32_t k = 0; k < 512; k++)
        if ((sum += counts[k]) >= (int64_t)((float)count * share)) return ((float)k + .5f) / 1022;
    return 1;
}

typedef struct {
    float x[4], y[4], half, left, right, top, bottom;
    sketch_rgb c;
    float height;
    uint32_t seed;
} sk_stroke;

SK_INLINE float sk_spread(int32_t x, int32_t y, uint32_t seed) {
    return sk_unit(x, y, seed) + sk_unit(x, y, seed + 1) + sk_unit(x, y, seed + 2) - 1.5f;
}

// A stroke of one cell of a layer; returns 0 where there is nothing to say.
SK_INLINE int sk_stroke_at(
    const sketch_plate *p, const float *flow, int32_t step, int32_t columns, int32_t rows, int32_t cx, int32_t cy,
    float space, float size, float least, uint32_t seed, sk_stroke *s) {
    float x = ((float)cx + sk_unit(cx, cy, seed)) * space, y = ((float)cy + sk_unit(cx, cy, seed + 1)) * space;
    if (x < 0 || y < 0 || x >= (float)p->width || y >= (float)p->height) return 0;
    const float *f = flow + 3 * ((int64_t)sk_imin((int32_t)y / step, rows - 1) * columns + sk_imin((int32_t)x / step, columns - 1));
    if (f[2] < least) return 0;
    float turn = sk_spread(cx, cy, seed + 2) * .16f, ux = f[0] - f[1] * turn, uy = f[1] + f[0] * turn;
    float l = sqrtf(ux * ux + uy * uy) + 1e-6f, bend = sk_spread(cx, cy, seed + 5) * .5f;
    ux /= l, uy /= l;
    float reach = size * (1.5f + 1.5f * sk_unit(cx, cy, seed + 8)), at[4] = {-1, -.4f, .3f, 1};
    s->half = size * (.38f + .22f * sk_unit(cx, cy, seed + 9));
    s->left = s->top = 1e9f, s->right = s->bottom = -1e9f;
    for (int i = 0; i < 4; i++) {
        float t = at[i], k = bend * t * t;
        s->x[i] = x + (ux * t - uy * k) * reach, s->y[i] = y + (uy * t + ux * k) * reach;
        s->left = sk_min(s->left, s->x[i]), s->right = sk_max(s->right, s->x[i]);
        s->top = sk_min(s->top, s->y[i]), s->bottom = sk_max(s->bottom, s->y[i]);
    }
    s->left -= s->half + 1, s->right += s->half + 1, s->top -= s->half + 1, s->bottom += s->half + 1;
    sketch_rgb c = sk_load(p->rgb + 3 * ((int64_t)(int32_t)y * p->width + (int32_t)x));
    float light = 1 + .09f * sk_spread(cx, cy, seed + 12);
    s->c = sk_rgb(c.r * light + .018f * sk_spread(cx, cy, seed + 15), c.g * light + .014f * sk_spread(cx, cy, seed + 18), c.b * light + .018f * sk_spread(cx, cy, seed + 21));
    s->height = .5f + .42f * sk_spread(cx, cy, seed + 24), s->seed = seed + sk_hash(cx, cy, seed) % 4096u;
    return 1;
}

SK_INLINE void sk_lay_stroke(const sketch_plate *p, const sk_stroke *s, float *target, float *relief, int32_t row0, int32_t row1) {
    int32_t y0 = sk_imax(row0, (int32_t)sk_max(s->top, 0)), y1 = sk_imin(row1, (int32_t)sk_max(s->bottom + 1, 0));
    int32_t x0 = sk_imax(0, (int32_t)sk_max(s->left, 0)), x1 = sk_imin(p->width, (int32_t)sk_max(s->right + 1, 0));
    float best[SK_RUN], side[SK_RUN], along[SK_RUN], reach = (s->half + .5f) * (s->half + .5f);
    for (int32_t y = y0; y < y1; y++)
        for (int32_t from = x0; from < x1; from += SK_RUN) {
            int n = sk_imin(SK_RUN, x1 - from);
            float py = (float)y + .5f;
            for (int j = 0; j < n; j++) best[j] = 1e9f;
            for (int i = 0; i < 3; i++) {
                float ax = s->x[i], ay = s->y[i], dx = s->x[i + 1] - ax, dy = s->y[i + 1] - ay, k = 1 / (dx * dx + dy * dy + 1e-6f);
                for (int j = 0; j < n; j++) {
                    float px = (float)(from + j) + .5f, t = sk_clamp(((px - ax) * dx + (py - ay) * dy) * k, 0, 1);
                    float ex = px - ax - dx * t, ey = py - ay - dy * t, d = ex * ex + ey * ey;
                    int nearer = d < best[j];
                    best[j] = nearer ? d : best[j];
                    side[j] = nearer ? (ex * dy - ey * dx) : side[j];
                    along[j] = nearer ? ((float)i + t) / 3 : along[j];
                }
            }
            for (int j = 0; j < n; j++) {
                if (best[j] > reach) continue;
                // Bristles leave ridges along the stroke and run dry at its end.
                float d = sqrtf(best[j]), across = (side[j] > 0 ? d : -d) / s->half;
                float bristle = sk_noise(across * 4.5f + 20, along[j] * 1.1f, s->seed);
                float end = sk_step(1, .72f, along[j] + .25f * bristle), cover = sk_clamp(s->half - d + .5f, 0, 1) * (.35f + .65f * end);
                int64_t at = (int64_t)y * p->width + from + j;
                sk_over(target + 3 * at, sk_scale(s->c, 1 + .10f * bristle), cover);
                relief[at] = sk_lerp(relief[at], s->height + .30f * bristle - .20f * across * across, cover);
            }
        }
}

SK_KERNEL void sketch_strokes(
    const sketch_plate *p, const float *flow, int32_t step, int32_t columns, int32_t rows, float middling, float fine,
    float *target, float *relief, int32_t row0, int32_t row1) {
    float unit = (float)p->height / 720;
    memcpy(target + 3 * (int64_t)row0 * p->width, p->rgb + 3 * (int64_t)row0 * p->width, 3 * sizeof(float) * (size_t)p->width * (size_t)(row1 - row0));
    for (int64_t at = (int64_t)row0 * p->width; at < (int64_t)row1 * p->width; at++) relief[at] = .5f;
    static const float sizes[3] = {13, 7, 3.4f}, spaces[3] = {12.5f, 9.2f, 6};
    for (int layer = 0; layer < 3; layer++) {
        float size = sizes[layer] * unit, space = sk_max(spaces[layer] * unit, 1.5f), least = layer == 0 ? 0 : layer == 1 ? middling : fine;
        uint32_t seed = p->seed + 500u + 40u * (uint32_t)layer;
        float reach = size * 3.6f + space;
        int32_t c0 = sk_floor(-1), c1 = sk_floor((float)p->width / space) + 1;
        int32_t r0 = sk_floor(((float)row0 - reach) / space), r1 = sk_floor(((float)row1 + reach) / space) + 1;
        // No stroke waits for its neighbour: which comes first is left to chance.
        for (uint32_t turn = 0; turn < 4; turn++)
            for (int32_t cy = r0; cy <= r1; cy++)
                for (int32_t cx = c0; cx <= c1; cx++) {
                    if ((sk_hash(cx, cy, seed + 33) & 3u) != turn) continue;
                    sk_stroke s;
                    if (sk_stroke_at(p, flow, step, columns, rows, cx, cy, space, size, least, seed, &s)) sk_lay_stroke(p, &s, target, relief, row0, row1);
                }
    }
}

SK_KERNEL void sketch_impasto(const sketch_plate *p, const float *relief, int32_t row0, int32_t row1) {
    float unit = sk_max((float)p->height / 720, .35f);
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < p->width; x++) {
            int64_t at = (int64_t)y * p->width + x;
            float gx = relief[(int64_t)y * p->width + sk_imin(x + 1, p->width - 1)] - relief[(int64_t)y * p->width + sk_imax(x - 1, 0)];
            float gy = relief[(int64_t)sk_imin(y + 1, p->height - 1) * p->width + x] - relief[(int64_t)sk_imax(y - 1, 0) * p->width + x];
            float lit = (gx * .6f + gy * .8f) * .17f * unit;
            sketch_rgb c = sk_load(p->rgb + 3 * at);
            // Thick paint shines most where it is light.
            lit *= .45f + .9f * sk_clamp(sk_luma(c), 0, 1);
            sk_put(p->bytes + p->stride * y + 4 * x, sk_rgb(c.r + lit, c.g + lit, c.b + lit));
        }
}
