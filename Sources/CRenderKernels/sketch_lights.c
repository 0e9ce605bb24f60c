#include "include/sketch_places.h"
#include "sketch_maths.h"

SK_KERNEL void sketch_glows(
    sketch_canvas c, const sketch_glow *glows, int32_t count, int32_t row0, int32_t row1) {
    for (int32_t i = 0; i < count; i++) {
        const sketch_glow *g = glows + i;
        float reach = sk_max(g->core * 6, g->halo * 5);
        int32_t y0 = sk_imax(row0, sk_floor(sk_max(g->y - reach, 0))), y1 = sk_imin(row1, sk_floor(sk_max(g->y + reach + 1, 0)));
        int32_t x0 = sk_imax(0, sk_floor(sk_max(g->x - reach, 0))), x1 = sk_imin(c.width, sk_floor(sk_max(g->x + reach + 1, 0)));
        for (int32_t y = y0; y < y1; y++)
            for (int32_t x = x0; x < x1; x++) {
                float dx = (float)x + .5f - g->x, dy = (float)y + .5f - g->y, d = sqrtf(dx * dx + dy * dy);
                int64_t at = (int64_t)y * c.width + x;
                // What stands before a light still catches some of its glow.
                float open = sk_abs(c.z[at]) < g->z * .9f ? .25f : 1;
                float k = g->core_light * sk_exp(-d / g->core) * (open > .5f) + g->halo_light * sk_exp(-d / g->halo) * open;
                k *= sk_step(1, .8f, d / reach);
                float *p = c.rgb + 3 * at;
                sk_store(p, sk_add(sk_load(p), sk_scale(g->colour, k)));
            }
    }
}

SK_KERNEL void sketch_beams(sketch_canvas c, const sketch_beam *beams, int32_t count, int32_t row0, int32_t row1) {
    for (int32_t i = 0; i < count; i++) {
        const sketch_beam *b = beams + i;
        for (int32_t y = row0; y < row1; y++)
            for (int32_t x = 0; x < c.width; x++) {
                float px = (float)x + .5f - b->x, py = (float)y + .5f - b->y, t = (px * b->dx + py * b->dy) / b->reach;
                if (t <= 0 || t > 4) continue;
                int64_t at = (int64_t)y * c.width + x;
                if (sk_abs(c.z[at]) < b->z) continue;
                float q = sk_abs(py * b->dx - px * b->dy) / b->reach / (.010f + b->spread * t);
                float k = sk_exp(-q * q) * sk_exp(-t) / (1 + 1.5f * t) * b->light;
                float *p = c.rgb + 3 * at;
                sk_store(p, sk_add(sk_load(p), sk_scale(b->colour, k)));
            }
    }
}

SK_KERNEL void sketch_aurora(sketch_canvas c, const sketch_air *a, float strength, int32_t row0, int32_t row1) {
    float height = (float)c.height, u[SK_RUN], v[SK_RUN], fold[SK_RUN], fine[SK_RUN];
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            float y = ((float)row + .5f) / height, up = a->horizon / height - y;
            if (up < 0) continue;
            for (int band = 0; band < 3; band++) {
                uint32_t s = a->seed + 400u + 10u * (uint32_t)band;
                for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) / height * (1.1f + .4f * (float)band), v[i] = (float)band * 3.7f;
                sk_fbm_run(n, u, v, 3, s, fold);
                // Rays stand along the folds and lean with them.
                for (int i = 0; i < n; i++) u[i] = u[i] * 16 + fold[i] * 14, v[i] = up * .9f;
                sk_fbm_run(n, u, v, 3, s + 1, fine);
                for (int i = 0; i < n; i++) {
                    float foot = .13f + .11f * (float)band + .22f * fold[i], above = up - foot;
                    float ray = sk_clamp(.55f + .9f * fine[i], 0, 1.4f);
                    float body = sk_step(-.02f, .015f, above) * sk_exp(-sk_max(above, 0) / (.10f + .16f * ray)) * ray;
                    float mix = sk_clamp(above / .30f, 0, 1);
                    sketch_rgb k = sk_mix(sk_rgb(.10f, 1, .42f), sk_rgb(.52f, .18f, .95f), mix);
                    int64_t at = (int64_t)row * c.width + x0 + i;
                    if (c.z[at] < 150) continue;
                    float *p = c.rgb + 3 * at;
                    sk_store(p, sk_add(sk_load(p), sk_scale(k, body * strength * (.62f - .14f * (float)band))));
                }
            }
        }
}

SK_KERNEL void sketch_rainbow(sketch_canvas c, const sketch_air *a, float strength, int32_t row0, int32_t row1) {
    float height = (float)c.height, width = (float)c.width;
    float x0 = width - a->sun_x, y0 = a->horizon + .34f * height, r = .92f * height;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x = 0; x < c.width; x++) {
            float dx = (float)x + .5f - x0, dy = (float)row + .5f - y0, d = (sqrtf(dx * dx + dy * dy) - r) / (.055f * height);
            if (sk_abs(d) > 1.6f) continue;
            int64_t at = (int64_t)row * c.width + x;
            if (c.z[at] < 14) continue;
            sketch_rgb k = sk_rgb(sk_exp(-sk_square((d - .45f) / .34f)), sk_exp(-sk_square(d / .34f)), sk_exp(-sk_square((d + .45f) / .34f)));
            float *p = c.rgb + 3 * at;
            sk_store(p, sk_add(sk_load(p), sk_scale(k, .26f * strength * sk_step(0, .25f, (a->horizon - (float)row) / height + .1f))));
        }
}

SK_KERNEL void sketch_paint_plume(
    sketch_canvas c, const sketch_air *a, const sketch_plume *p, int32_t row0, int32_t row1) {
    float u[SK_RUN], v[SK_RUN], here[SK_RUN], ahead[SK_RUN], sway[SK_RUN];
    int32_t y0 = sk_imax(row0, sk_floor(sk_max(p->y - p->rise, 0))), y1 = sk_imin(row1, sk_floor(sk_max(p->y + p->width * .2f, 0)));
    float reach = p->width * 1.3f + sk_abs(p->lean) * p->rise;
    int32_t from = sk_imax(0, sk_floor(sk_max(p->x - reach, 0))), to = sk_imin(c.width, sk_floor(sk_max(p->x + reach, 0)));
    float side = a->sun_x < p->x ? -1 : 1;
    for (int32_t row = y0; row < y1; row++)
        for (int32_t x0 = from; x0 < to; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, to - x0);
            float t = sk_clamp((p->y - (float)row - .5f) / p->rise, 0, 1), grown = sqrtf(t), half = p->width * (.10f + .90f * grown * grown * (2 - grown));
            for (int i = 0; i < n; i++) u[i] = 0, v[i] = t * 3.2f;
            sk_fbm_run(n, u, v, 2, p->seed, sway);
            for (int i = 0; i < n; i++) {
                u[i] = ((float)(x0 + i) + .5f - p->x) / p->width * 1.7f, v[i] = (float)(row - p->y) / p->width * 1.7f + 30;
            }
            sk_billow_run(n, u, v, 5, p->seed + 5, here);
            for (int i = 0; i < n; i++) u[i] += side * .16f, v[i] -= .14f;
            sk_billow_run(n, u, v, 4, p->seed + 5, ahead);
            for (int i = 0; i < n; i++) {
                float middle = p->x + p->lean * t * sqrtf(t) * p->rise + sway[i] * p->width * .5f * t;
                float off = ((float)(x0 + i) + .5f - middle) / half, body = 1 - off * off - 1.1f * here[i];
                float cover = sk_step(.0f, .55f, body) * sk_step(1, .55f, t) * p->density;
                int64_t at = (int64_t)row * c.width + x0 + i;
                if (cover <= 0 || sk_abs(c.z[at]) < p->z * .95f) continue;
                float lit = sk_clamp(.45f + (ahead[i] - here[i]) * .9f + .22f * off * side, 0, 1);
                sketch_rgb k = sk_mix(p->shade, p->lit, lit);
                k = sk_add(k, sk_scale(p->fire, sk_exp(-t / .14f) * sk_clamp(1.1f - .5f * lit, 0, 1)));
                sk_over(c.rgb + 3 * at, k, cover);
                if (cover > .6f) c.z[at] = sk_min(c.z[at], p->z);
            }
        }
}
