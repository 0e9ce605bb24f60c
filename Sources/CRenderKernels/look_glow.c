#include "include/look.h"
#include "look_maths.h"

#include <string.h>

// A box with soft ends: `whole` cells on either side and `part` of one more.
typedef struct box {
    int32_t whole;
    float part, scale;
} box;

// A third of a Gaussian's variance.
static box third(float sigma) {
    float half = (sqrtf(4 * sigma * sigma + 1) - 1) / 2;
    box box = {(int32_t)half, half - floorf(half), 0};
    box.scale = 1 / (2 * half + 1);
    return box;
}

static inline int32_t inside(int32_t i, int32_t count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

// One box along `count` cells that lie `stride` apart; beyond the ends the last
// cell repeats.
static void slide(const look_px *in, look_px *out, int32_t count, int64_t stride, box box) {
    look_px sum = look_all(0);
    for (int32_t i = -box.whole; i <= box.whole; i++) { sum += in[inside(i, count) * stride]; }
    for (int32_t i = 0; i < count; i++) {
        look_px ends = in[inside(i - box.whole - 1, count) * stride]
            + in[inside(i + box.whole + 1, count) * stride];
        out[i * stride] = (sum + ends * look_all(box.part)) * look_all(box.scale);
        sum += in[inside(i + box.whole + 1, count) * stride]
            - in[inside(i - box.whole, count) * stride];
    }
}

void look_blur(look_cells cells, float *scratch, float sigma_x, float sigma_y) {
    look_px *a = (look_px *)cells.values, *b = (look_px *)scratch;
    const int32_t columns = cells.columns, rows = cells.rows;
    box across = third(sigma_x), down = third(sigma_y);
    for (int32_t row = 0; sigma_x > 0 && row < rows; row++) {
        look_px *line = a + (int64_t)row * columns, *spare = b;
        slide(line, spare, columns, 1, across);
        slide(spare, line, columns, 1, across);
        slide(line, spare, columns, 1, across);
        memcpy(line, spare, (size_t)columns * sizeof(look_px));
    }
    if (sigma_y <= 0) { return; }
    for (int32_t pass = 0; pass < 3; pass++) {
        for (int32_t column = 0; column < columns; column++) {
            slide(a + column, b + column, rows, columns, down);
        }
        look_px *t = a;
        a = b;
        b = t;
    }
    memcpy(cells.values, a, (size_t)columns * (size_t)rows * sizeof(look_px));
}

void look_add(look_cells to, look_cells from, const float *weights) {
    const look_px by = {weights[0], weights[1], weights[2], weights[3]};
    look_px *out = (look_px *)to.values;
    const look_px *in = (const look_px *)from.values;
    for (int64_t i = 0; i < (int64_t)to.columns * to.rows; i++) { out[i] += in[i] * by; }
}

void look_add_luma(look_cells to, look_cells from, const float *weights) {
    const look_px by = {weights[0], weights[1], weights[2], weights[3]};
    look_px *out = (look_px *)to.values;
    const look_px *in = (const look_px *)from.values;
    for (int64_t i = 0; i < (int64_t)to.columns * to.rows; i++) { out[i] += look_all(in[i][3]) * by; }
}

void look_add_masked(look_cells to, look_cells from, look_cells mask, float amount) {
    look_px *out = (look_px *)to.values;
    const look_px *in = (const look_px *)from.values, *share = (const look_px *)mask.values;
    for (int64_t i = 0; i < (int64_t)to.columns * to.rows; i++) {
        float by = share[i][3] * amount;
        out[i] += in[i] * (look_px){by, by, by, 0};
    }
}

void look_vignette(
    look_cells to, int32_t width, int32_t height, float amount, float radius, float softness
) {
    look_px *out = (look_px *)to.values;
    const float scale = 2 / sqrtf((float)width * width + (float)height * height);
    for (int32_t row = 0; row < to.rows; row++) {
        float dy = ((row + 0.5f) * to.step - height * 0.5f) * scale;
        for (int32_t column = 0; column < to.columns; column++) {
            float dx = ((column + 0.5f) * to.step - width * 0.5f) * scale;
            float fall = look_smooth(radius, radius + softness, sqrtf(dx * dx + dy * dy));
            out[(int64_t)row * to.columns + column][3] *= 1 - amount * fall;
        }
    }
}

void look_leak(
    look_cells to, int32_t side, const float *colour, float strength, float place, float drift
) {
    look_px *out = (look_px *)to.values;
    const float rows = (float)to.rows, aspect = to.columns / rows;
    const int upright = side < 2;
    const float length = upright ? 1 : aspect, depth = upright ? aspect : 1;
    for (int32_t row = 0; row < to.rows; row++) {
        for (int32_t column = 0; column < to.columns; column++) {
            float x = (column + 0.5f) / rows, y = (row + 0.5f) / rows;
            float along = upright ? y : x, in = upright ? x : y;
            if (side == 1 || side == 3) { in = depth - in; }
            // A wide fan, and a hotter narrow one inside it, each bent by slow noise.
            float bend = look_noise(along * 2.3f + drift, 7.5f, 40) - 0.5f;
            float a = (along - length * place) / (0.62f + 0.5f * in);
            float b = (along - length * (1 - place) - 0.2f * bend) / (0.2f + 0.35f * in);
            float wide = look_fade(3.2f * a * a) * look_fade(look_clamp(in * (2.4f + bend), 0, 9));
            float hot = look_fade(4 * b * b) * look_fade(look_clamp(in * (4.5f - 2 * bend), 0, 9));
            look_px *cell = out + (int64_t)row * to.columns + column;
            look_px warm = {colour[0], colour[1], colour[2], 0};
            look_px core = {colour[0], look_mix(colour[1], colour[0], 0.4f), look_mix(colour[2], colour[0], 0.12f), 0};
            *cell += (warm * look_all(wide * 0.9f) + core * look_all(hot * 1.1f)) * look_all(strength);
        }
    }
}
