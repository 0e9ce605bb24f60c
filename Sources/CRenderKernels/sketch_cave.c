#include "include/sketch_places.h"
#include "sketch_maths.h"

// How far a point lies inside the rock, in heights of the picture; negative in
// the opening. Teeth hang from above and stand below.
SK_INLINE float sk_rock(float x, float y, float height, const sketch_cave_plan *p) {
    float u = (x - p->x) / p->wide, v = (y - p->y) / p->tall, r = sqrtf(u * u + v * v) + 1e-4f;
    float nx = u / r, ny = v / r;
    float edge = .20f * sk_fbm(nx * 1.9f + 5, ny * 1.9f, 4, p->seed) + .07f * sk_fbm(nx * 7, ny * 7, 3, p->seed + 1);
    float column = x / height * 9, tooth = sk_fbm(column, 0, 2, p->seed + 2);
    float hang = sk_max(0, tooth - .12f) * (ny < 0 ? 1.1f : .35f) * sk_abs(ny);
    return (r - 1 - edge + hang) * sk_min(p->wide, p->tall) / height;
}

SK_KERNEL void sketch_cave(sketch_canvas c, const sketch_air *a, const sketch_cave_plan *p, int32_t row0, int32_t row1) {
    float height = (float)c.height, e = 2 * height / 720;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t column = 0; column < c.width; column++) {
            float x = (float)column + .5f, y = (float)row + .5f, d = sk_rock(x, y, height, p);
            float cover = sk_clamp(d * height + .5f, 0, 1);
            if (cover <= 0) continue;
            float u = x / height, v = y / height, deep = sk_max(d, 0);
            // Facets turn to the opening or away from it.
            float n = sk_ridged(u * 4.2f, v * 4.2f, 5, p->seed + 6);
            float gx = sk_ridged(u * 4.2f + .02f, v * 4.2f, 4, p->seed + 6) - n, gy = sk_ridged(u * 4.2f, v * 4.2f + .02f, 4, p->seed + 6) - n;
            float dx = p->x - x, dy = p->y - y, l = sqrtf(dx * dx + dy * dy) + 1;
            float facing = sk_clamp(.34f - (gx * dx + gy * dy) / l * 9, 0, 1.4f);
            float wet = sk_step(.55f, .95f, n) * .6f;
            float reach = sk_exp(-deep / .085f) * .85f + sk_exp(-deep / .34f) * .16f;
            sketch_rgb light = sk_add(sk_scale(p->light, reach * (.25f + facing + wet)), sk_scale(a->ambient, .030f));
            sketch_rgb k = sk_times(sk_scale(p->rock, .55f + .8f * n), light);
            if (p->lava > 0) {
                float vein = sk_abs(sk_fbm(u * 3.1f, v * 3.1f, 5, p->seed + 20)), low = sk_step(.45f, .95f, v);
                k = sk_add(k, sk_scale(sk_rgb(2.4f, .55f, .08f), sk_step(.035f, .0f, vein) * low * p->lava));
            }
            (void)e;
            int64_t at = (int64_t)row * c.width + column;
            sk_over(c.rgb + 3 * at, k, cover);
            if (cover > .5f) c.z[at] = sk_lerp(4.2f, .75f, sk_step(0, .42f, deep));
        }
}
