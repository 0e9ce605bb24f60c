#include "sketch_maths.h"

// One house of a skyline: its cell on the street decides everything else.
typedef struct {
    float left, width, top, tone, windows;
    float cap_top, cap_inset, spire_top;
    int32_t cell;
} sk_house;

SK_INLINE sk_house sk_house_at(
    int32_t cell, float picture_width, float height, const sketch_air *a, const sketch_skyline_plan *p) {
    float street = p->narrowest * picture_width, u1 = sk_unit(cell, 1, p->seed), u2 = sk_unit(cell, 2, p->seed);
    sk_house h = {.cell = cell};
    h.width = street * (.75f + .9f * sk_unit(cell, 3, p->seed));
    h.left = ((float)cell + .35f * u1) * street;
    float at = (h.left + h.width / 2) / picture_width;
    float peak = .22f + .56f * sk_unit(0, 9, p->seed), second = .22f + .56f * sk_unit(0, 10, p->seed);
    float d = (at - peak) / .16f, e = (at - second) / .12f;
    float envelope = .34f + .80f * sk_exp(-d * d) + .40f * sk_exp(-e * e);
    // Low in front of the sun, so that its light gets through.
    float sun = sk_abs(at - a->sun_x / picture_width);
    if (p->z < 14) envelope *= .38f + .62f * sk_step(.08f, .2f, sun);
    float tall = sk_min(p->tallest * height * envelope * (.42f + .78f * u2 * u2), p->base - height * .05f);
    h.top = p->base - tall;
    h.tone = .55f + .8f * sk_unit(cell, 4, p->seed);
    float w = .06f + .44f * sk_unit(cell, 5, p->seed);
    h.windows = w * w * 1.5f;
    int has_cap = tall > height * .14f && sk_unit(cell, 6, p->seed) < .6f;
    h.cap_inset = h.width * (.18f + .12f * u1);
    h.cap_top = has_cap ? h.top - tall * .16f : h.top;
    h.spire_top = has_cap && sk_unit(cell, 7, p->seed) < .45f ? h.cap_top - tall * .22f : h.cap_top;
    return h;
}

// How much of a pixel the house covers.
SK_INLINE float sk_house_cover(const sk_house *h, float x, float y, float height) {
    float in = sk_min(x - h->left, h->left + h->width - x);
    float body = sk_min(in + .5f, y - h->top + .5f), cap = sk_min(in - h->cap_inset + .5f, y - h->cap_top + .5f);
    float needle = sk_max(height * .0013f, .4f) * sk_clamp((y - h->spire_top) / (height * .03f), .25f, 1);
    float spire = sk_min(needle - sk_abs(x - h->left - h->width / 2) + .5f, y - h->spire_top + .5f);
    return sk_clamp(sk_max(body, sk_max(cap, spire)), 0, 1);
}

static const float sk_lamp_colours[2][4][3] = {
    {{1, .63f, .25f}, {1, .45f, .11f}, {1, .87f, .63f}, {.33f, .58f, 1}},
    {{1, .63f, .25f}, {1, .10f, .35f}, {.07f, .75f, 1}, {.45f, .21f, 1}},
};

// Light of the windows; their share differs from house to house, whole floors
// are lit or dark, and stairs burn all night: an even field looks like noise.
SK_INLINE sketch_rgb sk_windows(const sk_house *h, float x, float y, float height, const sketch_skyline_plan *p) {
    float cell = height * .0046f * (1 + 6 / p->z), u = (x - h->left) / cell, v = (y - h->top) / (cell * 1.3f);
    if (y < h->top + cell * 1.5f || x < h->left + cell * .8f || x > h->left + h->width - cell * .8f) return sk_rgb(0, 0, 0);
    int32_t i = sk_floor(u), j = sk_floor(v);
    uint32_t seed = p->seed + 977u * (uint32_t)(h->cell + 4096);
    float floor = sk_unit(0, j, seed + 3), busy = floor > .90f ? 4.5f : floor < .30f ? .12f : 1;
    float stair = sk_unit(i, 0, seed + 4);
    if (stair > .93f) busy = 3.5f;
    // Every other column is wall.
    if (sk_unit(0, 0, seed + 6) < .55f && (i & 1)) busy *= .15f;
    if (sk_unit(i, j, seed) > h->windows * p->lit_windows * busy) return sk_rgb(0, 0, 0);
    float soft = sk_max(.10f, .7f / cell);
    float inside = sk_step(.32f + soft, .28f, sk_abs(u - (float)i - .5f)) * sk_step(.26f + soft, .22f, sk_abs(v - (float)j - .5f));
    float k = sk_unit(i, j, seed + 1), bright = inside * (.22f + 1.35f * k * k * k) * 1.25f;
    const float *colour = sk_lamp_colours[p->is_neon][(int)(sk_unit(i, j, seed + 2) * 3.99f)];
    return sk_rgb(colour[0] * bright, colour[1] * bright, colour[2] * bright);
}

static void sk_house_column(
    sketch_canvas c, const sketch_air *a, const sketch_skyline_plan *p, const sk_house *h, int32_t column) {
    float x = (float)column + .5f, height = (float)c.height, fog = sk_fog_amount(a, p->z);
    float side = sk_step(.3f, .8f, (x - h->left) / h->width);
    if (a->sun_x < h->left) side = 1 - side;
    sketch_rgb light = sk_add(sk_scale(a->ambient, .5f), sk_scale(a->sun, .10f * a->sun_visible)), air = sk_fog(a, x);
    sketch_rgb wall = sk_scale(sk_times(p->colour, light), h->tone * (1 + .5f * side));
    int32_t end = sk_imin((int32_t)p->base + 1, c.height);
    for (int32_t row = sk_imax(0, (int32_t)h->spire_top - 1); row < end; row++) {
        float y = (float)row + .5f, cover = sk_house_cover(h, x, y, height);
        if (cover <= 0) continue;
        float foot = sk_step(.20f, 0, (p->base - y) / height) * .32f;
        sketch_rgb k = sk_mix(wall, air, sk_clamp(fog + foot * (1 - fog), 0, 1));
        if (p->lit_windows > 0) k = sk_add(k, sk_scale(sk_windows(h, x, y, height, p), 1 - .45f * fog));
        // A city at night lights the air at its feet.
        if (p->lit_windows > 0) {
            sketch_rgb lamps = p->is_neon ? sk_rgb(.62f, .06f, .42f) : sk_rgb(1, .32f, .08f);
            k = sk_add(k, sk_scale(lamps, .14f * sk_exp(-(p->base - y) / (height * .06f))));
        }
        int64_t at = (int64_t)row * c.width + column;
        sk_over(c.rgb + 3 * at, k, cover);
        if (cover > .5f) c.z[at] = p->z;
    }
}

void sketch_skyline(
    sketch_canvas c, const sketch_air *a, const sketch_skyline_plan *p, int32_t column0, int32_t column1) {
    float street = p->narrowest * (float)c.width;
    for (int32_t column = column0; column < column1; column++) {
        int32_t cell = sk_floor(((float)column + .5f) / street);
        for (int32_t i = cell - 3; i <= cell + 1; i++) {
            sk_house h = sk_house_at(i, (float)c.width, (float)c.height, a, p);
            if ((float)column + 1 < h.left || (float)column > h.left + h.width) continue;
            sk_house_column(c, a, p, &h, column);
        }
    }
}
