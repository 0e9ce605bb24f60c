#include "include/depth.h"

#include <stdlib.h>

typedef float pixel __attribute__((vector_size(16)));

void depth_shrink(
    const uint8_t *rgba, ptrdiff_t stride, int32_t width, int32_t height, depth_guide guide
) {
    for (int32_t y = 0; y < guide.height; y++) {
        int64_t top = (int64_t)y * height / guide.height;
        int64_t bottom = (int64_t)(y + 1) * height / guide.height;
        for (int32_t x = 0; x < guide.width; x++) {
            int64_t left = (int64_t)x * width / guide.width;
            int64_t right = (int64_t)(x + 1) * width / guide.width;
            pixel sum = {0, 0, 0, 0};
            for (int64_t v = top; v < bottom; v++) {
                const uint8_t *in = rgba + v * stride + left * 4;
                for (int64_t u = left; u < right; u++, in += 4) {
                    sum += (pixel){in[0], in[1], in[2], 0};
                }
            }
            sum /= 255.0f * (float)((bottom - top) * (right - left));
            float *out = guide.pixels + ((size_t)y * guide.width + x) * 4;
            for (int c = 0; c < 4; c++) { out[c] = sum[c]; }
        }
    }
}

static int32_t held(int32_t value, int32_t count) {
    return value < 0 ? 0 : value >= count ? count - 1 : value;
}

// Replaces every pixel with the mean of a square around it, cut at the edges;
// `line` has room for the longer side.
static void box(pixel *plane, int32_t width, int32_t height, int32_t radius, pixel *line) {
    for (int axis = 0; axis < 2; axis++) {
        int32_t count = axis ? height : width, lines = axis ? width : height;
        int64_t step = axis ? width : 1, next = axis ? 1 : width;
        for (int32_t k = 0; k < lines; k++) {
            pixel *from = plane + k * next, sum = {0, 0, 0, 0};
            for (int32_t i = 0; i < radius && i < count; i++) { sum += from[i * step]; }
            for (int32_t i = 0; i < count; i++) {
                if (i + radius < count) { sum += from[(i + radius) * step]; }
                if (i - radius > 0) { sum -= from[(i - radius - 1) * step]; }
                int32_t low = i - radius > 0 ? i - radius : 0;
                int32_t high = i + radius < count ? i + radius : count - 1;
                line[i] = sum / (float)(high - low + 1);
            }
            for (int32_t i = 0; i < count; i++) { from[i * step] = line[i]; }
        }
    }
}

// Solves a symmetric three by three system; near enough singular ones give zero.
static pixel solve(const float *m, pixel r) {
    float a = m[0], b = m[1], c = m[2], d = m[3], e = m[4], f = m[5];
    float aa = d * f - e * e, ab = c * e - b * f, ac = b * e - c * d;
    float determinant = a * aa + b * ab + c * ac;
    if (!(determinant > 1e-20f)) { return (pixel){0, 0, 0, 0}; }
    float bb = a * f - c * c, bc = b * c - a * e, cc = a * d - b * b;
    return (pixel){
        aa * r[0] + ab * r[1] + ac * r[2],
        ab * r[0] + bb * r[1] + bc * r[2],
        ac * r[0] + bc * r[1] + cc * r[2],
        0,
    } / determinant;
}

// The means that a fit is made from, each four numbers a pixel.
typedef struct means {
    // The colours and the value; their products with the value; the colours'
    // products with each other: rr, rg, rb, gg and gb, bb.
    pixel *own, *shared, *first, *second;
} means;

static void gather(depth_guide guide, const float *values, means means) {
    for (size_t i = 0; i < (size_t)guide.width * guide.height; i++) {
        const float *g = guide.pixels + i * 4;
        float v = values[i];
        means.own[i] = (pixel){g[0], g[1], g[2], v};
        means.shared[i] = (pixel){g[0] * v, g[1] * v, g[2] * v, 0};
        means.first[i] = (pixel){g[0] * g[0], g[0] * g[1], g[0] * g[2], g[1] * g[1]};
        means.second[i] = (pixel){g[1] * g[2], g[2] * g[2], 0, 0};
    }
}

// Turns means into a line for each pixel: value = slope . colour + the fourth number.
static void fit(const means *means, size_t count, float epsilon) {
    for (size_t i = 0; i < count; i++) {
        pixel own = means->own[i], first = means->first[i], second = means->second[i];
        float r = own[0], g = own[1], b = own[2], v = own[3];
        float covariance[6] = {
            first[0] - r * r + epsilon, first[1] - r * g, first[2] - r * b,
            first[3] - g * g + epsilon, second[0] - g * b, second[1] - b * b + epsilon,
        };
        pixel slope = solve(covariance, means->shared[i] - own * v);
        slope[3] = v - slope[0] * r - slope[1] * g - slope[2] * b;
        means->own[i] = slope;
    }
}

static void draw(const pixel *lines, depth_guide small, depth_guide large, float *out) {
    const float across = (float)small.width / large.width;
    const float down = (float)small.height / large.height;
    for (int32_t y = 0; y < large.height; y++) {
        float v = (y + 0.5f) * down - 0.5f;
        v = v > 0 ? v : 0;
        int32_t top = held((int32_t)v, small.height), bottom = held(top + 1, small.height);
        const pixel *upper = lines + (size_t)top * small.width;
        const pixel *lower = lines + (size_t)bottom * small.width;
        for (int32_t x = 0; x < large.width; x++) {
            float u = (x + 0.5f) * across - 0.5f;
            u = u > 0 ? u : 0;
            int32_t left = held((int32_t)u, small.width), right = held(left + 1, small.width);
            pixel a = upper[left] + (upper[right] - upper[left]) * (u - left);
            pixel b = lower[left] + (lower[right] - lower[left]) * (u - left);
            pixel line = a + (b - a) * (v - top);
            const float *g = large.pixels + ((size_t)y * large.width + x) * 4;
            out[(size_t)y * large.width + x] =
                line[0] * g[0] + line[1] * g[1] + line[2] * g[2] + line[3];
        }
    }
}

int32_t depth_guided(
    depth_guide small, const float *values, int32_t radius, float epsilon, depth_guide large,
    float *out
) {
    const size_t count = (size_t)small.width * small.height;
    const size_t longer = (size_t)(small.width > small.height ? small.width : small.height);
    pixel *room = aligned_alloc(16, (count * 4 + longer) * sizeof *room);
    if (!room) { return -1; }
    means means = {room, room + count, room + count * 2, room + count * 3};
    pixel *line = room + count * 4;
    gather(small, values, means);
    box(means.own, small.width, small.height, radius, line);
    box(means.shared, small.width, small.height, radius, line);
    box(means.first, small.width, small.height, radius, line);
    box(means.second, small.width, small.height, radius, line);
    fit(&means, count, epsilon);
    box(means.own, small.width, small.height, radius, line);
    draw(means.own, small, large, out);
    free(room);
    return 0;
}
