#include "include/look.h"
#include "look_maths.h"

// Thresholds of an ordered dither, in 64ths of a step.
static const uint8_t thresholds[8][8] = {
    {0, 32, 8, 40, 2, 34, 10, 42},  {48, 16, 56, 24, 50, 18, 58, 26},
    {12, 44, 4, 36, 14, 46, 6, 38}, {60, 28, 52, 20, 62, 30, 54, 22},
    {3, 35, 11, 43, 1, 33, 9, 41},  {51, 19, 59, 27, 49, 17, 57, 25},
    {15, 47, 7, 39, 13, 45, 5, 37}, {63, 31, 55, 23, 61, 29, 53, 21},
};

static void blur_line(float *line, float *spare, int64_t stride, const float *taps, int32_t reach) {
    for (int32_t i = 0; i < LOOK_GRAIN_SIDE; i++) {
        float sum = 0;
        for (int32_t k = -reach; k <= reach; k++) {
            int32_t at = (i + k) & (LOOK_GRAIN_SIDE - 1);
            sum += line[at * stride] * taps[k < 0 ? -k : k];
        }
        spare[i] = sum;
    }
    for (int32_t i = 0; i < LOOK_GRAIN_SIDE; i++) { line[i * stride] = spare[i]; }
}

static void normalise(const float *values, int8_t *tile, int channel) {
    const int32_t count = LOOK_GRAIN_SIDE * LOOK_GRAIN_SIDE;
    double mean = 0, square = 0;
    for (int32_t i = 0; i < count; i++) { mean += values[i]; }
    mean /= count;
    for (int32_t i = 0; i < count; i++) { square += (values[i] - mean) * (values[i] - mean); }
    double scale = 32 / sqrt(square / count);
    for (int32_t i = 0; i < count; i++) {
        double v = (values[i] - mean) * scale;
        v = v < -127 ? -127 : v > 127 ? 127 : v;
        tile[i * 4 + channel] = (int8_t)lround(v);
    }
}

void look_fill_grain(int8_t *tile, float *scratch, float sigma, uint32_t seed) {
    float taps[33], spare[LOOK_GRAIN_SIDE];
    int32_t reach = (int32_t)ceilf(sigma * 3);
    reach = reach > 32 ? 32 : reach;
    for (int32_t k = 0; k <= reach; k++) {
        float t = sigma > 0.05f ? (float)k / sigma : (k ? 99 : 0);
        taps[k] = expf(-0.5f * t * t);
    }
    for (uint32_t channel = 0; channel < 4; channel++) {
        for (uint32_t i = 0; i < LOOK_GRAIN_SIDE * LOOK_GRAIN_SIDE; i++) {
            scratch[i] = look_normal(look_hash2(seed + channel, i));
        }
        for (int32_t row = 0; row < LOOK_GRAIN_SIDE; row++) {
            blur_line(scratch + row * LOOK_GRAIN_SIDE, spare, 1, taps, reach);
        }
        for (int32_t column = 0; column < LOOK_GRAIN_SIDE; column++) {
            blur_line(scratch + column, spare, LOOK_GRAIN_SIDE, taps, reach);
        }
        normalise(scratch, tile, (int)channel);
    }
}

// Grain of one stretch of a row. The tile is laid in squares of 64, each from
// another place of it, so that no pattern returns.
static void grain_row(const look_finish_job *job, int32_t y, look_px *row, int32_t width) {
    const float grey = job->grain_mono, own = 1 - grey;
    // Two noises that are added keep their standard deviation.
    const float scale = job->grain_amount / (32 * sqrtf(grey * grey + own * own));
    for (int32_t left = 0; left < width; left += 64) {
        uint32_t h = look_hash2(look_hash2(job->grain_seed, (uint32_t)(y / 64)), (uint32_t)(left / 64));
        uint32_t from_x = h, from_y = (h >> 8) + (uint32_t)y;
        const int8_t *line = job->grain + (from_y & (LOOK_GRAIN_SIDE - 1)) * LOOK_GRAIN_SIDE * 4;
        int32_t end = left + 64 < width ? left + 64 : width;
        for (int32_t x = left; x < end; x++) {
            const int8_t *g = line + ((from_x + (uint32_t)x) & (LOOK_GRAIN_SIDE - 1)) * 4;
            float luma = look_clamp(look_luma(row[x]), 0, 1);
            float share = look_mix(4 * luma * (1 - luma), 1, job->grain_shadow) * scale;
            look_px noise = {g[1], g[2], g[3], 0};
            row[x] += (noise * look_all(own) + look_all(g[0] * grey)) * look_all(share);
        }
    }
}

static void dirt_row(const look_finish_job *job, int32_t y, look_px *row, int32_t width) {
    for (int32_t i = 0; i < job->scratch_count; i++) {
        const look_scratch *s = job->scratches + i;
        int32_t left = (int32_t)floorf(s->x - s->width - 1), right = (int32_t)ceilf(s->x + s->width + 1);
        left = left < 0 ? 0 : left;
        right = right > width ? width : right;
        for (int32_t x = left; x < right; x++) {
            float off = ((float)x + 0.5f - s->x) / s->width;
            float alpha = look_fade(2 * off * off) * s->alpha;
            row[x] += (look_all(s->value) - row[x]) * look_all(alpha);
        }
    }
    for (int32_t i = 0; i < job->speck_count; i++) {
        const look_speck *s = job->specks + i;
        float reach = s->radius * s->stretch + 1, dy = (float)y + 0.5f - s->y;
        if (fabsf(dy) > reach) { continue; }
        int32_t left = (int32_t)floorf(s->x - reach), right = (int32_t)ceilf(s->x + reach) + 1;
        left = left < 0 ? 0 : left;
        right = right > width ? width : right;
        float c = cosf(s->turn), n = sinf(s->turn);
        for (int32_t x = left; x < right; x++) {
            float dx = (float)x + 0.5f - s->x;
            float along = (dx * c + dy * n) / (s->radius * s->stretch);
            float across = (dy * c - dx * n) / s->radius;
            across -= s->curve * (along * along - 0.4f);
            float square = along * along + across * across;
            if (s->curve != 0) { square = along * along > 1 ? 9 : across * across; }
            float alpha = (1 - look_smooth(0.45f, 1.1f, square)) * s->alpha;
            row[x] += (look_all(s->value) - row[x]) * look_all(alpha);
        }
    }
}

static void write_row(const look_finish_job *job, int32_t y, const look_px *row, int32_t width) {
    uint8_t *out = job->out + y * job->out_stride;
    const uint8_t *steps = thresholds[y & 7];
    const look_px bar = {job->bar[0], job->bar[1], job->bar[2], 0};
    const int covered = y < job->top || y >= job->bottom;
    for (int32_t x = 0; x < width; x++) {
        look_px v = row[x] * look_all(job->brightness);
        if (covered || x < job->left || x >= job->right) { v = bar; }
        v = look_min(look_max(v, look_all(0)), look_all(1)) * look_all(255);
        // A whole number stays what it is: it is never within 1/128 of a threshold.
        v += look_all(((float)steps[x & 7] + 0.5f) * (1 / 64.0f));
        for (int c = 0; c < 3; c++) { out[x * 4 + c] = (uint8_t)(int32_t)v[c]; }
        out[x * 4 + 3] = 255;
    }
}

void look_finish(const look_finish_job *job, int32_t first_row, int32_t end_row) {
    const int32_t width = job->in.width;
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *row = (look_px *)job->in.pixels + (int64_t)y * width;
        if (job->grain) { grain_row(job, y, row, width); }
        if (job->speck_count || job->scratch_count) { dirt_row(job, y, row, width); }
        write_row(job, y, row, width);
    }
}
