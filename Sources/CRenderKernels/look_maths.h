// What the kernels of the looks share. Single operations in a fixed order only,
// so that every machine gives the same bits.
#ifndef KINEMA_LOOK_MATHS_H
#define KINEMA_LOOK_MATHS_H

#include <math.h>
#include <stdint.h>

// Four floats of a pixel or a cell.
typedef float look_px __attribute__((vector_size(16)));
typedef int32_t look_mask __attribute__((vector_size(16)));

static inline look_px look_all(float v) { return (look_px){v, v, v, v}; }

static inline look_px look_select(look_mask mask, look_px yes, look_px no) {
    return (look_px)(((look_mask)yes & mask) | ((look_mask)no & ~mask));
}

static inline look_px look_min(look_px a, look_px b) { return look_select(a < b, a, b); }
static inline look_px look_max(look_px a, look_px b) { return look_select(a > b, a, b); }

static inline float look_clamp(float v, float low, float high) {
    return v < low ? low : v > high ? high : v;
}

static inline float look_smooth(float low, float high, float v) {
    float t = look_clamp((v - low) / (high - low), 0, 1);
    return t * t * (3 - 2 * t);
}

static inline float look_mix(float a, float b, float t) { return a + (b - a) * t; }

static inline float look_luma(look_px p) {
    return 0.2126f * p[0] + 0.7152f * p[1] + 0.0722f * p[2];
}

// e to the power of -x, x at least 0, to within 0.01.
static inline float look_fade(float x) { return 1 / (1 + x + 0.48f * x * x + 0.235f * x * x * x); }

static inline uint32_t look_hash(uint32_t v) {
    v ^= v >> 16;
    v *= 0x7FEB352D;
    v ^= v >> 15;
    v *= 0x846CA68B;
    return v ^ v >> 16;
}

static inline uint32_t look_hash2(uint32_t a, uint32_t b) { return look_hash(a ^ look_hash(b + 0x9E3779B9)); }

// 0 to 1.
static inline float look_unit(uint32_t hash) { return (float)(hash >> 8) * 0x1p-24f; }

// Mean 0 and standard deviation 1: a sum of four.
static inline float look_normal(uint32_t hash) {
    uint32_t next = look_hash(hash);
    float sum = (float)(hash & 0xFFFF) + (float)(hash >> 16) + (float)(next & 0xFFFF)
        + (float)(next >> 16);
    return (sum * (1 / 65535.0f) - 2) * 1.7320508f;
}

// Smooth noise between lattice points, 0 to 1.
static inline float look_noise(float x, float y, uint32_t seed) {
    float fx = floorf(x), fy = floorf(y);
    float tx = x - fx, ty = y - fy;
    uint32_t cx = (uint32_t)(int32_t)fx, cy = (uint32_t)(int32_t)fy;
    uint32_t above = look_hash(cy + seed), below = look_hash(cy + 1 + seed);
    float a = look_unit(look_hash(cx ^ above)), b = look_unit(look_hash((cx + 1) ^ above));
    float c = look_unit(look_hash(cx ^ below)), d = look_unit(look_hash((cx + 1) ^ below));
    tx = tx * tx * (3 - 2 * tx);
    ty = ty * ty * (3 - 2 * ty);
    return look_mix(look_mix(a, b, tx), look_mix(c, d, tx), ty);
}

// Four octaves of noise, 0 to 1.
static inline float look_fbm(float x, float y, uint32_t seed) {
    float sum = 0, weight = 0.5f;
    for (uint32_t octave = 0; octave < 4; octave++) {
        sum += weight * look_noise(x, y, seed + octave * 101);
        // Turned from octave to octave, so that no lattice shows.
        float t = 1.6f * x - 1.2f * y;
        y = 1.2f * x + 1.6f * y;
        x = t;
        weight *= 0.5f;
    }
    return sum * (1 / 0.9375f);
}

// sRGB of linear light from 0 to 1, to within 0.002 of an 8 bit step.
static inline look_px look_encode(look_px v) {
    v = look_min(look_max(v, look_all(0)), look_all(1));
    look_px t;
    for (int c = 0; c < 4; c++) { t[c] = sqrtf(sqrtf(v[c])); }
    look_px curve = look_all(-0.06814118f) * t + look_all(0.2895089f);
    curve = curve * t + look_all(-0.57744779f);
    curve = curve * t + look_all(1.25538096f);
    curve = curve * t + look_all(0.16203355f);
    curve = curve * t + look_all(-0.06134105f);
    return look_select(v < look_all(0.0031308f), v * look_all(12.92f), curve);
}

// The value of cells at a pixel, between four of them.
static inline look_px look_cell_at(
    const look_px *values, int32_t columns, int32_t rows, float x, float y
) {
    x = look_clamp(x, 0, (float)(columns - 1));
    y = look_clamp(y, 0, (float)(rows - 1));
    int32_t x0 = (int32_t)x, y0 = (int32_t)y;
    int32_t x1 = x0 + 1 < columns ? x0 + 1 : x0, y1 = y0 + 1 < rows ? y0 + 1 : y0;
    look_px tx = look_all(x - (float)x0), ty = look_all(y - (float)y0);
    const look_px *a = values + (int64_t)y0 * columns, *b = values + (int64_t)y1 * columns;
    look_px above = a[x0] + (a[x1] - a[x0]) * tx, below = b[x0] + (b[x1] - b[x0]) * tx;
    return above + (below - above) * ty;
}

#endif
