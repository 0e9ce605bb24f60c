#include "sketch_hand.h"

SK_INLINE sketch_rgb sk_glow_at(const sketch_plate *p, float x, float y) {
    float step = (float)p->glow_step;
    x = x / step - .5f, y = y / step - .5f;
    return sk_rgb(sk_read(p->glow, p->glow_columns, p->glow_rows, 3, x, y),
        sk_read(p->glow + 1, p->glow_columns, p->glow_rows, 3, x, y), sk_read(p->glow + 2, p->glow_columns, p->glow_rows, 3, x, y));
}

// Seven tones with soft joins, strong colours, a line around what stands out.
SK_KERNEL void sketch_anime(const sketch_plate *p, int32_t row0, int32_t row1) {
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < p->width; x++) {
            int64_t at = (int64_t)y * p->width + x;
            sketch_rgb c = sk_load(p->rgb + 3 * at);
            float l = sk_clamp(sk_luma(c), 0, 1), s = l * 7, base = (float)sk_floor(s), f = s - base;
            float stepped = (base + sk_step(.36f, .64f, f)) / 7, to = sk_lerp(stepped, l, .18f);
            c = sk_saturate(sk_scale(c, to / sk_max(l, .02f)), 1.36f);
            c = sk_rgb(sk_pow(c.r, .86f), sk_pow(c.g, .86f), sk_pow(c.b, .86f));
            float line = sk_step(.30f, .85f, p->lines[at]) * .66f;
            sk_put(p->bytes + p->stride * y + 4 * x, sk_mix(c, sk_rgb(c.r * .20f + .04f, c.g * .16f + .01f, c.b * .24f + .07f), line));
        }
}

SK_KERNEL void sketch_noir(const sketch_plate *p, float blinds, int32_t row0, int32_t row1) {
    float h = (float)p->height, fine = sk_max(1, h / 720);
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < p->width; x++) {
            int64_t at = (int64_t)y * p->width + x;
            float px = (float)x + .5f, py = (float)y + .5f, u = px / h, v = py / h, l = sk_clamp(sk_luma(sk_load(p->rgb + 3 * at)), 0, 1);
            if (blinds > 0) {
                float slat = sk_fract((v + u * .28f) * 13), shut = sk_step(.46f, .54f, slat) * sk_step(1, .92f, slat);
                float dx = u - p->sun_x / h, pool = sk_exp(-(dx * dx / .30f + (v - .6f) * (v - .6f) / .35f));
                l *= 1 - .48f * blinds * shut * sk_step(.18f, .7f, pool) * (p->z[at] < 60);
            }
            float o = sk_step(p->low, p->low + .12f, l) * .30f + sk_step(p->high, p->high + .14f, l) * .36f + sk_step(.60f, .92f, l) * .34f;
            o = sk_lerp(o, l * sqrtf(l), .36f) + sk_luma(sk_glow_at(p, px, py)) * .26f;
            float grain = sk_noise(px / fine * .71f, py / fine * .71f, p->seed + 301) + .6f * sk_noise(px / fine * 1.37f, py / fine * 1.37f, p->seed + 302);
            o += grain * .034f * sk_min(1, h / 720 + .25f);
            sk_put(p->bytes + p->stride * y + 4 * x, sk_rgb(o, o * .985f, o * .955f));
        }
}

// Pigment on paper: density grows with darkness, runs into blooms, settles in
// the tooth and gathers at the edges of every wash. The paper's own edge is not
// painted, for a camera will move over the picture.
SK_KERNEL void sketch_watercolour(const sketch_plate *p, int32_t row0, int32_t row1) {
    float h = (float)p->height, unit = h / 720, shift = (float)(p->seed & 255u);
    float reach = sk_max(1, 1.6f * unit), u[SK_RUN], v[SK_RUN], bloom[SK_RUN], drift[SK_RUN], tooth[SK_RUN], fast[SK_RUN];
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x0 = 0; x0 < p->width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, p->width - x0);
            float row = ((float)y + .5f) / h;
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) / h * 4 + shift, v[i] = row * 4;
            sk_fbm_run(n, u, v, 5, 3, bloom);
            for (int i = 0; i < n; i++) u[i] = (u[i] - shift) * 4.5f, v[i] = row * 18;
            sk_fbm_run(n, u, v, 4, 6, drift);
            for (int i = 0; i < n; i++) u[i] *= 17.4f, v[i] = row * 313;
            sk_fbm_run(n, u, v, 3, 4, tooth);
            for (int i = 0; i < n; i++) u[i] = u[i] / 313 * 7 + shift, v[i] = row * 26;
            sk_fbm_run(n, u, v, 4, 8, fast);
            for (int i = 0; i < n; i++) {
                int32_t x = x0 + i;
                float px = (float)x, py = (float)y;
                sketch_rgb c = sk_saturate(sk_load(p->rgb + 3 * ((int64_t)y * p->width + x)), 1.38f);
                float gx = sk_read(p->lines, p->width, p->height, 1, px + reach, py) - sk_read(p->lines, p->width, p->height, 1, px - reach, py);
                float gy = sk_read(p->lines, p->width, p->height, 1, px, py + reach) - sk_read(p->lines, p->width, p->height, 1, px, py - reach);
                float rim = sk_min(9 * sqrtf(gx * gx + gy * gy) / (2 * 1.6f), .55f);
                float wash = (1 + .55f * bloom[i] + .28f * drift[i] + .22f * tooth[i]) * .83f, run = 1 + .35f * rim;
                // Dry paper shines through where the brush went fast.
                float dry = sk_step(.30f, .62f, fast[i] + .35f * tooth[i]) * sk_step(.35f, .85f, sk_luma(c));
                float paper = 1 + .022f * tooth[i], keep = (1 - .75f * dry) * 1.55f;
                float r = (1 - c.r) * wash + rim * (1.25f - c.r) * run, g = (1 - c.g) * wash + rim * (1.25f - c.g) * run, b = (1 - c.b) * wash + rim * (1.25f - c.b) * run;
                sketch_rgb t = {sk_exp(-sk_clamp(r, 0, 1.45f) * keep) * paper * .975f, sk_exp(-sk_clamp(g, 0, 1.45f) * keep) * paper * .96f,
                    sk_exp(-sk_clamp(b, 0, 1.45f) * keep) * paper * .925f};
                sk_put(p->bytes + p->stride * y + 4 * x, t);
            }
        }
}

static const float sk_neon_stops[6] = {0, .18f, .40f, .62f, .82f, 1};
static const float sk_neon_colours[6][3] = {
    {.03f, .01f, .10f}, {.16f, .03f, .34f}, {.55f, .06f, .55f}, {.98f, .22f, .55f}, {1, .62f, .30f}, {1, .96f, .70f},
};
SK_INLINE sketch_rgb sk_neon_map(float l) {
    int i = 0;
    while (i < 4 && l > sk_neon_stops[i + 1]) i++;
    float t = sk_clamp((l - sk_neon_stops[i]) / (sk_neon_stops[i + 1] - sk_neon_stops[i]), 0, 1);
    const float *a = sk_neon_colours[i], *b = sk_neon_colours[i + 1];
    return sk_mix(sk_rgb(a[0], a[1], a[2]), sk_rgb(b[0], b[1], b[2]), t);
}

// The picture in neon: a banded sun in the sky, a grid over level ground.
SK_INLINE sketch_rgb sk_neon(const sketch_plate *p, float disc, int32_t x, int32_t y) {
    int64_t at = (int64_t)y * p->width + x;
    float h = (float)p->height, px = (float)x + .5f, py = (float)y + .5f;
    sketch_rgb own = sk_load(p->rgb + 3 * at);
    sketch_rgb c = sk_mix(sk_neon_map(sk_clamp(sk_luma(own), 0, 1)), sk_saturate(own, 1.3f), .20f);
    float z = p->z[at];
    if (disc > 0 && z > 150) {
        float dx = px - p->sun_x, dy = py - (p->horizon - .16f * h), d = sqrtf(dx * dx + dy * dy) / h;
        float t = (py - (p->horizon - .36f * h)) / (.40f * h), bar = sk_fract(t * 9), cut = .10f + .60f * t;
        float face = sk_clamp((.20f - d) * h + .5f, 0, 1) * sk_clamp((bar - cut) * .045f * h + .5f, 0, 1);
        c = sk_mix(c, sk_mix(sk_rgb(1, .92f, .35f), sk_rgb(1, .15f, .55f), sk_clamp(t, 0, 1)), face);
        c = sk_add(c, sk_scale(sk_rgb(1, .25f, .6f), sk_exp(-sk_max(d - .2f, 0) / .12f) * .28f));
    }
    float below = py - p->horizon;
    if (below < 1) return c;
    float level = p->focal * p->camera / below, off = sk_abs(sk_log(z / level)), ground = sk_step(.42f, .16f, off);
    if (ground <= 0) return c;
    float k = 1.6f, wx = (px - (float)p->width / 2) / p->focal * level, foot = level / p->focal, down = level * level / (p->camera * p->focal);
    float fx = .5f - sk_abs(sk_fract(wx * k) - .5f), fz = .5f - sk_abs(sk_fract(level * k) - .5f), line = sk_max(h / 720, .6f);
    float across = sk_exp(-sk_square(fx / (foot * k * 1.3f * line))), along = sk_exp(-sk_square(fz / (down * k * 1.1f * line + 1e-3f))) * sk_step(.6f, .2f, down * k);
    float glow = sk_max(sk_exp(-sk_square(fx / (foot * k * 7 * line))), sk_exp(-sk_square(fz / (down * k * 5 * line + 1e-3f))) * sk_step(.5f, .1f, down * k));
    float lit = (sk_max(across, along) * sk_exp(-level / 9) + glow * .25f * sk_exp(-level / 7)) * ground;
    c = sk_scale(c, sk_lerp(1, .55f, ground));
    return sk_add(c, sk_scale(sk_rgb(.25f, .95f, 1), lit));
}

SK_KERNEL void sketch_synthwave(const sketch_plate *p, float disc, int32_t row0, int32_t row1) {
    int32_t apart = (int32_t)((float)p->height / 360 + .5f), period = sk_imax(2, (int32_t)((float)p->height / 240 + .5f));
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < p->width; x++) {
            // The guns of an old screen do not quite meet.
            sketch_rgb c = sk_neon(p, disc, x, y);
            if (apart > 0) {
                c.r = sk_neon(p, disc, sk_imax(x - apart, 0), y).r;
                c.b = sk_neon(p, disc, sk_imin(x + apart, p->width - 1), y).b;
            }
            c = sk_add(c, sk_scale(sk_glow_at(p, (float)x + .5f, (float)y + .5f), .45f));
            sk_put(p->bytes + p->stride * y + 4 * x, sk_scale(c, y % period == 0 ? .86f : 1));
        }
}
