// Arithmetic of the sketch's kernels. Everything is inline and free of
// library calls whose last bit differs between machines.
#ifndef SKETCH_MATHS_H
#define SKETCH_MATHS_H

#include "include/sketch.h"
#include <math.h>
#include <stdint.h>
#include <string.h>

// No kernel fuses or reorders sums, so both clones give the same bits.
#if defined(__x86_64__) && defined(__linux__)
#define SK_KERNEL __attribute__((target_clones("avx2", "default")))
#else
#define SK_KERNEL
#endif
#define SK_INLINE static inline __attribute__((always_inline, unused))

// Pixels that a kernel takes through its noise at once.
enum { SK_RUN = 64 };

SK_INLINE float sk_min(float a, float b) { return a < b ? a : b; }
SK_INLINE float sk_max(float a, float b) { return a > b ? a : b; }
SK_INLINE float sk_clamp(float x, float a, float b) { return sk_min(sk_max(x, a), b); }
SK_INLINE float sk_square(float x) { return x * x; }
SK_INLINE float sk_abs(float x) { return x < 0 ? -x : x; }
SK_INLINE int32_t sk_imin(int32_t a, int32_t b) { return a < b ? a : b; }
SK_INLINE int32_t sk_imax(int32_t a, int32_t b) { return a > b ? a : b; }
SK_INLINE int32_t sk_iclamp(int32_t x, int32_t a, int32_t b) { return sk_imin(sk_imax(x, a), b); }
SK_INLINE float sk_lerp(float a, float b, float t) { return a + (b - a) * t; }
SK_INLINE int32_t sk_floor(float x) {
    int32_t i = (int32_t)x;
    return i - (x < (float)i);
}
SK_INLINE float sk_fract(float x) { return x - (float)sk_floor(x); }
// Rises from 0 at a to 1 at b; a > b falls.
SK_INLINE float sk_step(float a, float b, float x) {
    float t = sk_clamp((x - a) / (b - a), 0, 1);
    return t * t * (3 - 2 * t);
}
SK_INLINE float sk_exp(float x) {
    float t = sk_clamp(x, -86, 86) * 1.44269504f;
    int32_t i = (int32_t)(t + (t < 0 ? -.5f : .5f));
    float f = (t - (float)i) * .69314718f;
    float p = 1 + f * (1 + f * (.5f + f * (.16666667f + f * (.041666667f + f * .0083333333f))));
    int32_t bits = (i + 127) << 23;
    float scale;
    memcpy(&scale, &bits, 4);
    return p * scale;
}
// Natural logarithm of a positive number.
SK_INLINE float sk_log(float x) {
    int32_t bits;
    memcpy(&bits, &x, 4);
    int32_t e = ((bits >> 23) & 255) - 127;
    bits = (bits & 0x7fffff) | 0x3f800000;
    float m;
    memcpy(&m, &bits, 4);
    float s = (m - 1.41421356f) / (m + 1.41421356f), q = s * s;
    return (float)e * .69314718f + .34657359f + 2 * s * (1 + q * (.33333333f + q * (.2f + q * .14285714f)));
}
SK_INLINE float sk_pow(float x, float e) { return sk_exp(sk_log(sk_max(x, 1e-12f)) * e); }
SK_INLINE float sk_encode(float x) {
    x = sk_clamp(x, 0, 1);
    return x <= .0031308f ? x * 12.92f : 1.055f * sk_pow(x, 1 / 2.4f) - .055f;
}
// Sine by its own series, good to 1e-4, so that it is the same everywhere.
SK_INLINE float sk_sin(float x) {
    float t = x * .15915494f;
    t = (t - (float)sk_floor(t + .5f)) * 2;
    float p = 4 * t * (1 - sk_abs(t));
    return .225f * (p * sk_abs(p) - p) + p;
}

SK_INLINE uint32_t sk_hash(int32_t x, int32_t y, uint32_t seed) {
    uint32_t h = (uint32_t)x * 374761393u + (uint32_t)y * 668265263u + seed * 2246822519u;
    h = (h ^ (h >> 13)) * 1274126177u;
    return h ^ (h >> 16);
}
// 0…1 from a cell and a purpose.
SK_INLINE float sk_unit(int32_t x, int32_t y, uint32_t seed) {
    return (float)(int32_t)(sk_hash(x, y, seed) >> 8) * (1 / 16777216.f);
}
SK_INLINE float sk_corner(int32_t x, int32_t y, uint32_t seed, float dx, float dy) {
    uint32_t h = sk_hash(x, y, seed);
    float gx = (float)(int32_t)(h & 0xffff) * (2 / 65535.f) - 1;
    float gy = (float)(int32_t)(h >> 16) * (2 / 65535.f) - 1;
    return gx * dx + gy * dy;
}
// Gradient noise, about -1…1. Gradients fill a square, which costs no table
// and lets the compiler take many points at once.
SK_INLINE float sk_noise(float x, float y, uint32_t seed) {
    int32_t ix = sk_floor(x), iy = sk_floor(y);
    float fx = x - (float)ix, fy = y - (float)iy;
    float u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    float v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    float a = sk_corner(ix, iy, seed, fx, fy), b = sk_corner(ix + 1, iy, seed, fx - 1, fy);
    float c = sk_corner(ix, iy + 1, seed, fx, fy - 1), d = sk_corner(ix + 1, iy + 1, seed, fx - 1, fy - 1);
    float p = a + (b - a) * u, q = c + (d - c) * u;
    return (p + (q - p) * v) * 1.84f;
}
SK_INLINE void sk_turn(float *x, float *y) {
    float nx = (*x * .8f + *y * .6f) * 2.03f + 3.1f;
    *y = (*y * .8f - *x * .6f) * 2.03f - 1.7f;
    *x = nx;
}
SK_INLINE float sk_fbm(float x, float y, int octaves, uint32_t seed) {
    float a = .5f, sum = 0;
    for (int o = 0; o < octaves; o++, a *= .5f) {
        sum += a * sk_noise(x, y, seed + 17u * (uint32_t)o);
        sk_turn(&x, &y);
    }
    return sum;
}
SK_INLINE float sk_ridged(float x, float y, int octaves, uint32_t seed) {
    float a = .5f, sum = 0, w = 1;
    for (int o = 0; o < octaves; o++, a *= .5f) {
        float n = 1 - sk_abs(sk_noise(x, y, seed + 17u * (uint32_t)o));
        n *= n * w;
        w = sk_clamp(n * 1.9f, 0, 1);
        sum += a * n;
        sk_turn(&x, &y);
    }
    return sum;
}
// The same sums for a run of points: the octaves are the outer loop, so that
// the inner one has no branch and vectorises.
SK_INLINE void sk_fbm_run(
    int n, const float *restrict x, const float *restrict y, int octaves, uint32_t seed, float *restrict out) {
    float px[SK_RUN], py[SK_RUN], a = .5f;
    for (int i = 0; i < n; i++) px[i] = x[i], py[i] = y[i], out[i] = 0;
    for (int o = 0; o < octaves; o++, a *= .5f) {
        uint32_t s = seed + 17u * (uint32_t)o;
        for (int i = 0; i < n; i++) {
            out[i] += a * sk_noise(px[i], py[i], s);
            float nx = (px[i] * .8f + py[i] * .6f) * 2.03f + 3.1f;
            py[i] = (py[i] * .8f - px[i] * .6f) * 2.03f - 1.7f;
            px[i] = nx;
        }
    }
}
SK_INLINE void sk_billow_run(
    int n, const float *restrict x, const float *restrict y, int octaves, uint32_t seed, float *restrict out) {
    float px[SK_RUN], py[SK_RUN], a = .5f;
    for (int i = 0; i < n; i++) px[i] = x[i], py[i] = y[i], out[i] = 0;
    for (int o = 0; o < octaves; o++, a *= .5f) {
        uint32_t s = seed + 17u * (uint32_t)o;
        for (int i = 0; i < n; i++) {
            out[i] += a * (sk_abs(sk_noise(px[i], py[i], s)) * 2 - .6f);
            float nx = (px[i] * .8f + py[i] * .6f) * 2.03f + 3.1f;
            py[i] = (py[i] * .8f - px[i] * .6f) * 2.03f - 1.7f;
            px[i] = nx;
        }
    }
}

SK_INLINE sketch_rgb sk_rgb(float r, float g, float b) { return (sketch_rgb){r, g, b}; }
SK_INLINE sketch_rgb sk_mix(sketch_rgb a, sketch_rgb b, float t) {
    return sk_rgb(sk_lerp(a.r, b.r, t), sk_lerp(a.g, b.g, t), sk_lerp(a.b, b.b, t));
}
SK_INLINE sketch_rgb sk_scale(sketch_rgb a, float k) { return sk_rgb(a.r * k, a.g * k, a.b * k); }
SK_INLINE sketch_rgb sk_add(sketch_rgb a, sketch_rgb b) { return sk_rgb(a.r + b.r, a.g + b.g, a.b + b.b); }
SK_INLINE sketch_rgb sk_times(sketch_rgb a, sketch_rgb b) { return sk_rgb(a.r * b.r, a.g * b.g, a.b * b.b); }
SK_INLINE sketch_rgb sk_load(const float *p) { return sk_rgb(p[0], p[1], p[2]); }
SK_INLINE void sk_store(float *p, sketch_rgb c) { p[0] = c.r, p[1] = c.g, p[2] = c.b; }
SK_INLINE void sk_over(float *p, sketch_rgb c, float a) { sk_store(p, sk_mix(sk_load(p), c, a)); }

// Fog is warm towards the sun and cool away from it.
SK_INLINE sketch_rgb sk_fog(const sketch_air *a, float x) {
    float g = sk_abs(x - a->sun_x) / a->focal;
    float k = .65f * sk_exp(-g * g / .05f) + .20f * sk_exp(-g * g / .35f);
    return sk_mix(a->fog, sk_add(a->glow, sk_scale(a->sun, .10f * a->sun_visible)), k);
}
SK_INLINE float sk_fog_amount(const sketch_air *a, float z) {
    return 1 - sk_exp(-sk_pow(sk_max(z * a->fog_density, 1e-6f), 1.25f));
}

#endif
