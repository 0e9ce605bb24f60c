#include "sketch_maths.h"

SK_INLINE float sk_square(float x) { return x * x; }
SK_INLINE float sk_smooth(float t) {
    t = sk_clamp(t, 0, 1);
    return t * t * (3 - 2 * t);
}

// A valley opens under the light, so that the eye has somewhere to go.
static float sk_mountains(float x, float z, const sketch_land_plan *p, uint32_t s, int oc) {
    float e = sk_smooth((z - 4) / 16), open = 1 - .62f * sk_exp(-sk_square((x / z - p->gap) / .30f));
    float w = sk_fbm(x * .05f, z * .05f, 2, s + 5) * 4;
    float r = e > 0 ? sk_ridged((x + w) * .042f, z * .042f, oc, s) : 0;
    return e * p->amplitude * open * (r * 1.25f - .18f) + .25f * sk_fbm(x * .35f, z * .35f, sk_imin(oc, 4), s + 3) - .22f
        + .10f * e;
}
static float sk_dunes(float x, float z, const sketch_land_plan *p, uint32_t s) {
    float w = sk_fbm(x * .10f, z * .10f, 2, s + 5) * 2.2f;
    float r = 1 - sk_abs(sk_noise(x * .16f + w * .5f, z * .30f + w * .3f, s));
    float small = 1 - sk_abs(sk_noise(x * .55f + w, z * .8f, s + 2));
    float far = .15f + .85f * sk_clamp((z - 1.2f) / 5, 0, 1);
    return p->amplitude * ((r * r * .62f + .10f * small) * far - .18f);
}
static float sk_hills(float x, float z, const sketch_land_plan *p, uint32_t s, int oc) {
    float f = sk_smooth((z - 1) / 14), open = 1 - .4f * sk_exp(-sk_square((x / z - p->gap) / .35f));
    return p->amplitude * f * (.35f + sk_fbm(x * .09f, z * .09f, 3, s) * 1.1f) * open
        + .05f * sk_fbm(x * .8f, z * .8f, sk_imin(oc, 3), s + 1);
}
static float sk_mesas(float x, float z, const sketch_land_plan *p, uint32_t s, int oc) {
    float n = sk_fbm(x * .075f + 9, z * .075f, 4, s) * 1.9f + .12f * sk_fbm(x * .5f, z * .5f, oc, s + 4);
    n -= .42f * sk_exp(-sk_square((x / z - p->gap) / .22f));
    float steps = .62f * sk_smooth((n - .10f) / .10f) + .38f * sk_smooth((n - .36f) / .08f);
    return sk_clamp((z - 6) / 10, 0, 1) * p->amplitude * (steps + .12f * sk_max(n, 0))
        + .10f * sk_fbm(x * .3f, z * .3f, sk_imin(oc, 4), s + 3);
}
// A rocky arm that reaches in from the side away from `gap`.
static float sk_headland(float x, float z, const sketch_land_plan *p, uint32_t s, int oc) {
    float side = p->gap < 0 ? 1 : -1;
    float u = side * x - 1.1f - .16f * z + .9f * sk_fbm(z * .25f, x * .25f, 3, s + 7);
    float b = sk_smooth(u / 1.7f), far = sk_smooth(1 - sk_abs(z - 7.5f) / 5.5f);
    if (b * far <= 0) return -.12f;
    return far * b * p->amplitude * (.55f + .5f * sk_ridged(x * .25f, z * .25f, oc, s)) - .12f;
}
static float sk_swell(float x, float z, const sketch_land_plan *p, uint32_t s) {
    float w = sk_fbm(x * .3f, z * .3f, 2, s + 5) * 1.4f;
    float q = sk_noise(x * .22f + w * .5f, z * .42f + w * .4f, s), q2 = sk_noise(x * .6f + w, z, s + 2);
    float a = 1 - sqrtf(q * q + .006f), b = 1 - sqrtf(q2 * q2 + .03f);
    return p->amplitude * (a * a * a * .75f + .22f * b * b + .02f * sk_fbm(x * 1.2f, z * 1.2f, 2, s + 3));
}
SK_INLINE float sk_height(float x, float z, const sketch_land_plan *p, uint32_t s, int oc) {
    switch (p->kind) {
    case sketch_land_mountains: return sk_mountains(x, z, p, s, oc);
    case sketch_land_dunes: return sk_dunes(x, z, p, s);
    case sketch_land_hills: return sk_hills(x, z, p, s, oc);
    case sketch_land_mesas: return sk_mesas(x, z, p, s, oc);
    case sketch_land_headland: return sk_headland(x, z, p, s, oc);
    default: return sk_swell(x, z, p, s);
    }
}

// How much light reaches a point of the land, seven steps towards it.
SK_INLINE float sk_shadow(float x, float h, float z, const sketch_land_plan *p, uint32_t s) {
    float open = 1, step = .12f + .02f * z;
    h += .02f;
    for (int k = 0; k < 7; k++, step *= 1.45f) {
        x += p->light_x * step, h += p->light_y * step, z += p->light_z * step;
        float over = (sk_height(x, z, p, s, 4) - h) / (step * .7f);
        open = sk_min(open, sk_max(0, 1 - over));
    }
    return open;
}

SK_INLINE sketch_rgb sk_land_albedo(float x, float h, float z, float up, const sketch_land_plan *p, uint32_t s) {
    float rel = h / p->amplitude;
    float t = sk_clamp((rel + .15f * sk_fbm(x * .6f, z * .6f, 3, s + 40)) * 1.3f, 0, 1);
    if (p->kind == sketch_land_mesas) t = .5f - .5f * sk_sin(h * 9 + 2 * sk_fbm(x * .2f, h * 2, 2, s + 9));
    if (p->kind == sketch_land_swell) t = sk_clamp(rel * 1.2f - .1f, 0, 1);
    sketch_rgb c = sk_scale(sk_mix(p->low, p->high, t), 1 + .35f * sk_fbm(x * 2.2f, z * 2.2f, 4, s + 41));
    if (p->snow_line >= 1.5f) return c;
    float fall = p->kind == sketch_land_swell ? 0 : (up - .72f) * 4;
    float lies = (rel - p->snow_line + .25f * sk_fbm(x * .5f, z * .5f, 4, s + 50)) / .10f + fall;
    return sk_mix(c, p->snow, sk_clamp(lies, 0, 1));
}

SK_INLINE sketch_rgb sk_land_light(
    float x, float h, float z, const sketch_air *a, const sketch_land_plan *p, uint32_t s, int oc) {
    float e = .02f + .004f * z;
    float hx = (sk_height(x + e, z, p, s, oc) - sk_height(x - e, z, p, s, oc)) / (2 * e);
    float hz = (sk_height(x, z + e, p, s, oc) - h) / e, up = 1 / sqrtf(hx * hx + hz * hz + 1);
    float facing = -hx * up * p->light_x + up * p->light_y - hz * up * p->light_z;
    float lit = sk_max(0, facing * .85f + .15f) * sk_shadow(x, h, z, p, s) * .62f;
    float sky = .75f * (.55f + .45f * up);
    sketch_rgb light = sk_add(sk_scale(a->sun, lit), sk_scale(a->ambient, sky));
    return sk_times(sk_land_albedo(x, h, z, up, p, s), light);
}

// One column while it is walked from the eye outwards. What is drawn reaches
// up to `top`; the pixel that holds it is only partly covered so far.
typedef struct {
    float *rgb, *z;
    int64_t stride;
    float top, cover;
    sketch_rgb sum;
} sk_column;

SK_INLINE void sk_close_pixel(sk_column *k, int32_t row, float z) {
    if (k->cover <= 0) return;
    float *p = k->rgb + 3 * k->stride * row;
    sk_store(p, sk_add(k->sum, sk_scale(sk_load(p), 1 - sk_min(k->cover, 1))));
    if (k->cover > .5f) k->z[k->stride * row] = z;
    k->cover = 0, k->sum = sk_rgb(0, 0, 0);
}
typedef struct {
    sketch_rgb c;
    float y, z;
    int is_water;
} sk_step_seen;

// Raises the column to `to`, fading from the step before.
SK_INLINE void sk_raise(sk_column *k, const sk_step_seen *from, const sk_step_seen *to) {
    float upper = sk_max(to->y, 0), bottom = k->top, span = sk_max(from->y - to->y, 1e-3f);
    while (k->top > upper) {
        int32_t row = (int32_t)k->top;
        if ((float)row >= k->top) row -= 1;
        float end = sk_max(upper, (float)row), part = k->top - end;
        float middle = (k->top + end) / 2;
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
}

static void sk_walk(sketch_canvas c, const sketch_air *a, const sketch_land_plan *p, int32_t column) {
    float tangent = ((float)column + .5f - (float)c.width / 2) / a->focal;
    sketch_rgb fog = sk_fog(a, (float)column + .5f);
    sk_column k = {c.rgb + 3 * column, c.z + column, c.width, (float)c.height, 0, {0, 0, 0}};
    sk_step_seen last = {{0, 0, 0}, (float)c.height, p->near_z, 1};
    uint32_t s = a->seed;
    for (float z = p->near_z; z < p->far_z && k.top > 0; z += .006f + .0075f * z) {
        int oc = z < 6 ? 8 : z < 15 ? 7 : 6;
        float x = tangent * z, h = sk_height(x, z, p, s, oc);
        int water = p->has_water && h < 0;
        if (water) h = 0;
        float y = a->horizon - a->focal * (h - a->camera) / z;
        if (y >= k.top) continue;
        sk_step_seen now = {{0, 0, 0}, y, z, water};
        if (!water) {
            float thin = sk_exp(-sk_max(h, 0) * .10f);
            float f = 1 - sk_exp(-sk_pow(sk_max(z * a->fog_density, 1e-6f), 1.25f) * thin);
            now.c = sk_mix(sk_land_light(x, h, z, a, p, s, oc), fog, f);
        }
        sk_raise(&k, &last, &now);
        last = now;
    }
    if (k.top > 0) sk_close_pixel(&k, (int32_t)k.top, last.z);
}

void sketch_land(
    sketch_canvas c, const sketch_air *a, const sketch_land_plan *p, int32_t column0, int32_t column1) {
    for (int32_t column = column0; column < column1; column++) sk_walk(c, a, p, column);
}
