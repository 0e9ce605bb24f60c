#include "sketch_land.h"

// What the walk sees at one distance of some columns.
typedef struct {
    int n;
    float x[SK_LANES], h[SK_LANES], lit[SK_LANES], up[SK_LANES];
    sketch_rgb c[SK_LANES];
} sk_sight;

// How much light reaches points of the land, seven steps towards it.
SK_INLINE void sk_shadow(const sk_sight *s, float z, const sketch_land_plan *p, uint32_t seed, float *open) {
    float x[SK_LANES], h[SK_LANES], there[SK_LANES], step = .12f + .02f * z;
    for (int i = 0; i < s->n; i++) x[i] = s->x[i], h[i] = s->h[i] + .02f, open[i] = 1;
    for (int k = 0; k < 7; k++, step *= 1.45f) {
        z += p->light_z * step;
        for (int i = 0; i < s->n; i++) x[i] += p->light_x * step, h[i] += p->light_y * step;
        sk_heights(s->n, x, z, p, seed, 4, there);
        for (int i = 0; i < s->n; i++)
            open[i] = sk_min(open[i], sk_max(0, 1 - (there[i] - h[i]) / (step * .7f)));
    }
}

// How dark or light the ground is by itself, and what glows in it.
SK_INLINE sketch_rgb sk_albedo(float x, float h, float z, float up, const sketch_land_plan *p, uint32_t s) {
    float rel = h / p->amplitude;
    float t = sk_clamp((rel + .15f * sk_fbm(x * .6f, z * .6f, 3, s + 40)) * 1.3f, 0, 1);
    float rough = .35f;
    switch (p->kind) {
    case sketch_land_mesas: t = .5f - .5f * sk_sin(h * 9 + 2 * sk_fbm(x * .2f, h * 2, 2, s + 9)); break;
    case sketch_land_swell: t = sk_clamp(rel * 1.2f - .1f, 0, 1); break;
    case sketch_land_beach: t = sk_step(.01f, .06f, h), rough = .16f; break;
    case sketch_land_ice: t = sk_step(.0f, .10f, h), rough = .12f; break;
    case sketch_land_clouds: t = sk_step(-.2f, .7f, rel), rough = .06f; break;
    // Ripples of sand run across the wind.
    case sketch_land_dunes: {
        float w = sk_fbm(x * .7f, z * .7f, 2, s + 44);
        t = sk_clamp(t + .22f * sk_sin((z * 9 + x * 2.2f + w * 5)) * sk_clamp(2.2f / z - .25f, 0, 1), 0, 1);
        rough = .22f;
        break;
    }
    // Pastures and copses lie in patches on the hills.
    case sketch_land_hills: t = sk_step(-.28f, .30f, sk_fbm(x * .30f, z * .30f, 3, s + 45)); break;
    default: break;
    }
    sketch_rgb c = sk_scale(sk_mix(p->low, p->high, t), 1 + rough * sk_fbm(x * 2.2f, z * 2.2f, 4, s + 41));
    if (p->snow_line >= 1.5f) return c;
    float fall = p->kind == sketch_land_swell || p->kind == sketch_land_beach ? 0 : (up - .72f) * 4;
    float line = p->kind == sketch_land_beach ? p->snow_line / p->amplitude : p->snow_line;
    float lies = (rel - line + .25f * sk_fbm(x * .5f, z * .5f, 4, s + 50)) / .10f + fall;
    return sk_mix(c, p->snow, sk_clamp(lies, 0, 1));
}
// Molten rock runs in winding beds and down the cone.
SK_INLINE sketch_rgb sk_molten(float x, float h, float z, const sketch_land_plan *p, uint32_t s) {
    float bend = sk_fbm(x * .22f, z * .22f, 4, s + 80), crack = sk_abs(sk_fbm(x * .6f + bend, z * .6f + bend, 4, s + 81));
    float bed = sk_step(.10f, .02f, sk_abs(bend)) * sk_step(.45f, .02f, h), vein = sk_step(.035f, .0f, crack) * .5f;
    float streak = sk_step(.05f, .0f, sk_abs(sk_fbm((x + p->gap * 13) * .9f / (.4f + .06f * z), h * .25f, 3, s + 82))) * sk_step(.12f, .5f, h / p->amplitude);
    float heat = sk_clamp(bed + vein * sk_step(.6f, .1f, h) + streak, 0, 1) * p->lava;
    return sk_scale(sk_mix(sk_rgb(.9f, .05f, .01f), sk_rgb(3.2f, 1.1f, .2f), heat * heat), heat * 1.5f);
}

// Lights every point of a sight; all are at distance z.
SK_INLINE void sk_light_land(sk_sight *s, float z, const sketch_air *a, const sketch_land_plan *p, uint32_t seed, int oc) {
    float e = .02f + .004f * z, ahead[SK_LANES], left[SK_LANES], right[SK_LANES], far[SK_LANES], open[SK_LANES];
    for (int i = 0; i < s->n; i++) left[i] = s->x[i] - e, right[i] = s->x[i] + e;
    sk_heights(s->n, right, z, p, seed, oc, ahead);
    sk_heights(s->n, left, z, p, seed, oc, far);
    for (int i = 0; i < s->n; i++) ahead[i] = (ahead[i] - far[i]) / (2 * e);
    sk_heights(s->n, s->x, z + e, p, seed, oc, far);
    sk_shadow(s, z, p, seed, open);
    for (int i = 0; i < s->n; i++) {
        float hx = ahead[i], hz = (far[i] - s->h[i]) / e, up = 1 / sqrtf(hx * hx + hz * hz + 1);
        float facing = -hx * up * p->light_x + up * p->light_y - hz * up * p->light_z;
        // Clouds let light through, so their far side is not dark.
        float wrap = p->kind == sketch_land_clouds ? .42f : .15f;
        float shade = p->kind == sketch_land_clouds ? .45f + .55f * open[i] : open[i];
        float lit = sk_max(0, facing * (1 - wrap) + wrap) * shade * .62f;
        sketch_rgb light = sk_add(sk_scale(a->sun, lit), sk_scale(a->ambient, .75f * (.55f + .45f * up)));
        s->c[i] = sk_times(sk_albedo(s->x[i], s->h[i], z, up, p, seed), light);
        if (p->lava > 0) s->c[i] = sk_add(s->c[i], sk_molten(s->x[i], s->h[i], z, p, seed));
    }
}

typedef struct {
    sketch_rgb c;
    float y, z;
    int is_water;
} sk_seen;

// One column while it is walked from the eye outwards. What is drawn reaches
// up to `top`; the pixel that holds it is only partly covered so far.
typedef struct {
    float *rgb, *z;
    int64_t stride;
    float top, cover;
    sketch_rgb sum;
    sk_seen last;
} sk_column;

SK_INLINE void sk_close_pixel(sk_column *k, int32_t row, float z) {
    if (k->cover <= 0) return;
    float *p = k->rgb + 3 * k->stride * row;
    sk_store(p, sk_add(k->sum, sk_scale(sk_load(p), 1 - sk_min(k->cover, 1))));
    if (k->cover > .5f) k->z[k->stride * row] = z;
    k->cover = 0, k->sum = sk_rgb(0, 0, 0);
}
// Raises the column to `to`, fading from the step before.
SK_INLINE void sk_raise(sk_column *k, const sk_seen *to) {
    const sk_seen *from = &k->last;
    float upper = sk_max(to->y, 0), bottom = k->top, span = sk_max(from->y - to->y, 1e-3f);
    while (k->top > upper) {
        int32_t row = (int32_t)k->top;
        if ((float)row >= k->top) row -= 1;
        float end = sk_max(upper, (float)row), part = k->top - end, middle = (k->top + end) / 2;
        float t = bottom - to->y > 1 && !from->is_water ? sk_clamp((middle - to->y) / span, 0, 1) : 0;
        float z = sk_lerp(to->z, from->z, t);
        if (to->is_water) {
            sk_close_pixel(k, row, z);
            k->z[k->stride * row] = -z;
        } else {
            k->sum = sk_add(k->sum, sk_scale(sk_mix(to->c, from->c, t), part));
            k->cover += part;
            if (end <= (float)row) sk_close_pixel(k, row, z);
        }
        k->top = end;
    }
    k->last = *to;
}

// Walks columns outwards together; light is worked out only where a step rises
// over what is drawn already.
static void sk_walk(sketch_canvas c, const sketch_air *a, const sketch_land_plan *p, int32_t column, int n) {
    sk_column k[SK_LANES];
    sketch_rgb fog[SK_LANES];
    float tangent[SK_LANES], x[SK_LANES], h[SK_LANES], seen_y[SK_LANES];
    for (int i = 0; i < n; i++) {
        float at = (float)(column + i) + .5f;
        tangent[i] = (at - (float)c.width / 2) / a->focal, fog[i] = sk_fog(a, at);
        k[i] = (sk_column){c.rgb + 3 * (column + i), c.z + column + i, c.width, (float)c.height, 0, {0, 0, 0},
            {{0, 0, 0}, (float)c.height, p->near_z, 1}};
    }
    float skip = .38f;
    for (float z = p->near_z; z < p->far_z; z += .006f + .0075f * z) {
        int oc = z < 6 ? 8 : z < 15 ? 7 : 6, who[SK_LANES];
        sk_sight s = {.n = 0};
        for (int i = 0; i < n; i++) x[i] = tangent[i] * z;
        sk_heights(n, x, z, p, a->seed, oc, h);
        for (int i = 0; i < n; i++) {
            int water = p->has_water && h[i] < 0;
            float y = a->horizon - a->focal * ((water ? 0 : h[i]) - a->camera) / z;
            seen_y[i] = y;
            if (k[i].top <= 0 || y > k[i].top - skip) continue;
            if (water) {
                sk_raise(&k[i], &(sk_seen){{0, 0, 0}, y, z, 1});
                continue;
            }
            who[s.n] = i, s.x[s.n] = x[i], s.h[s.n] = h[i], s.n += 1;
        }
        if (s.n == 0) {
            int open = 0;
            for (int i = 0; i < n; i++) open += k[i].top > 0;
            if (!open) break;
            continue;
        }
        sk_light_land(&s, z, a, p, a->seed, oc);
        for (int j = 0; j < s.n; j++) {
            int i = who[j];
            float thin = sk_exp(-sk_max(s.h[j], 0) * .10f);
            float f = 1 - sk_exp(-sk_pow(sk_max(z * a->fog_density, 1e-6f), 1.25f) * thin);
            sk_raise(&k[i], &(sk_seen){sk_mix(s.c[j], fog[i], f), seen_y[i], z, 0});
        }
    }
    for (int i = 0; i < n; i++)
        if (k[i].top > 0) sk_close_pixel(&k[i], (int32_t)k[i].top, k[i].last.z);
}

void sketch_land(
    sketch_canvas c, const sketch_air *a, const sketch_land_plan *p, int32_t column0, int32_t column1) {
    for (int32_t column = column0; column < column1; column += SK_LANES)
        sk_walk(c, a, p, column, sk_imin(SK_LANES, column1 - column));
}
