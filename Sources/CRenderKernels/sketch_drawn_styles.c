#include "sketch_hand.h"

// How much a set of parallel strokes covers: `wide` is their share of the gap.
SK_INLINE float sk_hatch(float x, float y, float turn_x, float turn_y, float gap, float bend, float wide) {
    float t = sk_fract((x * turn_y + y * turn_x + bend) / gap);
    return sk_clamp((wide - sk_abs(t - .5f) * 2) * gap * .5f + .5f, 0, 1) * (wide > .02f);
}
SK_INLINE float sk_between_tones(float low, float high, float l) { return sk_clamp((high - l) / (high - low), 0, 1); }

// Line, hatching by tone, solid blacks, and a thin wash where there is colour.
SK_KERNEL void sketch_ink(const sketch_plate *p, int32_t row0, int32_t row1) {
    float h = (float)p->height, gap = sk_max(h / 103, 3), span = sk_max(p->lightest - p->darkest, .05f);
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < p->width; x++) {
            int64_t at = (int64_t)y * p->width + x;
            float px = (float)x + .5f, py = (float)y + .5f, u = px / h, v = py / h;
            sketch_rgb c = sk_load(p->rgb + 3 * at);
            float l = (sk_luma(c) - p->darkest) / span, n = sk_fbm(u * 30, v * 30, 2, 3) * 1.5f, bend = n * 3 * h / 720;
            float ink = sk_hatch(px, py, .7317f, .6816f, gap, bend, sk_between_tones(.25f, .72f, l) * .55f);
            ink = sk_max(ink, sk_hatch(px, py, .7317f, -.6816f, gap, bend, sk_between_tones(.10f, .45f, l) * .6f));
            ink = sk_max(ink, sk_step(.225f + .03f * n, .185f + .03f * n, l));
            float wave = 1.6f * h / 720, wx = sk_noise(u * 40, v * 40, 4) * wave, wy = sk_noise(u * 40 + 7, v * 40, 5) * wave;
            ink = sk_max(ink, sk_step(.25f, .65f, sk_read(p->lines, p->width, p->height, 1, (float)x + wx, (float)y + wy)));
            float most = sk_max(c.r, sk_max(c.g, c.b)), least = sk_min(c.r, sk_min(c.g, c.b)), wash = .34f * sk_step(.08f, .5f, most - least);
            float tooth = 1 + .018f * sk_fbm(u * 240, v * 240, 3, 5);
            sketch_rgb paper = sk_times(sk_rgb(.955f * tooth, .93f * tooth, .87f * tooth), sk_mix(sk_rgb(1, 1, 1), sk_saturate(c, 1.3f), wash));
            sk_put(p->bytes + p->stride * y + 4 * x, sk_mix(paper, sk_rgb(.055f, .055f, .095f), ink * .95f));
        }
}

// Graphite: strokes laid along two directions by tone, doubled contours, the
// paper's tooth.
SK_KERNEL void sketch_pencil(const sketch_plate *p, int32_t row0, int32_t row1) {
    float h = (float)p->height, unit = h / 720, span = sk_max(p->lightest - p->darkest, .05f);
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < p->width; x++) {
            int64_t at = (int64_t)y * p->width + x;
            float px = ((float)x + .5f) / unit, py = ((float)y + .5f) / unit, u = px / 720, v = py / 720;
            float l = sk_clamp((sk_luma(sk_load(p->rgb + 3 * at)) - p->darkest) / span, 0, 1), t = 1 - l;
            float tooth = sk_fbm(px / 1.7f, py / 1.7f, 2, 3);
            float a = px * .5817f + py * .8134f, b = -px * .8134f + py * .5817f, one = sk_fbm(a / 70, b / 2.4f, 3, 5);
            float a2 = px * .9394f + py * .3429f, b2 = -px * .3429f + py * .9394f, two = sk_fbm(a2 / 60, b2 / 2.2f, 3, 6);
            float tone = t * sqrtf(sqrtf(t)) * .62f * sk_clamp(1 + 1.3f * one + .5f * tooth, 0, 2);
            tone += sk_clamp(t - .55f, 0, 1) * .9f * sk_clamp(1 + 1.4f * two, 0, 2);
            float w1 = 3 * unit, w2 = 4.5f * unit;
            float line = sk_read(p->lines, p->width, p->height, 1, (float)x + sk_noise(u * 14, v * 14, 8) * w1, (float)y + sk_noise(u * 14 + 7, v * 14, 9) * w1);
            float again = sk_read(p->lines, p->width, p->height, 1, (float)x + sk_noise(u * 9, v * 9, 18) * w2, (float)y + sk_noise(u * 9 + 7, v * 9, 19) * w2);
            line = sk_max(line, .8f * again);
            float g = sk_clamp(tone * .88f + line * .62f * (1 + .6f * tooth), 0, .94f);
            sk_put(p->bytes + p->stride * y + 4 * x,
                sk_rgb(.94f * (1 + .02f * tooth) - g * .82f, .93f * (1 + .02f * tooth) - g * .80f, .90f * (1 + .02f * tooth) - g * .76f));
        }
}

// White lines on blue: outlines, contours of equal distance, a measured grid.
SK_KERNEL void sketch_blueprint(const sketch_plate *p, int32_t row0, int32_t row1) {
    float h = (float)p->height, unit = sk_max(h / 720, .5f), fine = h / 18, broad = h / 3.6f;
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < p->width; x++) {
            int64_t at = (int64_t)y * p->width + x;
            float px = (float)x + .5f, py = (float)y + .5f, u = px / h, v = py / h, z = p->z[at], contour = 0;
            if (z < 60) {
                int64_t right = (int64_t)y * p->width + sk_imin(x + 1, p->width - 1), under = (int64_t)sk_imin(y + 1, p->height - 1) * p->width + x;
                float s = sk_log(z) * 4, gx = sk_log(sk_min(p->z[right], 70)) * 4 - s, gy = sk_log(sk_min(p->z[under], 70)) * 4 - s;
                float slope = sqrtf(gx * gx + gy * gy) + 1e-4f, iso = sk_abs(sk_fract(s + .5f) - .5f);
                contour = slope < .5f ? sk_clamp(unit - iso / slope, 0, 1) * .34f : 0;
            }
            float gx = sk_fract(px / fine) * fine, gy = sk_fract(py / fine) * fine, bx = sk_fract(px / broad) * broad, by = sk_fract(py / broad) * broad;
            float grid = (gx < unit || gy < unit ? .10f : 0) + (bx < 1.5f * unit || by < 1.5f * unit ? .13f : 0);
            float l = sk_luma(sk_load(p->rgb + 3 * at)), cloud = 1 + .25f * sk_fbm(u * 3.6f, v * 3.6f, 4, 3) + .05f * sk_fbm(u * 360, v * 360, 2, 4);
            sketch_rgb blue = sk_add(sk_scale(sk_rgb(.045f, .16f, .36f), cloud), sk_scale(sk_rgb(.02f, .07f, .12f), l));
            float line = sk_step(.16f, .62f, p->lines[at]) * .95f;
            sk_put(p->bytes + p->stride * y + 4 * x, sk_mix(blue, sk_rgb(.86f, .94f, 1), sk_clamp(line + contour + grid, 0, 1)));
        }
}
