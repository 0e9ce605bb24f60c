#include "sketch_maths.h"

// The sky without clouds at one pixel.
SK_INLINE sketch_rgb sk_clear(const sketch_air *a, const sketch_sky_plan *p, float height, float x, float y) {
    float t = sk_clamp(y / a->horizon, 0, 1) * (float)(p->ramp_count - 1);
    int32_t i = sk_imin((int32_t)t, p->ramp_count - 2);
    const float *s = p->ramp + 3 * i;
    sketch_rgb c = sk_mix(sk_load(s), sk_load(s + 3), t - (float)i);
    float dx = (x - a->sun_x) / height, dy = (y - a->sun_y) / height;
    float d = sqrtf(dx * dx * .8f + dy * dy * 1.2f), k = y / a->horizon;
    c = sk_scale(c, 1 - .22f * sk_step(.2f, 1.5f, sk_abs(dx)) * sk_step(.3f, 1, k));
    float glow = (.42f * sk_exp(-d / .05f) + .20f * sk_exp(-d / .16f) + .10f * sk_exp(-d / .5f));
    return sk_add(c, sk_scale(a->sun, glow * a->sun_visible * .55f));
}

SK_INLINE sketch_rgb sk_disc(
    sketch_rgb c, const sketch_air *a, const sketch_sky_plan *p, float height, float x, float y) {
    if (p->disc <= 0 || a->sun_visible < .3f) return c;
    float dx = x - a->sun_x, dy = y - a->sun_y, r = p->disc * height;
    float m = sk_clamp(.5f + (r - sqrtf(dx * dx + dy * dy)) / 1.6f, 0, 1);
    if (m <= 0) return c;
    sketch_rgb face = sk_rgb(7, 6.9f, 6.4f);
    if (p->is_moon) {
        float maria = .82f + .5f * sk_fbm(dx / height * 38 + 7, dy / height * 38, 3, a->seed + 3);
        face = sk_scale(sk_rgb(1.7f, 1.67f, 1.57f), sk_clamp(maria, .4f, 1));
    } else {
        face = sk_mix(sk_scale(a->sun, 3), face, .5f);
    }
    return sk_mix(c, face, m);
}

// A field of stars, one to a cell, each a soft dot of the same angular size.
SK_INLINE float sk_stars(float u, float v, uint32_t seed, float pixel) {
    float sum = 0;
    int32_t cx = sk_floor(u * 30), cy = sk_floor(v * 30);
    for (int32_t j = -1; j <= 1; j++)
        for (int32_t i = -1; i <= 1; i++) {
            float x = (float)(cx + i) + sk_unit(cx + i, cy + j, seed + 6);
            float y = (float)(cy + j) + sk_unit(cx + i, cy + j, seed + 7);
            float dx = u - x / 30, dy = v - y / 30, s = sk_max(.0011f, pixel * .6f);
            float d = dx * dx + dy * dy;
            if (d > 12 * s * s) continue;
            float b = sk_unit(cx + i, cy + j, seed + 5), m = b * b * b;
            sum += (.10f + 3 * m * m) * (.0011f * .0011f) / (s * s) * sk_exp(-d / (s * s));
        }
    return sum;
}

typedef struct {
    float x[SK_RUN], y[SK_RUN], d[SK_RUN];
    sketch_rgb c[SK_RUN];
} sk_sky_run;

// High clouds on a plane, lit from the side where they thin towards the sun.
SK_INLINE void sk_plane_clouds(
    sk_sky_run *r, int n, const sketch_air *a, const sketch_sky_plan *p, float width, float height) {
    float px[SK_RUN], py[SK_RUN], qx[SK_RUN], qy[SK_RUN], w[SK_RUN], thick[SK_RUN], ahead[SK_RUN];
    float lift = sk_max((a->horizon - a->sun_y) / height, 0) + .045f;
    float sx = (a->sun_x - width / 2) / height / lift * .9f, sz = .75f / lift;
    float shift = (float)(a->seed & 255u);
    for (int i = 0; i < n; i++) {
        float v = sk_max((a->horizon - r->y[i]) / height, 0) + .045f;
        px[i] = (r->x[i] - width / 2) / height / v * .9f;
        py[i] = .75f / v;
        qx[i] = px[i] * .5f, qy[i] = py[i] * .5f;
    }
    sk_fbm_run(n, qx, qy, 2, a->seed + 11, w);
    for (int i = 0; i < n; i++) qx[i] = px[i] * .62f + w[i] * 1.3f + shift, qy[i] = py[i] * .9f + w[i] * .7f;
    sk_fbm_run(n, qx, qy, 6, a->seed + 21, thick);
    for (int i = 0; i < n; i++) {
        float ox = sx - px[i], oz = sz - py[i], l = sqrtf(ox * ox + oz * oz) + 1e-3f, k = sk_min(.30f, l) / l;
        qx[i] += ox * k * .62f, qy[i] += oz * k * .9f;
    }
    sk_fbm_run(n, qx, qy, 4, a->seed + 21, ahead);
    float low = .42f - .75f * p->coverage;
    for (int i = 0; i < n; i++) {
        float up = (a->horizon - r->y[i]) / height, near = sk_exp(-r->d[i] / .30f) * a->sun_visible;
        float cover = sk_step(low, low + .34f, thick[i]) * sk_step(0, .10f, up + .01f);
        float lit = 1 / (1 + sk_exp(-(thick[i] - ahead[i]) * 7 + .2f)), deep = sk_step(low + .1f, low + .75f, thick[i]);
        sketch_rgb c = sk_mix(a->cloud_shade, a->cloud_lit, sk_clamp(lit * (1 - .55f * deep) + .15f, 0, 1));
        c = sk_add(c, sk_scale(a->sun, .9f * near * (1 - .75f * deep)));
        c = sk_mix(c, r->c[i], sk_clamp(sk_exp(-up / .10f) * .55f, 0, 1));
        r->c[i] = sk_mix(r->c[i], c, cover * .94f);
    }
}

SK_INLINE void sk_bank_density(
    int n, const float *u, const float *v, const sketch_air *a, float top, float amplitude, float scale, uint32_t bank,
    float *out) {
    float x[SK_RUN], y[SK_RUN], edge[SK_RUN], warp[SK_RUN];
    for (int i = 0; i < n; i++) x[i] = u[i] * scale * .6f + (float)(bank * 9 + (a->seed & 255u)), y[i] = 0;
    sk_fbm_run(n, x, y, 3, a->seed + 31 + bank, edge);
    for (int i = 0; i < n; i++) x[i] = u[i] * 2, y[i] = v[i] * 2;
    sk_fbm_run(n, x, y, 2, a->seed + 33, warp);
    for (int i = 0; i < n; i++) {
        x[i] = (u[i] + warp[i] * .06f) * scale * 2.6f, y[i] = (v[i] + warp[i] * .06f) * scale * 3.2f;
    }
    sk_billow_run(n, x, y, 5, a->seed + 35 + bank, out);
    for (int i = 0; i < n; i++)
        out[i] = (v[i] - (top - amplitude * (.55f + 1.4f * edge[i]))) / .10f + 1.15f * out[i];
}

// A bank of heaped clouds near the horizon, with a hole where the disc is.
SK_INLINE void sk_cumulus(
    sk_sky_run *r, int n, const sketch_air *a, const sketch_sky_plan *p, float height, uint32_t bank) {
    static const float bases[2] = {.10f, .03f}, amplitudes[2] = {.16f, .14f}, scales[2] = {2.6f, 1.9f};
    float u[SK_RUN], v[SK_RUN], here[SK_RUN], ahead[SK_RUN], top = a->horizon / height - bases[bank];
    if ((a->horizon - r->y[0]) / height > bases[bank] + amplitudes[bank] * 1.6f + .12f) return;
    for (int i = 0; i < n; i++) u[i] = r->x[i] / height, v[i] = r->y[i] / height;
    sk_bank_density(n, u, v, a, top, amplitudes[bank], scales[bank], bank, here);
    for (int i = 0; i < n; i++) {
        float dx = a->sun_x / height - u[i], dy = a->sun_y / height - v[i], l = sqrtf(dx * dx + dy * dy) + 1e-3f;
        u[i] += dx / l * .035f, v[i] += dy / l * .035f;
    }
    sk_bank_density(n, u, v, a, top, amplitudes[bank], scales[bank], bank, ahead);
    sketch_rgb far = sk_mix(a->fog, a->glow, .5f);
    for (int i = 0; i < n; i++) {
        float up = (a->horizon - r->y[i]) / height, d = r->d[i];
        float hole = 1 - .9f * sk_exp(-(d / .055f) * (d / .055f)) * a->sun_visible;
        float cover = sk_step(0, .35f, here[i]) * sk_step(0, .06f, up) * hole;
        float lit = sk_clamp(.42f + (here[i] - ahead[i]) * .55f, 0, 1);
        sketch_rgb c = sk_mix(a->cloud_shade, sk_scale(a->cloud_lit, 1.15f), lit);
        c = sk_add(c, sk_scale(a->sun, sk_exp(-d / .25f) * .5f * a->sun_visible * (1 - sk_step(.3f, 2, here[i]))));
        c = sk_mix(c, far, sk_step(.16f, 0, up) * .75f);
        r->c[i] = sk_mix(r->c[i], c, cover * .9f * p->cumulus);
    }
}

SK_KERNEL void sketch_sky(
    sketch_canvas c, const sketch_air *a, const sketch_sky_plan *p, int32_t row0, int32_t row1) {
    float width = (float)c.width, height = (float)c.height;
    sk_sky_run r;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            for (int i = 0; i < n; i++) {
                float x = (float)(x0 + i) + .5f, y = (float)row + .5f;
                float dx = (x - a->sun_x) / height, dy = (y - a->sun_y) / height;
                r.x[i] = x, r.y[i] = y, r.d[i] = sqrtf(dx * dx * .8f + dy * dy * 1.2f);
                r.c[i] = sk_clear(a, p, height, x, y);
                if (p->stars > 0 && y < a->horizon) {
                    float k = sk_stars(x / height, y / height, a->seed, 1 / height) * p->stars;
                    k *= sk_step(1, .55f, y / a->horizon);
                    r.c[i] = sk_add(r.c[i], sk_rgb(.9f * k, .95f * k, 1.1f * k));
                }
                r.c[i] = sk_disc(r.c[i], a, p, height, x, y);
            }
            if ((float)row < a->horizon + 2) {
                if (p->coverage > 0) sk_plane_clouds(&r, n, a, p, width, height);
                if (p->cumulus > 0) sk_cumulus(&r, n, a, p, height, 0), sk_cumulus(&r, n, a, p, height, 1);
            }
            int64_t at = (int64_t)row * c.width + x0;
            for (int i = 0; i < n; i++) sk_store(c.rgb + 3 * (at + i), r.c[i]), c.z[at + i] = 200;
        }
}
