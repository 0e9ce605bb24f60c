#include "include/depth.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// The colours along one border of a picture: their mean and inverse covariance.
typedef struct border {
    float mean[3], inverse[6];
} border;

// What is worked in: a few planes of the guide's size.
typedef struct bench {
    depth_guide guide;
    size_t count;
    float *luma, *soft, *softer, *salience, *sharpness, *trust, *line;
    uint8_t *sky;
    int32_t *queue;
} bench;

static float between(float value, float low, float high) {
    value = value > low ? value : low;
    return value < high ? value : high;
}

static const float *colour(const bench *bench, int32_t x, int32_t y) {
    return bench->guide.pixels + ((size_t)y * bench->guide.width + x) * 4;
}

static border learn(const bench *bench, int32_t left, int32_t top, int32_t right, int32_t bottom) {
    double sum[3] = {0}, square[6] = {0}, count = 0;
    for (int32_t y = top; y < bottom; y++) {
        for (int32_t x = left; x < right; x++) {
            const float *c = colour(bench, x, y);
            int at = 0;
            for (int i = 0; i < 3; i++) {
                sum[i] += c[i];
                for (int j = i; j < 3; j++) { square[at++] += (double)c[i] * c[j]; }
            }
            count += 1;
        }
    }
    border border;
    for (int i = 0; i < 3; i++) { border.mean[i] = (float)(sum[i] /= count); }
    int at = 0;
    for (int i = 0; i < 3; i++) {
        for (int j = i; j < 3; j++, at++) {
            square[at] = square[at] / count - sum[i] * sum[j] + (i == j ? 1e-3 : 0);
        }
    }
    double a = square[0], b = square[1], c = square[2], d = square[3], e = square[4], f = square[5];
    double adjugate[6] = {
        d * f - e * e, c * e - b * f, b * e - c * d, a * f - c * c, b * c - a * e, a * d - b * b,
    };
    double determinant = a * adjugate[0] + b * adjugate[1] + c * adjugate[2];
    for (int i = 0; i < 6; i++) { border.inverse[i] = (float)(adjugate[i] / determinant); }
    return border;
}

// How unlike a border a colour is (Mahalanobis).
static float unlike(const border *border, const float *c) {
    float r = c[0] - border->mean[0], g = c[1] - border->mean[1], b = c[2] - border->mean[2];
    const float *m = border->inverse;
    float square = m[0] * r * r + m[3] * g * g + m[5] * b * b
        + 2 * (m[1] * r * g + m[2] * r * b + m[4] * g * b);
    return sqrtf(square > 0 ? square : 0);
}

// What is like none of the borders, above all in the middle, is the subject.
static void find_salience(bench *bench) {
    const int32_t width = bench->guide.width, height = bench->guide.height;
    const int32_t wide = width / 20 + 1, high = height / 20 + 1;
    const border borders[3] = {
        learn(bench, 0, 0, width, high), learn(bench, 0, 0, wide, height),
        learn(bench, width - wide, 0, width, height),
    };
    float most = 1e-6f;
    for (int32_t y = 0; y < height; y++) {
        for (int32_t x = 0; x < width; x++) {
            float least = 1e9f;
            const float *c = colour(bench, x, y);
            for (int i = 0; i < 3; i++) { least = fminf(least, unlike(borders + i, c)); }
            float u = (x + 0.5f) / width - 0.5f, v = (y + 0.5f) / height - 0.55f;
            float value = fminf(least, 6) * expf(-(u * u + v * v) / (2 * 0.3f * 0.3f));
            bench->salience[(size_t)y * width + x] = value;
            most = fmaxf(most, value);
        }
    }
    for (size_t i = 0; i < bench->count; i++) { bench->salience[i] /= most; }
}

// A Gaussian blur, its kernel cut at three sigmas and at the picture's edges.
static void blur(bench *bench, const float *in, float sigma, float *out) {
    const int32_t width = bench->guide.width, height = bench->guide.height;
    float kernel[256];
    int32_t radius = (int32_t)between(sigma * 3 + 0.5f, 1, 255);
    for (int i = 0; i <= radius; i++) { kernel[i] = expf(-i * i / (2 * sigma * sigma)); }
    if (in != out) { memcpy(out, in, bench->count * sizeof *out); }
    for (int axis = 0; axis < 2; axis++) {
        int32_t count = axis ? height : width, lines = axis ? width : height;
        int64_t step = axis ? width : 1, next = axis ? 1 : width;
        for (int32_t k = 0; k < lines; k++) {
            float *at = out + k * next;
            for (int32_t i = 0; i < count; i++) { bench->line[i] = at[i * step]; }
            for (int32_t i = 0; i < count; i++) {
                int32_t low = i < radius ? -i : -radius;
                int32_t high = i + radius < count ? radius : count - 1 - i;
                float sum = 0, total = 0;
                for (int32_t j = low; j <= high; j++) {
                    float weight = kernel[j < 0 ? -j : j];
                    sum += weight * bench->line[i + j];
                    total += weight;
                }
                at[i * step] = sum / total;
            }
        }
    }
}

static float gradient(const bench *bench, const float *plane, int32_t x, int32_t y) {
    const int32_t width = bench->guide.width;
    const float *at = plane + (size_t)y * width + x;
    float across = at[1] - at[-1], down = at[width] - at[-width];
    return sqrtf(across * across + down * down) / 2;
}

// How sharp edges are: what a blur takes off their slopes (Zhuo and Sim 2011),
// spread from the edges to what lies between them.
static void find_sharpness(bench *bench) {
    const int32_t width = bench->guide.width, height = bench->guide.height;
    blur(bench, bench->luma, 1, bench->soft);
    blur(bench, bench->soft, sqrtf(3), bench->softer);
    memset(bench->sharpness, 0, bench->count * sizeof(float));
    memset(bench->trust, 0, bench->count * sizeof(float));
    for (int32_t y = 1; y < height - 1; y++) {
        for (int32_t x = 1; x < width - 1; x++) {
            float edge = gradient(bench, bench->soft, x, y);
            if (edge < 0.02f) { continue; }
            float ratio = edge / fmaxf(gradient(bench, bench->softer, x, y), 1e-4f);
            // A step blurred by s keeps sqrt((s^2 + 4) / (s^2 + 1)) of its slope.
            float square = fmaxf(ratio * ratio - 1, 1e-3f);
            float blurred = sqrtf(fmaxf((4 - ratio * ratio) / square, 0));
            size_t i = (size_t)y * width + x;
            bench->trust[i] = fminf(edge, 0.2f);
            bench->sharpness[i] = bench->trust[i] / (1 + 0.5f * fminf(blurred, 8));
        }
    }
    blur(bench, bench->sharpness, width / 40.0f, bench->sharpness);
    blur(bench, bench->trust, width / 40.0f, bench->trust);
    for (size_t i = 0; i < bench->count; i++) {
        float trust = bench->trust[i];
        bench->sharpness[i] = trust > 1e-6f ? bench->sharpness[i] / trust : 0.5f;
        bench->trust[i] = fminf(trust / 0.01f, 1);
    }
}

// Bright or blue, and flat.
static int is_sky(const bench *bench, int32_t x, int32_t y) {
    const float *c = colour(bench, x, y);
    float bright = (c[0] + c[1] + c[2]) / 3;
    int is_blue = c[2] > c[0] + 0.04f && c[2] > 0.3f && c[2] >= c[1];
    if (!(bright > 0.62f || is_blue)) { return 0; }
    if (x < 1 || y < 1 || x >= bench->guide.width - 1 || y >= bench->guide.height - 1) { return 1; }
    return gradient(bench, bench->soft, x, y) < 0.025f;
}

// Spreads the sky down from the top edge; too little of it is none.
static void find_sky(bench *bench) {
    const int32_t width = bench->guide.width, height = bench->guide.height;
    int32_t count = 0;
    memset(bench->sky, 0, bench->count);
    for (int32_t x = 0; x < width; x++) {
        if (!is_sky(bench, x, 0)) { continue; }
        bench->sky[x] = 1;
        bench->queue[count++] = x;
    }
    for (int32_t k = 0; k < count; k++) {
        int32_t x = bench->queue[k] % width, y = bench->queue[k] / width;
        const int32_t beside[4][2] = {{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}};
        for (int i = 0; i < 4; i++) {
            int32_t u = beside[i][0], v = beside[i][1];
            if (u < 0 || v < 0 || u >= width || v >= height) { continue; }
            size_t at = (size_t)v * width + u;
            if (bench->sky[at] || !is_sky(bench, u, v)) { continue; }
            bench->sky[at] = 1;
            bench->queue[count++] = (int32_t)at;
        }
    }
    if (count < (int32_t)(bench->count / 20)) { memset(bench->sky, 0, bench->count); }
}

// Stretches values so that all but the outermost half percent lie in 0 to 1.
static void normalise(float *values, size_t count) {
    enum { BINS = 1024 };
    float low = values[0], high = values[0];
    for (size_t i = 1; i < count; i++) {
        low = fminf(low, values[i]);
        high = fmaxf(high, values[i]);
    }
    float scale = high > low ? (BINS - 1) / (high - low) : 0;
    size_t bins[BINS] = {0}, below = 0, cut = count / 200;
    for (size_t i = 0; i < count; i++) { bins[(int)((values[i] - low) * scale)]++; }
    int first = 0, last = BINS - 1;
    for (; first < last && (below += bins[first]) <= cut; first++) {}
    for (below = 0; last > first && (below += bins[last]) <= cut; last--) {}
    float from = first / fmaxf(scale, 1e-9f) + low, to = (last + 1) / fmaxf(scale, 1e-9f) + low;
    for (size_t i = 0; i < count; i++) {
        values[i] = scale > 0 ? between((values[i] - from) / (to - from), 0, 1) : 0.5f;
    }
}

// How far the sharpness of a picture ranges: little of it tells nothing.
static float range_of(const bench *bench) {
    double sum = 0, square = 0, total = 1e-9;
    for (size_t i = 0; i < bench->count; i++) {
        double weight = bench->trust[i], value = bench->sharpness[i];
        sum += weight * value;
        square += weight * value * value;
        total += weight;
    }
    double mean = sum / total, variance = square / total - mean * mean;
    return (float)(2.5 * sqrt(variance > 0 ? variance : 0));
}

static void combine(bench *bench, float *out) {
    const int32_t width = bench->guide.width, height = bench->guide.height;
    const float share = fminf(0.35f, 0.5f * range_of(bench));
    for (int32_t y = 0; y < height; y++) {
        float low = powf((y + 0.5f) / height, 1.2f);
        for (int32_t x = 0; x < width; x++) {
            size_t i = (size_t)y * width + x;
            float told = share * bench->trust[i];
            float sum = 0.5f * low + 0.35f * bench->salience[i] + told * bench->sharpness[i];
            out[i] = bench->sky[i] ? 0 : sum / (0.85f + told);
        }
    }
}

static int make_bench(bench *bench, depth_guide guide) {
    bench->guide = guide;
    bench->count = (size_t)guide.width * guide.height;
    float **planes[] = {
        &bench->luma, &bench->soft, &bench->softer, &bench->salience, &bench->sharpness,
        &bench->trust,
    };
    int is_complete = 1;
    for (size_t i = 0; i < sizeof planes / sizeof planes[0]; i++) {
        *planes[i] = malloc(bench->count * sizeof(float));
        is_complete = is_complete && *planes[i];
    }
    bench->line = malloc((size_t)(guide.width + guide.height) * sizeof(float));
    bench->sky = malloc(bench->count);
    bench->queue = malloc(bench->count * sizeof *bench->queue);
    return is_complete && bench->line && bench->sky && bench->queue;
}

static void free_bench(bench *bench) {
    free(bench->luma);
    free(bench->soft);
    free(bench->softer);
    free(bench->salience);
    free(bench->sharpness);
    free(bench->trust);
    free(bench->line);
    free(bench->sky);
    free(bench->queue);
}

int32_t depth_estimate(depth_guide guide, float *out) {
    bench bench = {0};
    int code = make_bench(&bench, guide) ? 0 : -1;
    if (code == 0) {
        for (size_t i = 0; i < bench.count; i++) {
            const float *c = guide.pixels + i * 4;
            bench.luma[i] = 0.3f * c[0] + 0.59f * c[1] + 0.11f * c[2];
        }
        find_salience(&bench);
        find_sharpness(&bench);
        find_sky(&bench);
        combine(&bench, out);
        int32_t wide = guide.width / 30 + 1, narrow = guide.width / 80 + 1;
        code = depth_guided(guide, out, wide, 1e-3f, guide, out);
        if (code == 0) { code = depth_guided(guide, out, narrow, 3e-4f, guide, out); }
        if (code == 0) { normalise(out, bench.count); }
    }
    free_bench(&bench);
    return code;
}
