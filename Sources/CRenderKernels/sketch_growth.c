#include "sketch_maths.h"

// How far inside a pine a point lies, in its heights: boughs droop, and every
// one has a length of its own on either side.
SK_INLINE float sk_inside_pine(float x, float y, uint32_t seed) {
    float side = sk_abs(x), t = 1 - y;
    if (t < 0) return -1;
    float trunk = .004f + .013f * t + .02f * sk_step(.96f, 1, t);
    float hang = t - side * .42f, level = hang * 33 + .6f;
    int32_t i = sk_floor(level);
    float f = level - (float)i, u = hang > 0 ? hang : 0;
    float length = .155f * (sk_pow(u + 1e-4f, .85f) * .97f + .02f) * (.66f + .42f * sk_unit(i, x < 0 ? 1 : 2, seed));
    float bough = length * (.58f + .42f * f) + .010f * sk_noise(x * 70, y * 70, seed) + .006f * sk_noise(x * 170, y * 170, seed + 1);
    if (hang > .93f) bough = 0;
    return sk_max(trunk, bough) - side;
}

SK_KERNEL void sketch_pines(
    sketch_canvas c, const sketch_air *a, const sketch_pine *pines, int32_t count, sketch_rgb colour,
    int32_t column0, int32_t column1) {
    for (int32_t i = 0; i < count; i++) {
        const sketch_pine *p = pines + i;
        float half = .23f * p->size, fog = sk_fog_amount(a, p->z) * .85f;
        int32_t x0 = sk_imax(column0, sk_floor(p->x - half)), x1 = sk_imin(column1, sk_floor(p->x + half) + 1);
        int32_t y0 = sk_imax(0, sk_floor(p->y - p->size)), y1 = sk_imin(c.height, sk_floor(p->y) + 1);
        float sun_side = a->sun_x < p->x ? -1 : 1, near = sk_exp(-sk_abs(a->sun_x - p->x) / ((float)c.width * .3f));
        for (int32_t y = y0; y < y1; y++)
            for (int32_t x = x0; x < x1; x++) {
                float u = ((float)x + .5f - p->x) / p->size, v = (p->y - (float)y - .5f) / p->size;
                float in = sk_inside_pine(u, v, p->seed), cover = sk_clamp(in * p->size + .5f, 0, 1);
                int64_t at = (int64_t)y * c.width + x;
                if (cover <= 0 || sk_abs(c.z[at]) < p->z * .93f) continue;
                float lit = .7f + .6f * sk_noise(u * 34, v * 40, p->seed + 3);
                sketch_rgb k = sk_scale(sk_times(colour, a->ambient), .5f * lit * (.7f + .3f * v));
                float rim = sk_step(.012f, 0, in) * sk_clamp(.35f + u * sun_side * 8, 0, 1) * near;
                k = sk_add(k, sk_scale(a->sun, rim * .16f * a->sun_visible));
                sk_over(c.rgb + 3 * at, sk_mix(k, sk_fog(a, (float)x), fog), cover);
                if (cover > .5f) c.z[at] = p->z;
            }
    }
}

SK_KERNEL void sketch_mist(
    sketch_canvas c, const sketch_air *a, float z, float middle, float thickness, float strength, uint32_t seed,
    int32_t row0, int32_t row1) {
    float u[SK_RUN], v[SK_RUN], drift[SK_RUN], height = (float)c.height;
    for (int32_t row = row0; row < row1; row++) {
        float d = ((float)row + .5f - middle) / thickness, here = sk_exp(-d * d) * strength;
        if (here < .004f) continue;
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            for (int i = 0; i < n; i++) u[i] = (float)(x0 + i) / height * 1.6f + (float)(seed & 63u), v[i] = (float)row / height * 6;
            sk_fbm_run(n, u, v, 4, a->seed + seed + 90, drift);
            for (int i = 0; i < n; i++) {
                int64_t at = (int64_t)row * c.width + x0 + i;
                if (sk_abs(c.z[at]) <= z) continue;
                sk_over(c.rgb + 3 * at, sk_fog(a, (float)(x0 + i) + .5f), here * sk_clamp(.6f + drift[i], 0, 1));
            }
        }
    }
}

void sketch_grass(
    sketch_canvas c, const sketch_air *a, float base, float tallest, sketch_rgb colour, uint32_t seed,
    int32_t column0, int32_t column1) {
    float height = (float)c.height, width = (float)c.width, unit = height / 720, space = 2.2f * unit;
    for (int32_t column = column0; column < column1; column++) {
        float x = (float)column + .5f, away = sk_abs(x / width - .5f);
        float near = sk_exp(-sk_abs(x - a->sun_x) / (width * .3f));
        int32_t y0 = sk_imax(0, sk_floor(base - tallest * 1.5f));
        for (int32_t row = y0; row < c.height; row++) {
            float y = (float)row + .5f, cover = 0;
            int32_t cell = sk_floor(x / space), reach = 8;
            for (int32_t i = cell - reach; i <= cell + reach; i++) {
                float l = tallest * (.25f + .6f * sk_unit(i, 1, seed)) * (.8f + .7f * away);
                float t = (base - y) / l;
                if (t > 1) continue;
                float lean = (sk_unit(i, 2, seed) - .35f) * .55f, root = ((float)i + sk_unit(i, 3, seed)) * space;
                float d = sk_abs(x - root - lean * l * t * sk_abs(t)), half = 1.5f * unit * (1 - sk_max(t, 0) * .85f);
                cover = sk_max(cover, sk_clamp((half - d) / sk_max(unit, 1) + .5f, 0, 1) * sk_min(1, half * 2));
            }
            if (cover <= 0) continue;
            float top = sk_clamp((base - y) / tallest + .25f, 0, 1);
            sketch_rgb light = sk_add(sk_scale(a->ambient, .26f), sk_scale(a->sun, top * (.10f + .55f * near) * a->sun_visible));
            int64_t at = (int64_t)row * c.width + column;
            sk_over(c.rgb + 3 * at, sk_times(colour, light), cover);
            if (cover > .5f) c.z[at] = .7f;
        }
    }
}

void sketch_openness(
    sketch_canvas c, int32_t step, float *open, int32_t columns, int32_t rows, int32_t cell0, int32_t cell1) {
    (void)rows;
    for (int32_t cy = cell0; cy < cell1; cy++)
        for (int32_t cx = 0; cx < columns; cx++) {
            int32_t x1 = sk_imin((cx + 1) * step, c.width), y1 = sk_imin((cy + 1) * step, c.height);
            float sum = 0, n = 0;
            for (int32_t y = cy * step; y < y1; y++)
                for (int32_t x = cx * step; x < x1; x++, n += 1) {
                    int64_t at = (int64_t)y * c.width + x;
                    const float *p = c.rgb + 3 * at;
                    if (c.z[at] > 150) sum += sk_min(sk_max(p[0], sk_max(p[1], p[2])), 2);
                }
            open[(int64_t)cy * columns + cx] = sum / sk_max(n, 1);
        }
}

SK_INLINE float sk_open_at(const float *open, int32_t columns, int32_t rows, float x, float y) {
    int32_t xi = sk_iclamp(sk_floor(x), 0, columns - 1), yi = sk_iclamp(sk_floor(y), 0, rows - 1);
    return open[(int64_t)yi * columns + xi];
}
SK_KERNEL void sketch_rays(
    sketch_canvas c, const sketch_air *a, const float *open, int32_t columns, int32_t rows, int32_t step,
    float strength, int32_t row0, int32_t row1) {
    float k = 1 / (float)step, height = (float)c.height;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t column = 0; column < c.width; column++) {
            float x = (float)column + .5f, y = (float)row + .5f, dx = a->sun_x - x, dy = a->sun_y - y, sum = 0;
            // The first step is spread by a hash, or the steps would show as bands.
            float jitter = sk_unit(column, row, a->seed + 400);
            for (int i = 0; i < 20; i++) {
                float t = ((float)i + jitter) / 20 * .75f;
                sum += sk_open_at(open, columns, rows, (x + dx * t) * k, (y + dy * t) * k) * (1 - t / .75f);
            }
            float d = sqrtf(dx * dx + dy * dy) / height, light = sum / 10 * strength * sk_exp(-d / .8f) * .25f;
            float *p = c.rgb + 3 * ((int64_t)row * c.width + column);
            sk_store(p, sk_add(sk_load(p), sk_scale(a->sun, light)));
        }
}
