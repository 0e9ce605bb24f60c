#include "sketch_hand.h"

SK_KERNEL void sketch_lights_of(const float *rgb, float *lights, int32_t width, int32_t row0, int32_t row1) {
    for (int64_t at = (int64_t)row0 * width; at < (int64_t)row1 * width; at++)
        lights[at] = sk_clamp(sk_luma(sk_load(rgb + 3 * at)), 0, 1);
}

void sketch_count_lights(const float *lights, int64_t count, int32_t *counts) {
    memset(counts, 0, 256 * sizeof *counts);
    for (int64_t i = 0; i < count; i++) counts[(int32_t)(sk_clamp(lights[i], 0, 1) * 255)]++;
}

SK_KERNEL void sketch_gauss(
    const float *from, float *to, int32_t width, int32_t height, float sigma, int32_t is_down, int32_t row0,
    int32_t row1) {
    enum { WIDEST = 24 };
    int32_t r = sk_imin(WIDEST, (int32_t)(sigma * 3 + 1));
    float weights[WIDEST + 1], sum = 0;
    for (int32_t i = 0; i <= r; i++) weights[i] = sk_exp(-(float)(i * i) / (2 * sigma * sigma)), sum += i ? 2 * weights[i] : weights[i];
    for (int32_t i = 0; i <= r; i++) weights[i] /= sum;
    for (int32_t y = row0; y < row1; y++) {
        float *out = to + (int64_t)y * width;
        const float *line = from + (int64_t)y * width;
        for (int32_t x = 0; x < width; x++) out[x] = line[x] * weights[0];
        for (int32_t i = 1; i <= r; i++) {
            if (is_down) {
                const float *up = from + (int64_t)sk_imax(y - i, 0) * width, *down = from + (int64_t)sk_imin(y + i, height - 1) * width;
                for (int32_t x = 0; x < width; x++) out[x] += (up[x] + down[x]) * weights[i];
            } else {
                for (int32_t x = 0; x < width; x++)
                    out[x] += (line[sk_imax(x - i, 0)] + line[sk_imin(x + i, width - 1)]) * weights[i];
            }
        }
    }
}

// 0…1 where the inverse distance bends: a plane has no line in it however it
// recedes, a silhouette has.
SK_INLINE float sk_depth_line(const float *z, int32_t width, int32_t height, int32_t x, int32_t y, int32_t reach) {
    float here = 1 / sk_max(z[(int64_t)y * width + x], .5f);
    float l = 1 / sk_max(z[(int64_t)y * width + sk_imax(x - reach, 0)], .5f), r = 1 / sk_max(z[(int64_t)y * width + sk_imin(x + reach, width - 1)], .5f);
    float t = 1 / sk_max(z[(int64_t)sk_imax(y - reach, 0) * width + x], .5f), b = 1 / sk_max(z[(int64_t)sk_imin(y + reach, height - 1) * width + x], .5f);
    float across = sk_abs(l + r - 2 * here) / (l + r + here), down = sk_abs(t + b - 2 * here) / (t + b + here);
    return sk_step(.035f, .13f, sk_max(across, down));
}

SK_KERNEL void sketch_lines(
    const float *fine, const float *coarse, const float *z, float *lines, int32_t width, int32_t height, float tone,
    int32_t row0, int32_t row1) {
    int32_t reach = sk_imax(1, (int32_t)((float)height / 720 + .5f));
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < width; x++) {
            int64_t at = (int64_t)y * width + x;
            float dip = sk_clamp(-sk_tanh((fine[at] - coarse[at] + .004f) * 140), 0, 1);
            lines[at] = sk_max(sk_depth_line(z, width, height, x, y, reach), dip * tone);
        }
}
