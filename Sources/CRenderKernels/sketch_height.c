#include "sketch_land.h"

SK_INLINE float sk_smooth(float t) {
    t = sk_clamp(t, 0, 1);
    return t * t * (3 - 2 * t);
}
SK_INLINE void sk_ridged_run(
    int n, const float *restrict x, const float *restrict y, int octaves, uint32_t seed, float *restrict out) {
    float px[SK_LANES], py[SK_LANES], w[SK_LANES], a = .5f;
    for (int i = 0; i < n; i++) px[i] = x[i], py[i] = y[i], w[i] = 1, out[i] = 0;
    for (int o = 0; o < octaves; o++, a *= .5f) {
        uint32_t s = seed + 17u * (uint32_t)o;
        for (int i = 0; i < n; i++) {
            float r = 1 - sk_abs(sk_noise(px[i], py[i], s));
            r *= r * w[i];
            w[i] = sk_clamp(r * 1.9f, 0, 1);
            out[i] += a * r;
            float nx = (px[i] * .8f + py[i] * .6f) * 2.03f + 3.1f;
            py[i] = (py[i] * .8f - px[i] * .6f) * 2.03f - 1.7f;
            px[i] = nx;
        }
    }
}
// The same noise at (k x + dx, k z + dz).
SK_INLINE void sk_fbm_at(
    int n, const float *x, float z, float k, float dx, float dz, int octaves, uint32_t seed, float *out) {
    float u[SK_LANES], v[SK_LANES];
    for (int i = 0; i < n; i++) u[i] = x[i] * k + dx, v[i] = z * k + dz;
    sk_fbm_run(n, u, v, octaves, seed, out);
}

// A valley opens under the light, so that the eye has somewhere to go.
SK_INLINE void sk_mountains(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float e = sk_smooth((z - 4) / 16), w[SK_LANES], v[SK_LANES], r[SK_LANES], base[SK_LANES];
    sk_fbm_at(n, x, z, .35f, 0, 0, sk_imin(oc, 4), s + 3, base);
    for (int i = 0; i < n; i++) h[i] = .25f * base[i] - .22f + .10f * e;
    if (e <= 0) return;
    sk_fbm_at(n, x, z, .05f, 0, 0, 2, s + 5, w);
    for (int i = 0; i < n; i++) w[i] = (x[i] + 4 * w[i]) * .042f, v[i] = z * .042f;
    sk_ridged_run(n, w, v, oc, s, r);
    for (int i = 0; i < n; i++) {
        float open = 1 - .62f * sk_exp(-sk_square((x[i] / z - p->gap) / .30f));
        h[i] += e * p->amplitude * open * (r[i] * 1.25f - .18f);
    }
}
SK_INLINE void sk_dunes(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, float *h) {
    float w[SK_LANES], far = .15f + .85f * sk_clamp((z - 1.2f) / 5, 0, 1);
    sk_fbm_at(n, x, z, .10f, 0, 0, 2, s + 5, w);
    for (int i = 0; i < n; i++) {
        float k = w[i] * 2.2f;
        float r = 1 - sk_abs(sk_noise(x[i] * .16f + k * .5f, z * .30f + k * .3f, s));
        float small = 1 - sk_abs(sk_noise(x[i] * .55f + k, z * .8f, s + 2));
        h[i] = p->amplitude * ((r * r * .62f + .10f * small) * far - .18f);
    }
}
SK_INLINE void sk_hills(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float f = sk_smooth((z - 1) / 14), broad[SK_LANES], fine[SK_LANES];
    sk_fbm_at(n, x, z, .09f, 0, 0, 3, s, broad);
    sk_fbm_at(n, x, z, .8f, 0, 0, sk_imin(oc, 3), s + 1, fine);
    for (int i = 0; i < n; i++) {
        float open = 1 - .4f * sk_exp(-sk_square((x[i] / z - p->gap) / .35f));
        h[i] = p->amplitude * f * (.35f + broad[i] * 1.1f) * open + .05f * fine[i];
        // A river bed runs towards the light.
        if (p->has_water) h[i] -= .34f * sk_exp(-sk_square((x[i] - p->gap * z - .8f * sk_sin(z * .3f)) / (.7f + .05f * z)));
    }
}
SK_INLINE void sk_mesas(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float broad[SK_LANES], fine[SK_LANES], floor[SK_LANES], far = sk_clamp((z - 6) / 10, 0, 1);
    sk_fbm_at(n, x, z, .3f, 0, 0, sk_imin(oc, 4), s + 3, floor);
    for (int i = 0; i < n; i++) h[i] = .10f * floor[i];
    if (far <= 0) return;
    sk_fbm_at(n, x, z, .075f, 9, 0, 4, s, broad);
    sk_fbm_at(n, x, z, .5f, 0, 0, sk_imin(oc, 5), s + 4, fine);
    for (int i = 0; i < n; i++) {
        float k = broad[i] * 1.9f + .12f * fine[i] - .42f * sk_exp(-sk_square((x[i] / z - p->gap) / .22f));
        float steps = .62f * sk_smooth((k - .10f) / .10f) + .38f * sk_smooth((k - .36f) / .08f);
        h[i] += far * p->amplitude * (steps + .12f * sk_max(k, 0));
    }
}
// A rocky arm that reaches in from the side away from `gap`.
SK_INLINE void sk_headland(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float side = p->gap < 0 ? 1 : -1, far = sk_smooth(1 - sk_abs(z - 7.5f) / 5.5f);
    float edge[SK_LANES], u[SK_LANES], v[SK_LANES], r[SK_LANES];
    for (int i = 0; i < n; i++) h[i] = -.12f, u[i] = z * .25f, v[i] = x[i] * .25f;
    if (far <= 0) return;
    sk_fbm_run(n, u, v, 3, s + 7, edge);
    sk_ridged_run(n, v, u, oc, s, r);
    for (int i = 0; i < n; i++) {
        float b = sk_smooth((side * x[i] - 1.1f - .16f * z + .9f * edge[i]) / 1.7f);
        h[i] += far * b * p->amplitude * (.55f + .5f * r[i]);
    }
}
SK_INLINE void sk_swell(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, float *h) {
    float w[SK_LANES], c[SK_LANES];
    sk_fbm_at(n, x, z, .3f, 0, 0, 2, s + 5, w);
    sk_fbm_at(n, x, z, 1.2f, 0, 0, 2, s + 3, c);
    for (int i = 0; i < n; i++) {
        float k = w[i] * 1.4f, q = sk_noise(x[i] * .22f + k * .5f, z * .42f + k * .4f, s);
        float q2 = sk_noise(x[i] * .6f + k, z, s + 2), a = 1 - sqrtf(q * q + .006f), b = 1 - sqrtf(q2 * q2 + .03f);
        h[i] = p->amplitude * (a * a * a * .75f + .22f * b * b + .02f * c[i]);
    }
}
// Sand that slopes into the water along a slanted, wavering line.
SK_INLINE void sk_beach(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, float *h) {
    float side = p->gap < 0 ? 1 : -1, edge[SK_LANES], fine[SK_LANES];
    sk_fbm_at(n, x, z, .35f, 0, 0, 3, s + 7, edge);
    sk_fbm_at(n, x, z, 2.4f, 0, 0, 3, s + 8, fine);
    for (int i = 0; i < n; i++) {
        float u = 2.5f + side * x[i] * 1.5f + .9f * edge[i] - z * .86f;
        h[i] = u > 0 ? .028f * u * (1 + .2f * u) + .010f * fine[i] * sk_min(u, 1) : .05f * u;
    }
}
// Distance from the border between the cells of a plane that is broken up.
SK_INLINE float sk_plates(float x, float z, uint32_t s, float *cell) {
    int32_t cx = sk_floor(x), cz = sk_floor(z);
    float first = 9, second = 9;
    for (int32_t j = -1; j <= 1; j++)
        for (int32_t i = -1; i <= 1; i++) {
            float dx = (float)(cx + i) + sk_unit(cx + i, cz + j, s) - x;
            float dz = (float)(cz + j) + sk_unit(cx + i, cz + j, s + 1) - z, d = dx * dx + dz * dz;
            if (d < first) second = first, first = d, *cell = sk_unit(cx + i, cz + j, s + 2);
            else if (d < second) second = d;
        }
    return sqrtf(second) - sqrtf(first);
}
SK_INLINE void sk_ice(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float broad[SK_LANES], wave[SK_LANES], u[SK_LANES], v[SK_LANES], r[SK_LANES];
    float far = sk_smooth((z - 5) / 6);
    sk_fbm_at(n, x, z, .075f, 4, 0, 2, s + 4, broad);
    sk_fbm_at(n, x, z, 1.3f, 0, 0, 3, s + 6, wave);
    for (int i = 0; i < n; i++) u[i] = x[i] * .16f, v[i] = z * .16f;
    sk_ridged_run(n, u, v, sk_imin(oc, 6), s, r);
    for (int i = 0; i < n; i++) {
        float cell, border = sk_plates(x[i] * .62f + .25f * wave[i], z * .62f + .25f * wave[i], s + 40, &cell);
        float floe = cell > .28f ? sk_step(.05f, .10f, border) : 0;
        h[i] = -.05f + floe * (.075f + .05f * cell + .02f * wave[i]);
        float open = 1 - .8f * sk_exp(-sk_square((x[i] / z - p->gap) / .22f));
        h[i] += far * open * sk_smooth((broad[i] - .02f) / .22f) * p->amplitude * (.25f + 1.1f * r[i]);
    }
}
SK_INLINE float sk_crater(float x, float z, float size, uint32_t s) {
    float u = x / size, v = z / size, sum = 0;
    int32_t cx = sk_floor(u), cz = sk_floor(v);
    for (int32_t j = -1; j <= 1; j++)
        for (int32_t i = -1; i <= 1; i++) {
            float rim = .16f + .26f * sk_unit(cx + i, cz + j, s + 2);
            float dx = (float)(cx + i) + sk_unit(cx + i, cz + j, s) - u, dz = (float)(cz + j) + sk_unit(cx + i, cz + j, s + 1) - v;
            float d = sqrtf(dx * dx + dz * dz) / rim;
            if (d > 1.9f) continue;
            float bowl = d < 1 ? d * d * 1.5f - 1.1f : .4f * sk_square(sk_max(0, 1.9f - d) / .9f);
            sum += bowl * rim * .42f;
        }
    return sum * size;
}
SK_INLINE void sk_craters(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float far = sk_smooth((z - 6) / 12), fine[SK_LANES], u[SK_LANES], v[SK_LANES], r[SK_LANES];
    sk_fbm_at(n, x, z, .5f, 0, 0, sk_imin(oc, 5), s + 3, fine);
    for (int i = 0; i < n; i++) u[i] = x[i] * .05f, v[i] = z * .05f;
    sk_ridged_run(n, u, v, sk_imin(oc, 6), s, r);
    for (int i = 0; i < n; i++) {
        float open = 1 - .7f * sk_exp(-sk_square((x[i] / z - p->gap) / .3f));
        h[i] = .10f * fine[i] + sk_crater(x[i], z, 3.1f, s + 60) + (oc > 4 ? sk_crater(x[i], z, 1.1f, s + 70) * .8f : 0)
            + far * open * p->amplitude * (r[i] * 1.2f - .25f);
    }
}
// One cone with a broken rim over a plain of clinker.
SK_INLINE void sk_volcano(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float u[SK_LANES], v[SK_LANES], r[SK_LANES], fine[SK_LANES], middle = -p->gap * 13;
    for (int i = 0; i < n; i++) u[i] = x[i] * .2f, v[i] = z * .2f;
    sk_ridged_run(n, u, v, sk_imin(oc, 7), s, r);
    sk_fbm_at(n, x, z, .9f, 0, 0, sk_imin(oc, 5), s + 3, fine);
    for (int i = 0; i < n; i++) {
        float d = sqrtf(sk_square(x[i] - middle) + sk_square(z - 18)), slope = sk_max(0, 1 - d / 11);
        float cone = slope * slope * (.62f + .38f * slope) * (.86f + .30f * r[i]);
        cone -= .20f * sk_step(1.7f, .5f, d);
        h[i] = p->amplitude * cone + .12f * (r[i] - .35f) + .10f * fine[i] - .06f;
    }
}
// Heaped clouds seen from above.
SK_INLINE void sk_cloud_sea(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    float u[SK_LANES], v[SK_LANES], b[SK_LANES], broad[SK_LANES];
    sk_fbm_at(n, x, z, .07f, 0, 0, 2, s + 4, broad);
    for (int i = 0; i < n; i++) u[i] = x[i] * .26f + broad[i] * .6f, v[i] = z * .26f + broad[i] * .4f;
    sk_billow_run(n, u, v, sk_imin(oc, 5), s, b);
    for (int i = 0; i < n; i++) h[i] = p->amplitude * (.42f - .62f * b[i] + .85f * sk_max(broad[i], -.25f));
}
SK_INLINE void sk_mounds(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, float *h) {
    float broad[SK_LANES], fine[SK_LANES];
    sk_fbm_at(n, x, z, .33f, 0, 0, 3, s, broad);
    sk_fbm_at(n, x, z, 2.2f, 0, 0, 3, s + 3, fine);
    for (int i = 0; i < n; i++) {
        float bank = sk_smooth((sk_abs(x[i] / z - p->gap * .4f) - .22f) / .5f) * .10f;
        h[i] = p->amplitude * (broad[i] * .5f - .10f) + bank + .02f * fine[i];
    }
}

SK_KERNEL void sk_heights(int n, const float *x, float z, const sketch_land_plan *p, uint32_t s, int oc, float *h) {
    switch (p->kind) {
    case sketch_land_mountains: sk_mountains(n, x, z, p, s, oc, h); break;
    case sketch_land_dunes: sk_dunes(n, x, z, p, s, h); break;
    case sketch_land_hills: sk_hills(n, x, z, p, s, oc, h); break;
    case sketch_land_mesas: sk_mesas(n, x, z, p, s, oc, h); break;
    case sketch_land_headland: sk_headland(n, x, z, p, s, oc, h); break;
    case sketch_land_swell: sk_swell(n, x, z, p, s, h); break;
    case sketch_land_beach: sk_beach(n, x, z, p, s, h); break;
    case sketch_land_ice: sk_ice(n, x, z, p, s, oc, h); break;
    case sketch_land_craters: sk_craters(n, x, z, p, s, oc, h); break;
    case sketch_land_volcano: sk_volcano(n, x, z, p, s, oc, h); break;
    case sketch_land_clouds: sk_cloud_sea(n, x, z, p, s, oc, h); break;
    default: sk_mounds(n, x, z, p, s, h); break;
    }
}
