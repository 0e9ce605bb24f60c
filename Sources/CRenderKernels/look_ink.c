#include "include/look.h"
#include "look_maths.h"

void look_fill_luma(look_picture in, float *luma, int32_t first_row, int32_t end_row) {
    for (int64_t i = (int64_t)first_row * in.width; i < (int64_t)end_row * in.width; i++) {
        luma[i] = look_luma(((const look_px *)in.pixels)[i]);
    }
}

enum { REACH = 24 };

static int32_t fill_taps(float *taps, float sigma) {
    int32_t reach = (int32_t)ceilf(sigma * 3);
    reach = reach > REACH ? REACH : reach;
    float sum = 0;
    for (int32_t k = 0; k <= reach; k++) {
        float t = sigma > 0.05f ? (float)k / sigma : (k ? 99 : 0);
        taps[k] = expf(-0.5f * t * t);
        sum += k ? 2 * taps[k] : taps[k];
    }
    for (int32_t k = 0; k <= reach; k++) { taps[k] /= sum; }
    return reach;
}

void look_soften_across(
    const float *in, float *out, int32_t width, int32_t height, float sigma, int32_t first_row,
    int32_t end_row
) {
    (void)height;
    float taps[REACH + 1];
    const int32_t reach = fill_taps(taps, sigma);
    for (int32_t y = first_row; y < end_row; y++) {
        const float *from = in + (int64_t)y * width;
        float *to = out + (int64_t)y * width;
        for (int32_t x = 0; x < width; x++) {
            float sum = from[x] * taps[0];
            if (x >= reach && x + reach < width) {
                for (int32_t k = 1; k <= reach; k++) { sum += (from[x - k] + from[x + k]) * taps[k]; }
            } else {
                for (int32_t k = 1; k <= reach; k++) {
                    int32_t a = x - k < 0 ? 0 : x - k, b = x + k < width ? x + k : width - 1;
                    sum += (from[a] + from[b]) * taps[k];
                }
            }
            to[x] = sum;
        }
    }
}

void look_soften_down(
    const float *in, float *out, int32_t width, int32_t height, float sigma, int32_t first_row,
    int32_t end_row
) {
    float taps[REACH + 1];
    const int32_t reach = fill_taps(taps, sigma);
    for (int32_t y = first_row; y < end_row; y++) {
        float *to = out + (int64_t)y * width;
        const float *from = in + (int64_t)y * width;
        for (int32_t x = 0; x < width; x++) { to[x] = from[x] * taps[0]; }
        for (int32_t k = 1; k <= reach; k++) {
            const float *a = in + (int64_t)(y - k < 0 ? 0 : y - k) * width;
            const float *b = in + (int64_t)(y + k < height ? y + k : height - 1) * width;
            for (int32_t x = 0; x < width; x++) { to[x] += (a[x] + b[x]) * taps[k]; }
        }
    }
}

static inline look_px colour(const float *c) { return (look_px){c[0], c[1], c[2], 0}; }

// The four screens of a print: a dot grows in each cell with the ink there.
static look_px dots(const look_ink_job *job, look_px p, float x, float y) {
    static const float inks[4][3] = {
        {0, 0.62f, 0.86f}, {0.89f, 0.05f, 0.47f}, {1, 0.9f, 0.05f}, {0.1f, 0.09f, 0.1f},
    };
    float red = look_clamp(p[0], 0, 1), green = look_clamp(p[1], 0, 1), blue = look_clamp(p[2], 0, 1);
    float top = red > green ? red : green;
    top = top > blue ? top : blue;
    float black = (1 - top) * 0.85f, rest = 1 / (top > 0.02f ? top : 0.02f);
    float amounts[4] = {1 - red * rest, 1 - green * rest, 1 - blue * rest, black};
    look_px print = look_all(1);
    const float turn = 6.2831853f / job->dot_pitch, soft = 2.2f / job->dot_pitch;
    for (int i = 0; i < 4; i++) {
        float u = (x * job->dot_x[i] + y * job->dot_y[i]) * turn;
        float v = (y * job->dot_x[i] - x * job->dot_y[i]) * turn;
        float field = 0.5f + 0.25f * (cosf(u) + cosf(v));
        float ink = look_smooth(1 - amounts[i] - soft, 1 - amounts[i] + soft, field);
        ink *= look_smooth(0.02f, 0.1f, amounts[i]);
        print *= look_all(1) - (look_all(1) - colour(inks[i])) * look_all(ink);
    }
    return print;
}

// Strokes, thicker the darker it is, each a little unsteady.
static float strokes(const look_ink_job *job, float luma, float x, float y) {
    float light = 1;
    for (int32_t i = 0; i < job->hatch_count; i++) {
        float need = (job->hatch_levels[i] - luma) / (job->hatch_levels[i] + 1e-3f);
        if (need <= -0.1f) { continue; }
        float along = x * job->hatch_x[i] + y * job->hatch_y[i];
        float across = (y * job->hatch_x[i] - x * job->hatch_y[i]) / job->hatch_pitch;
        across += look_noise(along / (job->hatch_pitch * 9), across * 0.35f, job->seed + (uint32_t)i) * 0.55f;
        float off = fabsf(across - floorf(across) - 0.5f) * 2;
        float press = 0.55f + 0.45f * look_noise(
            along / (job->hatch_pitch * 5), floorf(across) * 7.3f, job->seed + 40 + (uint32_t)i
        );
        float width = 0.22f + 0.42f * look_clamp(need, 0, 1), soft = 1.4f / job->hatch_pitch;
        float line = 1 - look_smooth(width - soft, width + soft, off);
        light *= 1 - line * press * look_smooth(-0.1f, 0.12f, need);
    }
    return 1 - light;
}

static look_px drawn(const look_ink_job *job, look_px p, int64_t at, float x, float y) {
    const float luma = look_clamp(look_luma(p), 0, 1);
    p = colour(job->fill) + (p - colour(job->fill)) * look_all(job->keep);
    if (job->dot_amount > 0) { p += (dots(job, p, x, y) - p) * look_all(job->dot_amount); }
    if (job->grid_amount > 0) {
        float gx = x / job->grid_pitch, gy = y / job->grid_pitch;
        float dx = fabsf(gx - floorf(gx + 0.5f)), dy = fabsf(gy - floorf(gy + 0.5f));
        float off = (dx < dy ? dx : dy) * job->grid_pitch;
        float half = job->grid_weight * 0.5f;
        float line = 1 - look_smooth(half - 0.1f, half + 0.9f, off);
        p += (colour(job->grid) - p) * look_all(line * job->grid_amount);
    }
    if (job->hatch_amount > 0) {
        float ink = strokes(job, luma, x, y) * job->hatch_amount;
        p += (colour(job->ink) - p) * look_all(ink);
    }
    if (job->narrow && job->wide) {
        float darker = job->wide[at] - job->narrow[at], t = job->edge_threshold;
        float ink = look_smooth(t * 0.25f, t, darker) * job->edge_amount;
        p += (colour(job->ink) - p) * look_all(ink);
    }
    if (job->paper_amount > 0) {
        float n = look_fbm(x / job->paper_size, y / job->paper_size, 9) - 0.5f;
        p *= colour(job->paper) * look_all(1 + 2 * n * job->paper_amount);
    }
    return p;
}

void look_ink(const look_ink_job *job, int32_t first_row, int32_t end_row) {
    const int32_t width = job->out.width;
    const float middle_x = width * 0.5f, middle_y = job->out.height * 0.5f;
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < width; x++) {
            int64_t at = (int64_t)y * width + x;
            look_px before = ((const look_px *)job->original.pixels)[at];
            look_px p = ((const look_px *)job->drawing.pixels)[at];
            p = drawn(job, p, at, (float)x + 0.5f - middle_x, (float)y + 0.5f - middle_y);
            ((look_px *)job->out.pixels)[at] = before + (p - before) * look_all(job->amount);
        }
    }
}
