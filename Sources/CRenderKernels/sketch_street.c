#include "include/sketch_places.h"
#include "sketch_maths.h"

// What is known of one house of a street; its number decides the rest.
typedef struct {
    float tall, tone, hue, busy, shop, awning;
    int32_t number;
} sk_front;

SK_INLINE sk_front sk_front_at(float z, int right, const sketch_street_plan *p) {
    float order = sk_log(sk_max(z, .2f)) * 2.6f + (right ? .43f : 0);
    sk_front f = {.number = sk_floor(order) * 2 + right};
    float u[6];
    for (int i = 0; i < 6; i++) u[i] = sk_unit(f.number, i, p->seed + 11);
    f.tall = 1.35f + 2.4f * u[0] * sk_clamp(z * .35f, .55f, 2.2f);
    f.tone = .55f + .85f * u[1], f.hue = u[2], f.busy = .10f + .55f * u[3] * u[3], f.shop = u[4], f.awning = u[5];
    return f;
}

static const float sk_signs_hues[6][3] = {
    {1, .05f, .26f}, {.03f, .68f, 1}, {1, .43f, .08f}, {.39f, .12f, 1}, {1, .12f, .05f}, {.05f, 1, .53f},
};
SK_INLINE sketch_rgb sk_sign_hue(float u) {
    const float *k = sk_signs_hues[sk_iclamp((int32_t)(u * 6), 0, 5)];
    return sk_rgb(k[0], k[1], k[2]);
}

// A pane: dark glass by day, by night lit behind curtains or not at all.
SK_INLINE sketch_rgb sk_pane(float u, float v, int32_t i, int32_t j, const sk_front *f, const sketch_street_plan *p, const sketch_air *a) {
    uint32_t seed = p->seed + 77u * (uint32_t)(f->number + 512);
    float lit = sk_unit(i, j, seed) < f->busy ? p->dark : 0, k = sk_unit(i, j, seed + 1);
    sketch_rgb glass = sk_scale(sk_add(a->ambient, sk_scale(a->glow, .5f)), .10f + .16f * v);
    sketch_rgb warm = k < .72f ? sk_mix(sk_rgb(1, .52f, .17f), sk_rgb(1, .8f, .5f), k) : sk_rgb(.30f, .56f, 1);
    float curtain = .55f + .45f * sk_step(.12f, .3f, sk_abs(u - .5f)) + .25f * v;
    return sk_add(glass, sk_scale(warm, lit * (.35f + 1.2f * k * k) * curtain));
}

SK_INLINE sketch_rgb sk_shop(float zo, float h, const sk_front *f, const sketch_street_plan *p, const sketch_air *a, float blur) {
    float u = sk_fract(zo * 1.9f), goods = .6f + .9f * sk_fbm(zo * 15, h * 17, 3, p->seed + 3);
    float glass = sk_step(.33f, .30f, h) * sk_step(.05f, .09f, h) * sk_step(.12f - blur, .16f + blur, u);
    glass *= 1 - sk_step(.03f + blur, .015f, sk_abs(u - .58f)) * .8f;
    sketch_rgb hue = p->neon > 0 ? sk_mix(sk_sign_hue(f->shop), sk_rgb(1, .76f, .5f), .45f)
                                 : sk_mix(sk_rgb(1, .55f, .2f), sk_rgb(1, .8f, .55f), f->shop);
    float bright = p->dark * (.20f + .75f * f->awning * sk_clamp(goods, .05f, 1.4f) * sk_step(.0f, .3f, h));
    sketch_rgb day = sk_scale(sk_add(a->ambient, a->glow), .10f * sk_clamp(goods, .3f, 1));
    return sk_scale(sk_add(sk_scale(hue, bright), sk_scale(day, 1 - .8f * p->dark)), glass);
}

SK_INLINE sketch_rgb sk_facade(
    float z, float h, int right, const sk_front *f, const sketch_air *a, const sketch_street_plan *p) {
    float zo = z + (right ? 1.37f : 0), blur = sk_clamp(z * z / (p->half * a->focal) * 4, 0, .5f);
    float grain = sk_fbm(z * 3, h * 6, 4, p->seed + 4);
    sketch_rgb brick = sk_mix(p->wall, sk_times(p->wall, sk_rgb(1.35f, .85f, .68f)), f->hue);
    sketch_rgb body = sk_scale(brick, f->tone * (1 + .45f * grain));
    float u = zo * 5.2f, v = (h - .50f) * 3.1f, fu = sk_fract(u), fv = sk_fract(v), keep = sk_step(.5f, .1f, blur);
    float frame = sk_step(.37f, .33f, sk_abs(fu - .5f)) * sk_step(.36f, .32f, sk_abs(fv - .5f));
    float edge = sk_abs(sk_fract(sk_log(sk_max(z, .2f)) * 2.6f + (right ? .43f : 0)) - .5f);
    frame *= sk_step(.5f, .46f, edge) * (h > .50f && h < f->tall - .10f ? 1 : 0);
    // Storeys are told apart by a ledge, houses by a gap.
    body = sk_scale(body, 1 - .30f * sk_step(.08f, .03f, sk_abs(fv - .02f)) * keep - .5f * sk_step(.47f, .5f, edge));
    body = sk_scale(body, 1 + .5f * sk_step(.05f, .02f, sk_abs(h - f->tall + .05f)));
    float facing = right ? (a->sun_x < p->vanish ? 1.f : .35f) : (a->sun_x < p->vanish ? .35f : 1.f);
    float day = (.26f * facing + .10f * sk_clamp(h / f->tall, 0, 1)) * a->sun_visible;
    sketch_rgb light = sk_add(sk_scale(a->ambient, .5f), sk_scale(a->sun, day));
    sketch_rgb c = sk_times(body, light);
    sketch_rgb pane = sk_pane(fu, fv, sk_floor(u), sk_floor(v), f, p, a);
    c = sk_mix(c, sk_mix(sk_scale(pane, .45f), pane, keep), frame * (.55f + .45f * keep));
    c = sk_add(c, sk_shop(zo, h, f, p, a, blur));
    sketch_rgb hue = p->neon > 0 ? sk_sign_hue(f->shop) : sk_rgb(.55f, .16f, .10f);
    float cloth = sk_step(.05f, .04f, sk_abs(h - .375f)) * (f->awning > .35f ? 1 : 0);
    sketch_rgb stripe = sk_scale(hue, (.10f + .16f * (sk_sin(zo * 60) > 0)) * (.35f + .65f * day + .3f * p->dark));
    c = sk_mix(c, stripe, cloth);
    if (p->neon > 0) {
        float upright = sk_step(.075f, .05f, sk_abs(sk_fract(z * 1.15f) - .5f)) * sk_step(.32f, .28f, sk_abs(h - 1.05f - .5f * f->hue));
        float line = sk_step(.016f, .010f, sk_abs(h - .455f)) * (f->hue > .4f ? 1 : 0);
        c = sk_add(c, sk_scale(hue, (upright * 2.6f * (.4f + .6f * (sk_fract(h * 9) > .25f)) + line * 2.2f) * p->neon));
    }
    // Shops and lamps light the lower storeys.
    float spill = p->dark * (sk_exp(-sk_abs(h - .3f) / .5f) * .20f + .10f * sk_exp(-sk_square(sk_fract(z * .28f) - .5f) * 30) * sk_exp(-sk_square(h - 1.1f) * 3));
    sketch_rgb spilt = sk_mix(p->lamp, hue, p->neon * .6f);
    c = sk_add(c, sk_times(sk_scale(spilt, spill), sk_add(body, sk_rgb(.1f, .1f, .1f))));
    if (p->snow > 0) {
        float ledge = sk_step(.10f, .02f, fv) * keep * (h > .5f) + sk_step(.06f, .02f, sk_abs(h - .43f));
        c = sk_mix(c, sk_scale(sk_rgb(.85f, .9f, 1), .5f * (light.r + light.g)), sk_clamp(ledge, 0, 1) * p->snow);
    }
    return c;
}

SK_INLINE sketch_rgb sk_street_air(const sketch_air *a, const sketch_street_plan *p, float x) {
    sketch_rgb fog = sk_fog(a, x);
    sketch_rgb lamps = sk_mix(sk_rgb(.25f, .13f, .07f), sk_rgb(.20f, .07f, .26f), p->neon);
    return sk_mix(fog, sk_add(sk_scale(fog, .55f), lamps), p->dark * .6f);
}

SK_KERNEL void sketch_street_walls(
    sketch_canvas c, const sketch_air *a, const sketch_street_plan *p, int32_t row0, int32_t row1) {
    for (int32_t row = row0; row < row1; row++)
        for (int32_t column = 0; column < c.width; column++) {
            float x = (float)column + .5f, y = (float)row + .5f, rx = (x - p->vanish) / a->focal;
            float z = p->half / sk_max(sk_abs(rx), 1e-5f), h = (a->horizon - y) / a->focal * z + a->camera;
            if (z > 40 || h < 0) continue;
            sk_front f = sk_front_at(z, rx > 0, p);
            float cover = sk_clamp((f.tall - h) * a->focal / z + .5f, 0, 1);
            if (cover <= 0) continue;
            float fog = sk_fog_amount(a, z * 1.6f), near = .30f + .70f * sk_step(.2f, 2.2f, z);
            sketch_rgb k = sk_scale(sk_facade(z, h, rx > 0, &f, a, p), sk_lerp(1, near, p->dark));
            int64_t at = (int64_t)row * c.width + column;
            sk_over(c.rgb + 3 * at, sk_mix(k, sk_street_air(a, p, x), fog), cover);
            if (cover > .5f) c.z[at] = z;
        }
}

// The picture above, upside down, drawn out as wet ground draws it out.
SK_INLINE sketch_rgb sk_wet(sketch_canvas c, const sketch_air *a, float x, float y, float bend, float z) {
    sketch_rgb sum = sk_rgb(0, 0, 0);
    float long_ = (y - a->horizon) * .30f;
    int32_t xi = sk_iclamp((int32_t)(x + bend * .35f), 0, c.width - 1), top = sk_imax((int32_t)a->horizon - 1, 0);
    (void)z;
    for (int k = -3; k <= 3; k++) {
        float up = 2 * a->horizon - y + sk_abs(bend) + (float)k / 3 * long_;
        int32_t yi = sk_iclamp((int32_t)up, 0, top);
        sum = sk_add(sum, sk_load(c.rgb + 3 * ((int64_t)yi * c.width + xi)));
    }
    return sk_scale(sum, 1 / 7.f);
}

SK_KERNEL void sketch_street_ground(
    sketch_canvas c, const sketch_air *a, const sketch_street_plan *p, int32_t row0, int32_t row1) {
    float unit = (float)c.height / 720, fine[SK_RUN], broad[SK_RUN], u[SK_RUN], v[SK_RUN];
    for (int32_t row = sk_imax(row0, (int32_t)a->horizon + 1); row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            float y = (float)row + .5f, dy = sk_max(y - a->horizon, .4f * unit) / a->focal, z = a->camera / dy;
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f - p->vanish) / a->focal * z * 4, v[i] = z * 3;
            sk_fbm_run(n, u, v, 4, p->seed + 8, fine);
            for (int i = 0; i < n; i++) u[i] *= .33f, v[i] *= .27f;
            sk_fbm_run(n, u, v, 3, p->seed + 9, broad);
            for (int i = 0; i < n; i++) {
                float x = (float)(x0 + i) + .5f, wx = (x - p->vanish) / a->focal * z;
                if (sk_abs(wx) >= p->half) continue;
                float off = sk_abs(wx), curb = sk_step(.60f, .615f, off), grain = fine[i];
                sketch_rgb k = sk_scale(sk_mix(sk_rgb(.045f, .046f, .052f), sk_rgb(.14f, .135f, .13f), curb), 1 + .5f * grain);
                k = sk_scale(k, 1 - .5f * sk_step(.02f, .0f, sk_abs(off - .61f)));
                // Flagstones, and the dashes of the middle line.
                float joint = sk_max(sk_step(.46f, .5f, sk_abs(sk_fract(z * 2.2f) - .5f)), sk_step(.45f, .5f, sk_abs(sk_fract(off * 6) - .5f)));
                k = sk_scale(k, 1 - .35f * curb * joint * sk_step(6, 2, z));
                float dash = sk_step(.024f, .016f, off) * (sk_fract(z * .8f) < .55f ? 1 : 0) * (1 - curb);
                k = sk_mix(k, sk_rgb(.45f, .40f, .25f), dash * .6f);
                float day = .30f * a->sun_visible * sk_exp(-sk_square((x - a->sun_x) / ((float)c.width * .22f)));
                sketch_rgb light = sk_add(sk_scale(a->ambient, .7f), sk_scale(a->sun, (.05f + day) * (1 - .5f * p->dark)));
                k = sk_times(k, sk_scale(light, 1.3f));
                k = sk_add(k, sk_scale(sk_times(p->lamp, sk_rgb(.05f, .05f, .05f)), p->dark * curb));
                if (p->snow > 0) k = sk_mix(k, sk_times(sk_rgb(.72f, .78f, .9f), light), p->snow * sk_step(-.2f, .2f, broad[i] + .4f * curb + .1f));
                float pool = sk_step(-.15f, .25f, broad[i]) * p->wet;
                float shine = p->wet > 0 ? (.18f + .60f * pool) * (.35f + .65f * sk_exp(-dy * 2.2f)) * (.4f + .6f * p->wet) : .05f;
                float bend = grain * 40 * unit * sk_clamp(1 / sqrtf(z), 0, 1.3f) * (1 - .6f * pool);
                k = sk_mix(k, sk_wet(c, a, x, y, bend, z), sk_clamp(shine, 0, .9f));
                int64_t at = (int64_t)row * c.width + x0 + i;
                sk_store(c.rgb + 3 * at, sk_mix(k, sk_street_air(a, p, x), sk_fog_amount(a, z * 1.6f)));
                c.z[at] = sk_min(z, 60);
            }
        }
}

SK_KERNEL void sketch_signs(
    sketch_canvas c, const sketch_air *a, const sketch_sign *signs, int32_t count, int32_t row0, int32_t row1) {
    for (int32_t i = 0; i < count; i++) {
        const sketch_sign *s = signs + i;
        float wide = s->x1 - s->x0, tall = s->y1 - s->y0, fog = sk_fog_amount(a, s->z * 1.6f) * .8f;
        if (wide < 2 || tall < 2) continue;
        float cells = sk_max(1, (float)(int32_t)(tall / wide + .5f));
        int32_t x0 = sk_imax(0, (int32_t)sk_max(s->x0, 0)), x1 = sk_imin(c.width, (int32_t)sk_max(s->x1 + 1, 0));
        int32_t y0 = sk_imax(row0, (int32_t)sk_max(s->y0, 0)), y1 = sk_imin(row1, (int32_t)sk_max(s->y1 + 1, 0));
        for (int32_t y = y0; y < y1; y++)
            for (int32_t x = x0; x < x1; x++) {
                int64_t at = (int64_t)y * c.width + x;
                if (sk_abs(c.z[at]) < s->z * .97f) continue;
                float px = (float)x + .5f - s->x0, py = (float)y + .5f - s->y0;
                float cover = sk_clamp(sk_min(sk_min(px, wide - px), sk_min(py, tall - py)) + .5f, 0, 1);
                float u = px / wide, v = py / tall * cells, gv = sk_fract(v);
                int32_t gx = sk_floor(u * 5), gy = sk_floor(gv * 5);
                float soft = sk_clamp(3 * cells / tall, .02f, .5f);
                // Strokes stand in for writing that nobody is to read.
                float lit = gx > 0 && gx < 4 && gy > 0 && gy < 4 && sk_unit(gx, gy, s->seed + 31u * (uint32_t)sk_floor(v)) > .48f;
                float rim = sk_min(sk_min(u, 1 - u) * wide, sk_min(py, tall - py)) < sk_max(wide * .07f, .8f) ? 1 : 0;
                float light = lit * 1.5f * (1 - soft) + .6f * soft + rim * 1.3f + .10f;
                sketch_rgb k = sk_add(sk_scale(s->colour, light * s->glow), sk_scale(a->ambient, .03f));
                sk_over(c.rgb + 3 * at, sk_mix(k, sk_fog(a, (float)x), fog), cover);
                if (cover > .5f) c.z[at] = s->z;
            }
    }
}
