#include "include/sketch_places.h"
#include "sketch_maths.h"

SK_INLINE float sk_star_field(float u, float v, float cells, uint32_t seed, float pixel) {
    float sum = 0, su = u * cells, sv = v * cells;
    int32_t cx = sk_floor(su), cy = sk_floor(sv);
    for (int32_t j = -1; j <= 1; j++)
        for (int32_t i = -1; i <= 1; i++) {
            float dx = u - ((float)(cx + i) + sk_unit(cx + i, cy + j, seed + 6)) / cells;
            float dy = v - ((float)(cy + j) + sk_unit(cx + i, cy + j, seed + 7)) / cells;
            float d = dx * dx + dy * dy, most = sk_max(.0060f, pixel * 2);
            if (d > most * most) continue;
            float b = sk_unit(cx + i, cy + j, seed + 5), m = b * b * b;
            m *= m * m;
            float wide = .0010f * (1 + m), s = sk_max(wide, pixel * .6f);
            sum += (.05f + 5.5f * m) * (wide * wide) / (s * s) * sk_exp(-d / (s * s));
        }
    return sum;
}

SK_KERNEL void sketch_space(sketch_canvas c, const sketch_air *a, const sketch_space_plan *p, int32_t row0, int32_t row1) {
    float height = (float)c.height, u[SK_RUN], v[SK_RUN], wx[SK_RUN], wy[SK_RUN], one[SK_RUN], two[SK_RUN], dust[SK_RUN];
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            float y = ((float)row + .5f) / height;
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) / height * 1.1f, v[i] = y * 1.1f;
            sk_fbm_run(n, u, v, 4, p->seed + 1, wx);
            for (int i = 0; i < n; i++) u[i] += 5, v[i] += 3;
            sk_fbm_run(n, u, v, 4, p->seed + 2, wy);
            for (int i = 0; i < n; i++) {
                float x = ((float)(x0 + i) + .5f) / height;
                u[i] = x * 1.3f + wx[i] * 1.2f, v[i] = y * 1.3f + wy[i] * 1.2f;
            }
            sk_fbm_run(n, u, v, 6, p->seed + 3, one);
            for (int i = 0; i < n; i++) u[i] = u[i] * 1.23f + 4, v[i] = v[i] * 1.23f;
            sk_fbm_run(n, u, v, 6, p->seed + 4, two);
            for (int i = 0; i < n; i++) {
                float x = ((float)(x0 + i) + .5f) / height;
                u[i] = x * 2.2f + wx[i] * 2, v[i] = y * 2.2f + wy[i] * 2;
            }
            sk_fbm_run(n, u, v, 6, p->seed + 6, dust);
            for (int i = 0; i < n; i++) {
                float x = ((float)(x0 + i) + .5f) / height, off = (y - .62f + x * .22f + wx[i] * .25f) / .34f;
                float band = sk_exp(-off * off) * p->strength;
                sketch_rgb k = p->deep;
                k = sk_add(k, sk_scale(p->warm, sk_square(sk_clamp(one[i] + .38f, 0, 1)) * band * 1.1f));
                k = sk_add(k, sk_scale(p->cool, sk_square(sk_clamp(two[i] + .30f, 0, 1)) * band * 1.2f));
                k = sk_add(k, sk_scale(p->dust, sk_square(sk_clamp(one[i] * two[i] * 2.2f + .15f, 0, 1)) * band * .9f));
                k = sk_scale(k, 1 - .75f * sk_step(.05f, .45f, dust[i]) * band);
                float stars = sk_star_field(x, y, 34, p->seed, 1 / height) + .6f * sk_star_field(x + 9, y, 60, p->seed + 50, 1 / height) * (1 + band);
                k = sk_add(k, sk_rgb(.9f * stars, .95f * stars, 1.1f * stars));
                float dx = ((float)(x0 + i) + .5f - a->sun_x) / height, dy = ((float)row + .5f - a->sun_y) / height, d = sqrtf(dx * dx + dy * dy);
                float sun = sk_exp(-d / .012f) * 5 + sk_exp(-d / .06f) * .5f + sk_exp(-d / .25f) * .10f;
                sun += sk_exp(-sk_abs(dy) / .0016f) * sk_exp(-d / .16f) * .7f;
                int64_t at = (int64_t)row * c.width + x0 + i;
                sk_store(c.rgb + 3 * at, sk_add(k, sk_scale(a->sun, sun * .33f * a->sun_visible))), c.z[at] = 200;
            }
        }
}

typedef struct {
    float x, y, radius, turn, tilt;
    float lx, ly, lz;
} sk_globe;

// How solid the rings are at a point given in radii, and how brightly lit.
SK_INLINE float sk_rings(const sk_globe *g, float x, float y, int front, uint32_t seed, float *lit) {
    float cs = .9394f, sn = .3429f, rx = x * cs - y * sn, ry = (x * sn + y * cs) / .22f, r = sqrtf(rx * rx + ry * ry);
    if (r < 1.28f || r > 2.3f || (front ? ry <= 0 : ry > 0)) return 0;
    float grain = .35f + .65f * sk_clamp(.5f + 1.5f * sk_fbm(r * 14, 0, 3, seed + 5), 0, 1);
    float gap = 1 - .9f * sk_step(.03f, 0, sk_abs(r - 1.82f));
    // The globe's shadow lies on the far part.
    float flat = sqrtf(g->lx * g->lx + g->ly * g->ly) + 1e-3f, off = sk_abs(x * g->ly - y * g->lx) / flat;
    *lit = 1 - .9f * sk_step(1.05f, .85f, off) * sk_step(0, -.3f, (x * g->lx + y * g->ly) / flat);
    return sk_step(1.30f, 1.36f, r) * sk_step(2.25f, 2.15f, r) * grain * gap * .85f;
}

SK_INLINE sketch_rgb sk_surface(const sk_globe *g, const sketch_air *a, const sketch_planet *p, float x, float y, float r2) {
    float nz = sqrtf(sk_max(1 - r2, 0)), facing = x * g->lx + y * g->ly + nz * g->lz, q = y * .9394f + x * .3429f;
    float w = sk_fbm(x * 2, q * 2, 4, p->seed + 9);
    float bands = sk_fbm(x * .8f / (nz + .5f) + w * .5f, q * 6 + w * 1.2f, 5, p->seed + 10);
    float rock = sk_fbm(x * 3.2f / (nz + .35f), y * 3.2f / (nz + .35f), 6, p->seed + 12);
    float t = sk_clamp(.5f + 1.1f * sk_lerp(rock, bands, p->gas), 0, 1), lit = sk_step(-.12f, .75f, facing);
    if (p->rings > 0) lit *= 1 - .55f * sk_exp(-sk_square((q - .20f) / .06f)) * (facing > 0) * p->rings;
    sketch_rgb c = sk_times(sk_mix(p->dark, p->light, t), sk_add(sk_scale(a->sun, lit * .42f), sk_rgb(.006f, .006f, .006f)));
    float limb = r2 * r2 * r2 * sk_step(-.2f, .5f, facing);
    return sk_add(c, sk_scale(p->air, limb * 1.1f));
}

SK_KERNEL void sketch_paint_planet(
    sketch_canvas c, const sketch_air *a, const sketch_planet *p, int32_t row0, int32_t row1) {
    sk_globe g = {.x = p->x, .y = p->y, .radius = p->radius};
    float lx = a->sun_x - p->x, ly = a->sun_y - p->y, lz = .25f * (float)c.height, l = sqrtf(lx * lx + ly * ly + lz * lz);
    g.lx = lx / l, g.ly = ly / l, g.lz = lz / l;
    float reach = p->radius * (p->rings > 0 ? 2.35f : 1.35f);
    int32_t y0 = sk_imax(row0, sk_floor(sk_max(p->y - reach, 0))), y1 = sk_imin(row1, sk_floor(sk_max(p->y + reach + 1, 0)));
    int32_t x0 = sk_imax(0, sk_floor(sk_max(p->x - reach, 0))), x1 = sk_imin(c.width, sk_floor(sk_max(p->x + reach + 1, 0)));
    sketch_rgb sand = sk_scale(sk_mix(p->light, sk_rgb(.66f, .55f, .38f), .5f), .45f);
    for (int32_t row = y0; row < y1; row++)
        for (int32_t column = x0; column < x1; column++) {
            int64_t at = (int64_t)row * c.width + column;
            if (sk_abs(c.z[at]) < p->z) continue;
            float x = ((float)column + .5f - g.x) / g.radius, y = ((float)row + .5f - g.y) / g.radius, r2 = x * x + y * y, r = sqrtf(r2);
            float *t = c.rgb + 3 * at, lit = 1;
            sketch_rgb sky = sk_load(t);
            float back = p->rings > 0 ? sk_rings(&g, x, y, 0, p->seed, &lit) : 0;
            if (back > 0) sk_over(t, sk_times(sand, sk_scale(a->sun, .9f * lit)), back), c.z[at] = p->z * 1.03f;
            float facing = (x * g.lx + y * g.ly) / sk_max(r, .1f), halo = sk_exp(-sk_max(r - 1, 0) / .035f) * sk_step(-.3f, .6f, facing) * (r > 1);
            sk_store(t, sk_add(sk_load(t), sk_scale(p->air, halo * .5f)));
            float cover = sk_clamp((1 - r) * g.radius + .5f, 0, 1);
            if (cover > 0) {
                sketch_rgb k = sk_surface(&g, a, p, x, y, sk_min(r2, 1));
                // By day the air lies before it.
                if (p->veil > 0) k = sk_add(sk_scale(k, 1 - .55f * p->veil), sk_scale(sky, p->veil));
                sk_over(t, k, cover);
                if (cover > .5f) c.z[at] = p->z;
            }
            float front = p->rings > 0 ? sk_rings(&g, x, y, 1, p->seed, &lit) : 0;
            if (front > 0) {
                sk_over(t, sk_times(sand, sk_scale(a->sun, .9f * lit)), front);
                if (front > .5f) c.z[at] = p->z * .97f;
            }
        }
}
