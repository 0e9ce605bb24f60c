#include "include/look.h"
#include "look_maths.h"

static void fill_linear(float *linear) {
    for (int code = 0; code < 256; code++) {
        double c = code / 255.0;
        linear[code] = (float)(c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
}

void look_decode(
    const uint8_t *in, ptrdiff_t stride, const float *gain, look_picture out, int32_t first_row,
    int32_t end_row
) {
    float red[256], green[256], blue[256];
    fill_linear(red);
    for (int code = 0; code < 256; code++) {
        green[code] = red[code] * gain[1];
        blue[code] = red[code] * gain[2];
        red[code] *= gain[0];
    }
    for (int32_t y = first_row; y < end_row; y++) {
        const uint8_t *from = in + y * stride;
        look_px *to = (look_px *)out.pixels + (int64_t)y * out.width;
        for (int32_t x = 0; x < out.width; x++, from += 4) {
            to[x] = (look_px){red[from[0]], green[from[1]], blue[from[2]], 0};
        }
    }
}

// How bright light looks: a red lamp has little luma.
static inline float brightness(look_px light) {
    float top = light[0] > light[1] ? light[0] : light[1];
    top = top > light[2] ? top : light[2];
    return 0.5f * (look_luma(light) + top);
}

void look_gather(
    look_picture light, float threshold, float luma_threshold, look_cells out, int32_t first_row,
    int32_t end_row
) {
    const int32_t step = out.step;
    const look_px level = look_all(threshold), none = look_all(0);
    for (int32_t row = first_row; row < end_row; row++) {
        look_px *to = (look_px *)out.values + (int64_t)row * out.columns;
        int32_t bottom = (row + 1) * step < light.height ? (row + 1) * step : light.height;
        for (int32_t column = 0; column < out.columns; column++) {
            int32_t right = (column + 1) * step < light.width ? (column + 1) * step : light.width;
            look_px sum = none;
            for (int32_t y = row * step; y < bottom; y++) {
                const look_px *from = (const look_px *)light.pixels + (int64_t)y * light.width;
                for (int32_t x = column * step; x < right; x++) {
                    look_px above = look_max(from[x] - level, none);
                    float lit = brightness(from[x]) - luma_threshold;
                    above[3] = lit > 0 ? lit : 0;
                    sum += above;
                }
            }
            int32_t count = (right - column * step) * (bottom - row * step);
            to[column] = sum * look_all(1 / (float)count);
        }
    }
}

void look_gather_light(look_picture light, look_cells out, int32_t first_row, int32_t end_row) {
    const int32_t step = out.step;
    const look_px most = look_all(4);
    for (int32_t row = first_row; row < end_row; row++) {
        look_px *to = (look_px *)out.values + (int64_t)row * out.columns;
        int32_t bottom = (row + 1) * step < light.height ? (row + 1) * step : light.height;
        for (int32_t column = 0; column < out.columns; column++) {
            int32_t right = (column + 1) * step < light.width ? (column + 1) * step : light.width;
            look_px sum = look_all(0);
            for (int32_t y = row * step; y < bottom; y++) {
                const look_px *from = (const look_px *)light.pixels + (int64_t)y * light.width;
                for (int32_t x = column * step; x < right; x++) { sum += look_min(from[x], most); }
            }
            int32_t count = (right - column * step) * (bottom - row * step);
            sum *= look_all(1 / (float)count);
            sum[3] = brightness(sum);
            to[column] = sum;
        }
    }
}

void look_keep_lights(look_cells cells) {
    look_px *values = (look_px *)cells.values;
    const int64_t count = (int64_t)cells.columns * cells.rows;
    float top = 0;
    for (int64_t i = 0; i < count; i++) { top = values[i][3] > top ? values[i][3] : top; }
    const float level = look_clamp(top * 0.68f, 0.22f, 0.72f);
    for (int64_t i = 0; i < count; i++) {
        float share = look_smooth(level, level * 1.3f, values[i][3]);
        values[i] *= look_all(share);
        values[i][3] = share;
    }
}

float look_mean_luma(look_picture light) {
    const int32_t step = light.height > 64 ? light.height / 64 : 1;
    float sum = 0;
    int32_t count = 0;
    for (int32_t y = step / 2; y < light.height; y += step) {
        for (int32_t x = step / 2; x < light.width; x += step) {
            sum += look_luma(((const look_px *)light.pixels)[(int64_t)y * light.width + x]);
            count++;
        }
    }
    return count ? sum / (float)count : 0;
}

// The light that cells give a pixel: three layers at once.
static inline look_px lit(
    const look_develop_job *job, look_px light, float cell_x, float cell_y
) {
    const look_px one = look_all(1);
    float left = 1;
    if (job->add.values) {
        look_px add = look_cell_at(
            (const look_px *)job->add.values, job->add.columns, job->add.rows, cell_x, cell_y
        );
        left = add[3];
        light += add;
    }
    if (job->halo.values) {
        look_px halo = look_cell_at(
            (const look_px *)job->halo.values, job->halo.columns, job->halo.rows, cell_x, cell_y
        );
        // Light that comes back from behind the film shows around what is bright,
        // not in it.
        float luma = look_luma(light);
        light += halo * look_all(1 - 0.6f * (luma < 1 ? luma : 1));
    }
    light *= look_all(left);
    if (job->leak.values) {
        look_px leak = look_cell_at(
            (const look_px *)job->leak.values, job->leak.columns, job->leak.rows, cell_x, cell_y
        );
        light += leak * (one - look_min(light, one));
    }
    return light;
}

static int32_t input(float encoded) { return (int32_t)(encoded * GRADE_IN_WHITE + 0.5f); }

void look_develop(const look_develop_job *job, int32_t first_row, int32_t end_row) {
    const int spreads = job->add.values || job->halo.values || job->leak.values;
    const int32_t step = job->add.values ? job->add.step
        : job->halo.values ? job->halo.step : job->leak.step;
    const float scale = spreads ? 1 / (float)step : 0;
    int32_t r[GRADE_TILE], g[GRADE_TILE], b[GRADE_TILE];
    uint16_t graded[GRADE_TILE * 4];
    for (int32_t y = first_row; y < end_row; y++) {
        const int64_t start = (int64_t)y * job->light.width;
        const look_px *in = (const look_px *)job->light.pixels + start;
        look_px *out = (look_px *)job->out.pixels + start;
        const float cell_y = ((float)y + 0.5f) * scale - 0.5f;
        for (int32_t left = 0; left < job->light.width; left += GRADE_TILE) {
            int32_t rest = job->light.width - left, count = rest < GRADE_TILE ? rest : GRADE_TILE;
            for (int32_t i = 0; i < count; i++) {
                look_px light = in[left + i];
                if (spreads) {
                    float cell_x = ((float)(left + i) + 0.5f) * scale - 0.5f;
                    light = lit(job, light, cell_x, cell_y);
                }
                out[left + i] = look_encode(light);
            }
            if (!job->table) { continue; }
            for (int32_t i = 0; i < count; i++) {
                look_px v = out[left + i];
                r[i] = input(v[0]);
                g[i] = input(v[1]);
                b[i] = input(v[2]);
            }
            grade_tile(job->table, r, g, b, count, graded);
            for (int32_t i = 0; i < count; i++) {
                const uint16_t *c = graded + i * 4;
                look_px v = {c[0], c[1], c[2], 0};
                out[left + i] = v * look_all(1.0f / GRADE_OUT_WHITE);
            }
        }
    }
}
