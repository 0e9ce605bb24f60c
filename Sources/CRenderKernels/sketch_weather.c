#include "sketch_maths.h"

SK_KERNEL void sketch_haze(sketch_canvas c, const sketch_air *a, float strength, int32_t row0, int32_t row1) {
    float u[SK_RUN], v[SK_RUN], drift[SK_RUN], height = (float)c.height;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) / height * 1.5f, v[i] = ((float)row + .5f) / height * 4;
            sk_fbm_run(n, u, v, 4, a->seed + 91, drift);
            for (int i = 0; i < n; i++) {
                int64_t at = (int64_t)row * c.width + x0 + i;
                float far = 1 - sk_exp(-sk_pow(sk_abs(c.z[at]) * .07f, 1.1f));
                sk_over(c.rgb + 3 * at, sk_fog(a, (float)(x0 + i) + .5f),
                    far * sk_clamp(.75f + .5f * drift[i], 0, 1) * .85f * strength);
            }
        }
}

// Distance from a point to a mark's line.
SK_INLINE float sk_from_line(const sketch_mark *m, float x, float y) {
    float px = x - m->x, py = y - m->y, l = m->dx * m->dx + m->dy * m->dy;
    float t = l > 0 ? sk_clamp((px * m->dx + py * m->dy) / l, 0, 1) : 0;
    px -= t * m->dx, py -= t * m->dy;
    return sqrtf(px * px + py * py);
}

void sketch_marks(
    sketch_canvas c, const sketch_mark *marks, int32_t count, sketch_rgb colour, float veil, int32_t row0,
    int32_t row1) {
    for (int32_t i = 0; i < count; i++) {
        const sketch_mark *m = marks + i;
        float reach = m->radius + 1, top = sk_min(m->y, m->y + m->dy) - reach, bottom = sk_max(m->y, m->y + m->dy) + reach;
        int32_t y0 = sk_imax(row0, (int32_t)sk_max(top, 0)), y1 = sk_imin(row1, (int32_t)sk_max(bottom + 1, 0));
        int32_t x0 = sk_imax(0, (int32_t)sk_max(sk_min(m->x, m->x + m->dx) - reach, 0));
        int32_t x1 = sk_imin(c.width, (int32_t)sk_max(sk_max(m->x, m->x + m->dx) + reach + 1, 0));
        // A mark thinner than a pixel keeps its share of light.
        float radius = sk_max(m->radius, .6f), alpha = m->alpha * m->radius / radius;
        for (int32_t y = y0; y < y1; y++)
            for (int32_t x = x0; x < x1; x++) {
                float d = sk_from_line(m, (float)x + .5f, (float)y + .5f) / radius;
                if (d >= 1.6f) continue;
                float *p = c.rgb + 3 * ((int64_t)y * c.width + x), k = alpha * sk_step(1.6f, .2f, d);
                sketch_rgb here = sk_load(p);
                sk_store(p, sk_mix(here, sk_add(sk_scale(here, veil), colour), k));
            }
    }
}
