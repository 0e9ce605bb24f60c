#include "include/depth.h"

#include <math.h>

static int32_t held(int32_t value, int32_t count) {
    return value < 0 ? 0 : value >= count ? count - 1 : value;
}

static float between(depth_plane source, double x, double y) {
    x = fmin(fmax(x, 0), source.width - 1);
    y = fmin(fmax(y, 0), source.height - 1);
    int32_t left = (int32_t)x, top = (int32_t)y;
    int32_t right = held(left + 1, source.width), bottom = held(top + 1, source.height);
    float across = (float)(x - left), down = (float)(y - top);
    const float *upper = source.values + (size_t)top * source.width;
    const float *lower = source.values + (size_t)bottom * source.width;
    float a = upper[left] + across * (upper[right] - upper[left]);
    float b = lower[left] + across * (lower[right] - lower[left]);
    return a + down * (b - a);
}

// The mean of the larger part of a box of values.
static float majority(
    depth_plane source, int32_t left, int32_t top, int32_t right, int32_t bottom
) {
    float low = source.values[(size_t)top * source.width + left], high = low;
    for (int32_t y = top; y < bottom; y++) {
        for (int32_t x = left; x < right; x++) {
            float value = source.values[(size_t)y * source.width + x];
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
    }
    float middle = (low + high) / 2, sum[2] = {0, 0}, count[2] = {0, 0};
    for (int32_t y = top; y < bottom; y++) {
        for (int32_t x = left; x < right; x++) {
            float value = source.values[(size_t)y * source.width + x];
            int side = value > middle;
            sum[side] += value;
            count[side] += 1;
        }
    }
    int side = count[1] >= count[0];
    return sum[side] / count[side];
}

void depth_resample(
    depth_plane source, double across, double down, float *out, int32_t width, int32_t height
) {
    const int is_reduced = across >= 1.5 && down >= 1.5;
    for (int32_t y = 0; y < height; y++) {
        for (int32_t x = 0; x < width; x++, out++) {
            if (!is_reduced) {
                *out = between(source, (x + 0.5) * across - 0.5, (y + 0.5) * down - 0.5);
                continue;
            }
            int32_t left = held((int32_t)lround(x * across), source.width);
            int32_t top = held((int32_t)lround(y * down), source.height);
            int32_t right = held((int32_t)lround((x + 1) * across) - 1, source.width) + 1;
            int32_t bottom = held((int32_t)lround((y + 1) * down) - 1, source.height) + 1;
            right = right > left ? right : left + 1;
            bottom = bottom > top ? bottom : top + 1;
            *out = majority(source, left, top, right, bottom);
        }
    }
}
