#include "include/look.h"
#include "look_maths.h"

static inline int32_t inside(int32_t i, int32_t count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

void look_wobble(
    look_picture in, look_picture out, float amount, uint32_t seed, int32_t first_row, int32_t end_row
) {
    const float cells = 45 / (float)in.height;
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *to = (look_px *)out.pixels + (int64_t)y * in.width;
        for (int32_t x = 0; x < in.width; x++) {
            float u = (float)x * cells, v = (float)y * cells;
            float px = (float)x + (look_noise(u, v, seed) - 0.5f) * 2 * amount;
            float py = (float)y + (look_noise(u, v, seed + 50) - 0.5f) * 2 * amount;
            px = look_clamp(px, 0, (float)(in.width - 1));
            py = look_clamp(py, 0, (float)(in.height - 1));
            to[x] = look_cell_at((const look_px *)in.pixels, in.width, in.height, px, py);
        }
    }
}

void look_box_across(look_picture in, look_picture out, int32_t radius, int32_t first_row, int32_t end_row) {
    const look_px scale = look_all(1 / (float)(2 * radius + 1));
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *from = (look_px *)in.pixels + (int64_t)y * in.width;
        look_px *to = (look_px *)out.pixels + (int64_t)y * in.width;
        for (int32_t x = 0; x < in.width; x++) {
            float luma = look_luma(from[x]);
            from[x][3] = luma * luma;
        }
        look_px sum = look_all(0);
        for (int32_t i = -radius; i <= radius; i++) { sum += from[inside(i, in.width)]; }
        for (int32_t x = 0; x < in.width; x++) {
            to[x] = sum * scale;
            sum += from[inside(x + radius + 1, in.width)] - from[inside(x - radius, in.width)];
        }
    }
}

void look_box_down(
    look_picture in, look_picture out, int32_t radius, int32_t first_column, int32_t end_column
) {
    enum { WIDE = 64 };
    const look_px scale = look_all(1 / (float)(2 * radius + 1));
    const look_px *from = (const look_px *)in.pixels;
    look_px *to = (look_px *)out.pixels, sums[WIDE];
    for (int32_t left = first_column; left < end_column; left += WIDE) {
        int32_t count = end_column - left < WIDE ? end_column - left : WIDE;
        for (int32_t i = 0; i < count; i++) { sums[i] = look_all(0); }
        for (int32_t k = -radius; k <= radius; k++) {
            const look_px *row = from + (int64_t)inside(k, in.height) * in.width + left;
            for (int32_t i = 0; i < count; i++) { sums[i] += row[i]; }
        }
        for (int32_t y = 0; y < in.height; y++) {
            look_px *line = to + (int64_t)y * in.width + left;
            const look_px *next = from + (int64_t)inside(y + radius + 1, in.height) * in.width + left;
            const look_px *last = from + (int64_t)inside(y - radius, in.height) * in.width + left;
            for (int32_t i = 0; i < count; i++) {
                line[i] = sums[i] * scale;
                sums[i] += next[i] - last[i];
            }
        }
    }
}

void look_calm(
    look_picture means, look_picture out, float reach, int32_t first_row, int32_t end_row
) {
    const int32_t far = (int32_t)(reach + 0.5f), near = (int32_t)(reach * 0.7071f + 0.5f);
    const int32_t dx[8] = {far, near, 0, -near, -far, -near, 0, near};
    const int32_t dy[8] = {0, near, far, near, 0, -near, -far, -near};
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *to = (look_px *)out.pixels + (int64_t)y * means.width;
        for (int32_t x = 0; x < means.width; x++) {
            look_px sum = look_all(0);
            float weights = 0;
            for (int i = 0; i < 8; i++) {
                int32_t row = inside(y + dy[i], means.height), column = inside(x + dx[i], means.width);
                look_px mean = ((const look_px *)means.pixels)[(int64_t)row * means.width + column];
                float luma = look_luma(mean), variance = mean[3] - luma * luma;
                float weight = 1 / (2e-5f + (variance > 0 ? variance : 0));
                weight *= weight;
                weight *= weight;
                sum += mean * look_all(weight);
                weights += weight;
            }
            to[x] = sum * look_all(1 / weights);
        }
    }
}

void look_fill_levels(float *levels, float count) {
    const double steps = count - 1, soft = 0.15;
    for (int i = 0; i < LOOK_LEVEL_COUNT; i++) {
        double v = i / (LOOK_LEVEL_COUNT - 1.0);
        double light = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        double at = cbrt(light) * steps, level = floor(at), t = (at - level - 0.5) / soft + 0.5;
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        double lightness = (level + t * t * (3 - 2 * t)) / steps;
        light = lightness * lightness * lightness;
        levels[i] = (float)(light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055);
    }
}

void look_posterise(look_picture picture, const float *levels, int32_t first_row, int32_t end_row) {
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *row = (look_px *)picture.pixels + (int64_t)y * picture.width;
        for (int32_t x = 0; x < picture.width; x++) {
            float luma = look_clamp(look_luma(row[x]), 0, 1);
            float level = levels[(int32_t)(luma * (LOOK_LEVEL_COUNT - 1) + 0.5f)];
            // Half by factor and half by sum: neither greys the lights nor burns the darks.
            float factor = look_clamp(level / (luma + 0.01f), 0, 2);
            row[x] = (row[x] * look_all(factor) + row[x] + look_all(level - luma)) * look_all(0.5f);
        }
    }
}
