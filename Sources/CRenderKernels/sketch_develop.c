#include "include/sketch_styles.h"
#include "sketch_hand.h"

SK_INLINE sketch_rgb sk_bloom_at(const float *cells, int32_t columns, int32_t rows, float x, float y) {
    x = sk_clamp(x - .5f, 0, (float)(columns - 1)), y = sk_clamp(y - .5f, 0, (float)(rows - 1));
    int32_t xi = (int32_t)x, yi = (int32_t)y, xn = sk_imin(xi + 1, columns - 1), yn = sk_imin(yi + 1, rows - 1);
    float fx = x - (float)xi, fy = y - (float)yi;
    sketch_rgb a = sk_mix(sk_load(cells + 3 * (yi * columns + xi)), sk_load(cells + 3 * (yi * columns + xn)), fx);
    sketch_rgb b = sk_mix(sk_load(cells + 3 * (yn * columns + xi)), sk_load(cells + 3 * (yn * columns + xn)), fx);
    return sk_mix(a, b, fy);
}
// Extended Reinhard, half by luminance and half by channel.
SK_INLINE sketch_rgb sk_tone(sketch_rgb c) {
    float l = .25f * c.r + .6f * c.g + .15f * c.b, t = (1 + l / 14) / (1 + l);
    sketch_rgb each = {c.r * (1 + c.r / 14) / (1 + c.r), c.g * (1 + c.g / 14) / (1 + c.g),
        c.b * (1 + c.b / 14) / (1 + c.b)};
    return sk_mix(sk_scale(c, t), each, .55f);
}
// The curve by the root of the light, so that dark steps are as fine as light.
enum { SK_CURVE = 1024 };
SK_INLINE float sk_curve_at(const float *table, float x) {
    float at = sqrtf(sk_clamp(x, 0, 1)) * (SK_CURVE - 1);
    int32_t i = sk_imin((int32_t)at, SK_CURVE - 2);
    return sk_lerp(table[i], table[i + 1], at - (float)i);
}
SK_INLINE float sk_curve(float x, float black, float contrast) {
    x = sk_clamp((sk_encode(x) - black) / (.99f - black), 0, 1);
    return sk_lerp(x, x * x * (3 - 2 * x), .55f * contrast);
}
SK_INLINE sketch_rgb sk_grade(sketch_rgb c, const sketch_look *k) {
    float l = sk_luma(c), d = (1 - l) * (1 - l), h = l * sqrtf(sk_max(l, 0));
    c = sk_rgb(sk_lerp(l, c.r, k->saturation), sk_lerp(l, c.g, k->saturation), sk_lerp(l, c.b, k->saturation));
    c = sk_add(c, sk_add(sk_scale(k->shadows, d), sk_scale(k->lights, h)));
    if (k->fade > 0) {
        sketch_rgb old = sk_rgb(.16f + c.r * .82f, .125f + c.g * .80f, .12f + c.b * .68f);
        c = sk_mix(c, old, k->fade);
    }
    return c;
}
SK_INLINE float sk_film_grain(const sketch_look *k, float x, float y, float height, float l) {
    float fine = sk_max(1, height / 720), cell_x = x / fine, cell_y = y / fine;
    float g = sk_noise(cell_x * .71f, cell_y * .71f, k->seed + 301) + .6f * sk_noise(cell_x * 1.37f, cell_y * 1.37f, k->seed + 302);
    float middle = 1 - sk_abs(l * 2 - .8f);
    return g * k->grain * sk_min(1, height / 720 + .25f) * (.35f + .65f * sqrtf(sk_clamp(middle, 0, 1)));
}

SK_KERNEL void sketch_develop(
    const float *rgb, float *target, int32_t width, int32_t height, const float *bloom, int32_t columns, int32_t rows,
    int32_t step, const sketch_look *k, int32_t row0, int32_t row1) {
    float w = (float)width, h = (float)height, cell = 1 / (float)step, table[SK_CURVE];
    for (int32_t i = 0; i < SK_CURVE; i++) table[i] = sk_curve(sk_square((float)i / (SK_CURVE - 1)), k->black, k->contrast);
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < width; x++) {
            int64_t at = 3 * ((int64_t)y * width + x);
            float px = (float)x + .5f, py = (float)y + .5f, dx = (px - w / 2) / w, dy = (py - h / 2) / h;
            sketch_rgb c = sk_add(sk_load(rgb + at), sk_scale(sk_bloom_at(bloom, columns, rows, px * cell, py * cell), k->bloom * 2));
            c = sk_tone(sk_scale(c, k->exposure));
            c = sk_scale(c, 1 - k->vignette * sk_step(.35f, 1, sqrtf(dx * dx + dy * dy) * 1.25f));
            c = sk_rgb(sk_curve_at(table, c.r), sk_curve_at(table, c.g), sk_curve_at(table, c.b));
            sk_store(target + at, sk_grade(c, k));
        }
}

SK_KERNEL void sketch_write(
    const float *rgb, int32_t width, int32_t height, const sketch_look *k, uint8_t *bytes, int64_t stride, int32_t row0,
    int32_t row1) {
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < width; x++) {
            sketch_rgb c = sk_load(rgb + 3 * ((int64_t)y * width + x));
            float g = k->grain > 0 ? sk_film_grain(k, (float)x + .5f, (float)y + .5f, (float)height, sk_clamp(sk_luma(c), 0, 1)) : 0;
            sk_put(bytes + stride * y + 4 * x, sk_rgb(c.r + g, c.g + g, c.b + g));
        }
}

float sketch_nearest(const float *z, int64_t count) {
    float nearest = 200;
    for (int64_t i = 0; i < count; i++) nearest = sk_min(nearest, sk_abs(z[i]));
    return nearest;
}

SK_KERNEL void sketch_depth(
    const float *z, int32_t width, int32_t height, float nearest, float *nearness, int32_t row0, int32_t row1) {
    float low = 1 / (1 + 70 * .35f), high = 1 / (1 + nearest * .35f), k = 1 / sk_max(high - low, 1e-6f);
    (void)height;
    for (int64_t at = (int64_t)row0 * width; at < (int64_t)row1 * width; at++)
        nearness[at] = sk_clamp((1 / (1 + sk_abs(z[at]) * .35f) - low) * k, 0, 1);
}
