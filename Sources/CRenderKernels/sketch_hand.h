// What the styles share: lights, edges, and how a colour becomes bytes.
#ifndef SKETCH_HAND_H
#define SKETCH_HAND_H

#include "include/sketch_styles.h"
#include "sketch_maths.h"

SK_INLINE float sk_luma(sketch_rgb c) { return .3f * c.r + .59f * c.g + .11f * c.b; }
SK_INLINE uint8_t sk_byte(float x) { return (uint8_t)(sk_clamp(x, 0, 1) * 255 + .5f); }
SK_INLINE void sk_put(uint8_t *p, sketch_rgb c) { p[0] = sk_byte(c.r), p[1] = sk_byte(c.g), p[2] = sk_byte(c.b), p[3] = 255; }
SK_INLINE sketch_rgb sk_saturate(sketch_rgb c, float k) {
    float l = sk_luma(c);
    return sk_rgb(sk_clamp(sk_lerp(l, c.r, k), 0, 1), sk_clamp(sk_lerp(l, c.g, k), 0, 1), sk_clamp(sk_lerp(l, c.b, k), 0, 1));
}
SK_INLINE float sk_tanh(float x) {
    float e = sk_exp(-2 * sk_abs(x)), t = (1 - e) / (1 + e);
    return x < 0 ? -t : t;
}
// Bilinear reading of a plane of `step` floats a pixel.
SK_INLINE float sk_read(const float *plane, int32_t width, int32_t height, int step, float x, float y) {
    x = sk_clamp(x, 0, (float)(width - 1)), y = sk_clamp(y, 0, (float)(height - 1));
    int32_t xi = (int32_t)x, yi = (int32_t)y, xn = sk_imin(xi + 1, width - 1), yn = sk_imin(yi + 1, height - 1);
    float fx = x - (float)xi, fy = y - (float)yi;
    const float *p = plane + step * (int64_t)yi * width, *q = plane + step * (int64_t)yn * width;
    return sk_lerp(sk_lerp(p[step * xi], p[step * xn], fx), sk_lerp(q[step * xi], q[step * xn], fx), fy);
}

#endif
