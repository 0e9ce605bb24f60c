#include "include/look.h"
#include "look_maths.h"

#include <stdlib.h>
#include <string.h>

// A line of luma and two colour differences.
typedef struct line {
    float *luma, *blue, *red, *spare;
} line;

// A box of any width along a line, in place; the ends repeat.
static void soften(float *values, float *spare, int32_t count, float sigma) {
    if (sigma < 0.15f) { return; }
    float half = (sqrtf(6 * sigma * sigma + 1) - 1) / 2, part = half - floorf(half);
    int32_t whole = (int32_t)half;
    float scale = 1 / (2 * half + 1);
    for (int pass = 0; pass < 2; pass++) {
        float sum = values[0] * (float)(whole + 1);
        for (int32_t i = 1; i <= whole; i++) { sum += values[i < count ? i : count - 1]; }
        for (int32_t i = 0; i < count; i++) {
            int32_t before = i - whole - 1, after = i + whole + 1, last = i - whole;
            float a = values[before < 0 ? 0 : before], b = values[after < count ? after : count - 1];
            spare[i] = (sum + (a + b) * part) * scale;
            sum += b - values[last < 0 ? 0 : last];
        }
        memcpy(values, spare, (size_t)count * sizeof(float));
    }
}

// How far a line is torn to the right, and how much of its signal is lost.
static void tear(const look_tape_job *job, int32_t y, float *shift, float *loss) {
    const float height = (float)job->in.height, v = ((float)y + 0.5f) / height;
    int32_t band = (int32_t)(v * job->lines);
    uint32_t h = look_hash2(job->seed, (uint32_t)band);
    *shift = look_normal(h) * job->jitter * height;
    *loss = 0;
    float off = (v - job->band_centre) / 0.03f;
    if (job->tracking > 0 && off > -1 && off < 1) {
        float strength = (1 - off * off) * job->tracking;
        *shift += strength * height * (0.02f * look_normal(look_hash(h + 5)) + 0.03f * off);
        *loss = strength;
    }
    float seam = (v - 0.98f) / 0.02f;
    if (job->head_switch > 0 && seam > 0) {
        float wave = look_noise(seam * 5, 3.5f, job->seed);
        *shift += job->head_switch * height * (0.05f * seam * seam + 0.05f * wave * seam);
        *loss = look_clamp(*loss + job->head_switch * seam * 0.5f, 0, 1);
    }
}

// Takes a line apart, torn to its place.
static void take(const look_tape_job *job, int32_t y, float shift, line line) {
    const int32_t width = job->in.width;
    const look_px *in = (const look_px *)job->in.pixels + (int64_t)y * width;
    for (int32_t x = 0; x < width; x++) {
        float from = look_clamp((float)x - shift, 0, (float)(width - 1));
        int32_t left = (int32_t)from, right = left + 1 < width ? left + 1 : left;
        look_px colour = in[left] + (in[right] - in[left]) * look_all(from - (float)left);
        float luma = 0.299f * colour[0] + 0.587f * colour[1] + 0.114f * colour[2];
        line.luma[x] = luma;
        line.blue[x] = colour[2] - luma;
        line.red[x] = colour[0] - luma;
    }
}

static void give(const look_tape_job *job, int32_t y, float loss, line line) {
    const int32_t width = job->in.width;
    const float height = (float)job->in.height;
    look_px *out = (look_px *)job->out.pixels + (int64_t)y * width;
    // Between two lines the tube is darker; never thinner than the pixels can show.
    float scan = ((float)y + 0.5f) / height * job->lines;
    float wave = cosf((scan - floorf(scan)) * 6.2831853f);
    float depth = look_clamp(height / job->lines - 1, 0, 1);
    float bright = 1 - job->line_amount * 0.5f * (1 + wave) * (0.4f + 0.6f * depth);
    const int32_t lag = (int32_t)floorf(job->chroma_shift * height + 0.5f);
    const uint32_t row = look_hash2(job->seed + 31, (uint32_t)(int32_t)scan);
    // The noise of tape is as coarse as its luma.
    const float grain = 1 / (height * 0.0022f > 1 ? height * 0.0022f : 1);
    for (int32_t x = 0; x < width; x++) {
        int32_t from = x - lag;
        from = from < 0 ? 0 : from >= width ? width - 1 : from;
        uint32_t h = look_hash(row ^ (uint32_t)(int32_t)((float)x * grain));
        // A streak of the line's own under the finer noise.
        float noise = look_normal(h) * 0.72f + look_noise((float)x * 0.05f, 1.5f, row) * 1.4f - 0.7f;
        noise *= job->noise;
        float luma = line.luma[x] + noise, blue = line.blue[from], red = line.red[from];
        // Colour is noisy only where it has been on tape, in long smears.
        if (job->chroma_blur > 0) {
            blue += look_normal(look_hash2(row, (uint32_t)(x >> 5))) * job->noise * 0.35f;
            red += look_normal(look_hash2(row + 1, (uint32_t)(x >> 5))) * job->noise * 0.35f;
        }
        if (loss > 0) {
            float spark = look_unit(look_hash(h + 3)) < loss * 0.16f ? 0.75f * loss : 0;
            luma = look_mix(luma, luma * 0.75f + 0.12f, loss) + spark;
            blue *= 1 - loss;
            red *= 1 - loss;
        }
        float green = luma - (0.299f * red + 0.114f * blue) / 0.587f;
        look_px colour = {luma + red, green, luma + blue, 0};
        out[x] = colour * look_all(bright);
    }
}

int32_t look_tape(const look_tape_job *job, int32_t first_row, int32_t end_row) {
    const int32_t width = job->in.width;
    float *room = malloc((size_t)width * 4 * sizeof(float));
    if (!room) { return -1; }
    line line = {room, room + width, room + 2 * (int64_t)width, room + 3 * (int64_t)width};
    const float height = (float)job->in.height;
    for (int32_t y = first_row; y < end_row; y++) {
        float shift, loss;
        tear(job, y, &shift, &loss);
        take(job, y, shift, line);
        soften(line.luma, line.spare, width, job->luma_blur * height);
        soften(line.blue, line.spare, width, job->chroma_blur * height);
        soften(line.red, line.spare, width, job->chroma_blur * height);
        give(job, y, loss, line);
    }
    free(room);
    return 0;
}
