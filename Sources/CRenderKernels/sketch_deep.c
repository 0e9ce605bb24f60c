#include "include/sketch_places.h"
#include "sketch_maths.h"

// The angle of (x, y), y > 0, as 0…1 across the half circle: no library call.
SK_INLINE float sk_turn_of(float x, float y) { return .5f + .5f * x / (sk_abs(x) + sk_max(y, 1e-4f)); }

SK_KERNEL void sketch_deep(sketch_canvas c, const sketch_air *a, const sketch_deep_plan *p, int32_t row0, int32_t row1) {
    float height = (float)c.height, u[SK_RUN], v[SK_RUN], broad[SK_RUN], fine[SK_RUN], roof[SK_RUN];
    float sx = a->sun_x / height, sy = a->sun_y / height;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            float y = ((float)row + .5f) / height;
            for (int i = 0; i < n; i++) u[i] = sk_turn_of(((float)(x0 + i) + .5f) / height - sx, y - sy) * 22, v[i] = 1;
            sk_fbm_run(n, u, v, 4, p->seed + 2, broad);
            for (int i = 0; i < n; i++) u[i] *= 2.9f, v[i] = 3;
            sk_fbm_run(n, u, v, 2, p->seed + 3, fine);
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) / height * 3 / (y + .10f), v[i] = .35f / (y + .10f);
            sk_fbm_run(n, u, v, 4, p->seed + 5, roof);
            for (int i = 0; i < n; i++) {
                float dx = (((float)(x0 + i) + .5f) / height - sx) * .8f, dy = y - sy, d = sqrtf(dx * dx + dy * dy);
                sketch_rgb k = d < .45f ? sk_mix(p->near_light, p->middle, sk_step(.0f, .45f, d))
                    : d < .85f ? sk_mix(p->middle, p->deep, sk_step(.40f, .85f, d)) : sk_mix(p->deep, p->abyss, sk_step(.80f, 1.35f, d));
                float ray = sk_clamp(broad[i] * .9f + fine[i] * .35f + .05f, 0, 1) * sk_exp(-d / .60f) * p->rays;
                k = sk_add(k, sk_scale(p->ray, ray));
                float wave = sk_step(.25f, .95f, 1 - sk_abs(roof[i]) * 1.6f) * (1 - sk_step(0, .13f, y));
                k = sk_add(k, sk_scale(p->near_light, wave * .75f));
                int64_t at = (int64_t)row * c.width + x0 + i;
                sk_store(c.rgb + 3 * at, k), c.z[at] = 60;
            }
        }
}

SK_KERNEL void sketch_caustics(sketch_canvas c, const sketch_air *a, float far, float strength, int32_t row0, int32_t row1) {
    float height = (float)c.height;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x = 0; x < c.width; x++) {
            int64_t at = (int64_t)row * c.width + x;
            float z = c.z[at];
            if (z > far) continue;
            float wx = ((float)x - (float)c.width / 2) / a->focal * z, wy = (float)row / height * 2 + z;
            float w = sk_fbm(wx * 1.3f, wy * 1.3f, 2, a->seed + 71), n = 1 - sk_abs(sk_noise(wx * 2.2f + w, wy * 2.2f + w, a->seed + 72)) * 1.7f;
            float net = sk_step(.55f, 1, n) * strength * sk_exp(-z / far * 1.5f);
            float *p = c.rgb + 3 * at;
            sk_store(p, sk_add(sk_load(p), sk_scale(sk_times(a->sun, sk_add(sk_load(p), sk_rgb(.01f, .02f, .02f))), net)));
        }
}
