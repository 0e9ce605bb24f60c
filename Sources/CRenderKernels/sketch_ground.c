#include "sketch_maths.h"

// Water mirrors what stands above the horizon, row for row, bent by waves that
// grow towards the eye.
typedef struct {
    float x[SK_RUN], z[SK_RUN], u[SK_RUN], v[SK_RUN], swell[SK_RUN], chop[SK_RUN], glint[SK_RUN];
} sk_waves;

SK_INLINE void sk_wave_run(
    sk_waves *w, int n, float x0, float dy, const sketch_air *a, const sketch_water_plan *p, float width) {
    (void)p;
    float z = a->camera / dy;
    for (int i = 0; i < n; i++) w->x[i] = x0 + (float)i + .5f, w->z[i] = z;
    for (int i = 0; i < n; i++) w->u[i] = (w->x[i] - width / 2) / a->focal * z * 1.6f, w->v[i] = z * 4.5f;
    sk_fbm_run(n, w->u, w->v, 4, a->seed + 61, w->swell);
    for (int i = 0; i < n; i++) w->u[i] *= 6 / 1.6f, w->v[i] = z * 16;
    sk_fbm_run(n, w->u, w->v, 3, a->seed + 62, w->chop);
    for (int i = 0; i < n; i++) w->u[i] *= 1.5f, w->v[i] = z * 30;
    sk_fbm_run(n, w->u, w->v, 3, a->seed + 63, w->glint);
}

SK_INLINE sketch_rgb sk_mirror(sketch_canvas c, const sketch_air *a, float x, float y, float bend, float side) {
    float up = 2 * a->horizon - y - sk_abs(bend) + bend * .5f;
    float py = sk_clamp(up, 0, sk_max(a->horizon - 1, 0)), px = sk_clamp(x + side, 0, (float)(c.width - 1));
    int32_t yi = sk_iclamp((int32_t)py, 0, c.height - 1), xi = (int32_t)px;
    int32_t yn = sk_imin(yi + 1, sk_imax((int32_t)a->horizon - 1, 0)), xn = sk_imin(xi + 1, c.width - 1);
    float fx = px - (float)xi, fy = sk_clamp(py - (float)yi, 0, 1);
    const float *p = c.rgb + 3 * (int64_t)yi * c.width, *q = c.rgb + 3 * (int64_t)yn * c.width;
    return sk_mix(sk_mix(sk_load(p + 3 * xi), sk_load(p + 3 * xn), fx),
        sk_mix(sk_load(q + 3 * xi), sk_load(q + 3 * xn), fx), fy);
}

SK_KERNEL void sketch_water(
    sketch_canvas c, const sketch_air *a, const sketch_water_plan *p, int32_t row0, int32_t row1) {
    float width = (float)c.width, unit = (float)c.height / 720;
    sk_waves w;
    for (int32_t row = sk_imax(row0, (int32_t)a->horizon); row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            float y = (float)row + .5f, dy = sk_max(y - a->horizon + .7f * unit, .4f * unit) / a->focal;
            float z = a->camera / dy, att = sk_clamp(1.4f / sqrtf(z + .2f), .05f, 1.2f) * p->ripple;
            sk_wave_run(&w, n, (float)x0, dy, a, p, width);
            for (int i = 0; i < n; i++) {
                int64_t at = (int64_t)row * c.width + x0 + i;
                if (p->only_marked && c.z[at] > 0) continue;
                float swell = w.swell[i], chop = w.chop[i], x = w.x[i];
                sketch_rgb sky = sk_mirror(c, a, x, y, (swell * 26 + chop * 10) * att * unit, chop * 9 * att * unit);
                float fresnel = sk_clamp(.30f + .62f * sk_exp(-dy * 3.2f) - swell * .22f * att, .08f, .97f);
                sketch_rgb k = sk_mix(p->deep, sk_scale(sky, .92f), fresnel);
                float path = (x - a->sun_x) / (width * (.018f + .44f * dy));
                float glint = sk_step(.10f, .42f, w.glint[i] + .30f * swell + .05f) * sk_clamp(.4f + dy * 2, 0, 1);
                float band = sk_step(.05f, .4f, chop + .4f * swell) * .5f;
                float shine = (glint * 1.1f + band * .25f) * sk_exp(-path * path) * p->sparkle * .8f;
                k = sk_add(k, sk_scale(a->sun, shine * a->sun_visible));
                sk_store(c.rgb + 3 * at, sk_mix(k, sk_fog(a, x), sk_exp(-dy / .014f) * .65f));
                c.z[at] = sk_min(z, 60);
            }
        }
}

float sketch_road_bend(float z) { return .42f * sk_sin(z * .22f + .4f) * sk_min(z / 6, 3); }

// Soft upright tufts on level ground, 0…1.
SK_INLINE float sk_tuft(float x, float z, uint32_t seed) {
    float a = sk_noise(x * 26, z * 13, seed), b = sk_noise(x * 57, z * 21, seed + 1);
    return sk_clamp(.5f + .55f * a + .45f * b, 0, 1);
}

SK_KERNEL void sketch_ground(
    sketch_canvas c, const sketch_air *a, const sketch_ground_plan *p, int32_t row0, int32_t row1) {
    float width = (float)c.width, height = (float)c.height;
    float u[SK_RUN], v[SK_RUN], coarse[SK_RUN], fine[SK_RUN], seam[SK_RUN];
    for (int32_t row = sk_imax(row0, (int32_t)a->horizon); row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            float y = (float)row + .5f, below = sk_max(y - a->horizon, .4f * height / 720);
            float dy = below / a->focal, z = a->camera / dy, k = p->scale;
            for (int i = 0; i < n; i++) {
                float wx = ((float)(x0 + i) + .5f - width / 2) / a->focal * z;
                u[i] = wx * 1.1f * k, v[i] = z * 2.2f * k;
            }
            sk_fbm_run(n, u, v, 5, a->seed + 70, coarse);
            for (int i = 0; i < n; i++) u[i] *= 6.4f, v[i] *= 3.2f;
            sk_fbm_run(n, u, v, 3, a->seed + 71, fine);
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) / height * 9, v[i] = 0;
            sk_fbm_run(n, u, v, 2, a->seed + 72, seam);
            float haze = sk_fog_amount(a, z), bend = sketch_road_bend(z);
            for (int i = 0; i < n; i++) {
                float x = (float)(x0 + i) + .5f, wx = (x - width / 2) / a->focal * z;
                // A hard line against the far ridge would read as an error.
                float cover = sk_step(0, .016f, (below + 3 * height / 720 * seam[i]) / height);
                if (cover <= 0) continue;
                sketch_rgb s = sk_mix(p->low, p->high, sk_clamp(.5f + coarse[i] * .9f, 0, 1));
                s = sk_scale(s, 1 + .5f * fine[i] * sk_clamp(2.2f / z, 0, 1));
                if (p->furrows > 0) {
                    float wave = sk_sin(wx * 16 + coarse[i]) * sk_clamp(1.5f / sqrtf(z), 0, 1);
                    s = sk_scale(s, 1 + p->furrows * wave * sk_step(6, 2, z));
                }
                if (p->road > 0) {
                    float off = sk_abs(wx + bend), on = sk_step(p->road * 1.15f, p->road * .92f, off + coarse[i] * .10f);
                    float middle = sk_step(.09f, .15f, off + coarse[i] * .06f);
                    sketch_rgb dirt = sk_mix(p->low, p->road_colour, middle);
                    s = sk_mix(s, sk_scale(dirt, 1 + .4f * fine[i]), on * .9f);
                }
                float shade = 1;
                if (p->tufts > 0) {
                    // Tufts catch the light; clouds draw shadows over the land.
                    float tuft = sk_tuft(wx, z, a->seed + 75);
                    s = sk_scale(s, 1 + p->tufts * (tuft - .35f) * sk_clamp(2.6f / z, 0, 1));
                    if (p->flowers > 0) {
                        float bed = sk_step(-.10f, .25f, sk_fbm(wx * .5f, z * .8f, 2, a->seed + 77));
                        float bloom = sk_step(.80f - .22f * p->flowers, .95f, tuft) * sk_clamp(3.2f / z, .25f, 1);
                        float far = .42f * sk_step(2, 9, z) * bed;
                        s = sk_mix(s, p->flower_colour, sk_clamp(sk_max(bloom * (.35f + .65f * bed), far) * p->flowers, 0, 1));
                    }
                    shade = 1 - .42f * sk_step(.02f, .30f, sk_fbm(wx * .16f + 3, z * .20f, 3, a->seed + 78)) * a->sun_visible;
                }
                float toward = (x - a->sun_x) / (width * .35f);
                float lit = .16f + .42f * sk_exp(-toward * toward) * sk_exp(-dy * 2.5f);
                sketch_rgb light = sk_add(sk_scale(a->ambient, .62f), sk_scale(a->sun, lit * a->sun_visible * shade));
                s = sk_mix(sk_times(s, sk_scale(light, .5f + .5f * shade)), sk_fog(a, x), haze);
                int64_t at = (int64_t)row * c.width + x0 + i;
                sk_over(c.rgb + 3 * at, s, cover);
                if (cover > .5f) c.z[at] = sk_min(z, 60);
            }
        }
}

// Height in pixels of the conifers that stand on a ridge at a column.
SK_INLINE float sk_trees_at(float x, const sketch_ridge_plan *p, float height) {
    float space = p->trees * height * .16f, tallest = 0;
    int32_t cell = sk_floor(x / space);
    for (int32_t i = cell - 3; i <= cell + 3; i++) {
        float root = ((float)i + sk_unit(i, 1, p->seed) * 1.6f - .3f) * space;
        float t = p->trees * height * (.5f + .75f * sk_unit(i, 2, p->seed));
        float d = sk_abs(x - root) / (t * (p->is_broad ? .42f : .19f));
        if (d >= 1) continue;
        float crown = p->is_broad ? .72f * sqrtf(1 - d * d) * (.92f + .08f * sk_sin(d * 23 + root)) : (1 - d) * (.86f + .14f * sk_sin(d * 34));
        tallest = sk_max(tallest, t * crown);
    }
    return tallest;
}

SK_KERNEL void sketch_ridge(
    sketch_canvas c, const sketch_air *a, const sketch_ridge_plan *p, int32_t column0, int32_t column1) {
    float height = (float)c.height, width = (float)c.width, edge = 3.5f * height / 720;
    float fog = sk_fog_amount(a, p->z);
    for (int32_t column = column0; column < column1; column++) {
        float x = (float)column + .5f;
        float bare = p->base - p->amplitude * height * (.5f + sk_fbm(x / height * p->frequency, 0, p->octaves, p->seed));
        float top = bare - (p->trees > 0 ? sk_trees_at(x, p, height) : 0);
        sketch_rgb air = sk_fog(a, x), light = sk_add(sk_scale(a->ambient, .6f), sk_scale(a->sun, .08f * a->sun_visible));
        float near = sk_exp(-sk_abs(x - a->sun_x) / (width * .28f)) * .5f * a->sun_visible * .25f;
        for (int32_t row = sk_imax(0, (int32_t)(top - 1)); row < c.height; row++) {
            int64_t at = (int64_t)row * c.width + column;
            float y = (float)row + .5f, cover = sk_clamp(y - top + .5f, 0, 1);
            if (cover <= 0 || (c.z[at] > 0 && c.z[at] <= p->z)) continue;
            float n = sk_fbm(x / height * 9, y / height * 22, 3, p->seed + 1);
            sketch_rgb k = sk_scale(sk_times(p->colour, light), 1 + .35f * n);
            k = sk_add(k, sk_scale(a->sun, sk_clamp(1 - (y - top) / edge, 0, 1) * near));
            // Mist pools at the foot of every layer.
            float pool = sk_clamp((y - bare + p->trees * height * .5f) / (p->amplitude * height * 1.5f + height / 24), 0, 1);
            sk_over(c.rgb + 3 * at, sk_mix(k, air, sk_clamp(fog + pool * .30f * (1 - fog) * sk_min(1, p->z / 6), 0, 1)), cover);
            if (cover > .5f) c.z[at] = p->z;
        }
    }
}
