#include "sketch_maths.h"

SK_KERNEL void sketch_wobble(
    sketch_canvas c, float *target, float amount, float cells, uint32_t seed, int32_t row0, int32_t row1) {
    float k = cells / (float)c.height, u[SK_RUN], v[SK_RUN], dx[SK_RUN], dy[SK_RUN];
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < c.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, c.width - x0);
            for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i) + .5f) * k, v[i] = ((float)row + .5f) * k;
            sk_fbm_run(n, u, v, 2, seed, dx);
            for (int i = 0; i < n; i++) u[i] += 9;
            sk_fbm_run(n, u, v, 2, seed + 1, dy);
            for (int i = 0; i < n; i++) {
                float x = sk_clamp((float)(x0 + i) + dx[i] * amount, 0, (float)(c.width - 1));
                float y = sk_clamp((float)row + dy[i] * amount, 0, (float)(c.height - 1));
                int32_t xi = sk_imin((int32_t)x, c.width - 2), yi = sk_imin((int32_t)y, c.height - 2);
                float fx = x - (float)xi, fy = y - (float)yi;
                const float *p = c.rgb + 3 * ((int64_t)yi * c.width + xi), *q = p + 3 * (int64_t)c.width;
                float *t = target + 3 * ((int64_t)row * c.width + x0 + i);
                for (int j = 0; j < 3; j++)
                    t[j] = sk_lerp(sk_lerp(p[j], p[j + 3], fx), sk_lerp(q[j], q[j + 3], fx), fy);
            }
        }
}

// A run of pixels with the margin that its boxes reach into.
enum { SK_WIDEST = 48, SK_SPAN = SK_RUN + 2 * SK_WIDEST };
typedef struct {
    float r[SK_SPAN], g[SK_SPAN], b[SK_SPAN], l[SK_SPAN], ll[SK_SPAN];
} sk_sums;

// Sums `count` rows from `first`, for the columns from `x0` on.
SK_INLINE void sk_sum_rows(
    sk_sums *s, const float *source, int32_t width, int32_t height, int32_t first, int32_t count, int32_t x0, int32_t n) {
    memset(s, 0, sizeof *s);
    for (int32_t j = first; j < first + count; j++) {
        const float *line = source + 3 * (int64_t)sk_iclamp(j, 0, height - 1) * width;
        for (int32_t i = 0; i < n; i++) {
            const float *p = line + 3 * sk_iclamp(x0 + i, 0, width - 1);
            // Dark and light weigh alike to the eye, so spread is compared on roots.
            float y = .3f * p[0] + .59f * p[1] + .11f * p[2], l = sqrtf(y > 0 ? y : 0);
            s->r[i] += p[0], s->g[i] += p[1], s->b[i] += p[2], s->l[i] += l, s->ll[i] += l * l;
        }
    }
}
SK_INLINE void sk_sum_columns(const float *from, float *to, int32_t n, int32_t count) {
    for (int32_t i = 0; i < n; i++) to[i] = from[i];
    for (int32_t k = 1; k < count; k++)
        for (int32_t i = 0; i < n; i++) to[i] += from[i + k];
}
// Keeps the means of the boxes whose light spreads least so far.
SK_INLINE void sk_keep_calmest(const sk_sums *box, int32_t shift, int32_t n, float share, float *best, float *mean) {
    for (int32_t i = 0; i < n; i++) {
        float m = box->l[i + shift] * share, spread = box->ll[i + shift] * share - m * m;
        int calmer = spread < best[i];
        best[i] = calmer ? spread : best[i];
        mean[3 * i] = calmer ? box->r[i + shift] * share : mean[3 * i];
        mean[3 * i + 1] = calmer ? box->g[i + shift] * share : mean[3 * i + 1];
        mean[3 * i + 2] = calmer ? box->b[i + shift] * share : mean[3 * i + 2];
    }
}

SK_KERNEL void sketch_kuwahara(
    const float *source, float *target, int32_t width, int32_t height, int32_t radius, float mix, int32_t row0,
    int32_t row1) {
    int32_t r = sk_iclamp(radius, 1, SK_WIDEST), side = r + 1;
    float share = 1 / (float)(side * side), best[SK_RUN], mean[3 * SK_RUN];
    sk_sums rows, box;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t x0 = 0; x0 < width; x0 += SK_RUN) {
            int32_t n = sk_imin(SK_RUN, width - x0), span = n + 2 * r;
            for (int32_t i = 0; i < n; i++) best[i] = 1e30f;
            for (int half = 0; half < 2; half++) {
                sk_sum_rows(&rows, source, width, height, half ? row : row - r, side, x0 - r, span);
                sk_sum_columns(rows.r, box.r, n + r, side), sk_sum_columns(rows.g, box.g, n + r, side);
                sk_sum_columns(rows.b, box.b, n + r, side), sk_sum_columns(rows.l, box.l, n + r, side);
                sk_sum_columns(rows.ll, box.ll, n + r, side);
                sk_keep_calmest(&box, 0, n, share, best, mean);
                sk_keep_calmest(&box, r, n, share, best, mean);
            }
            float *to = target + 3 * ((int64_t)row * width + x0);
            const float *from = source + 3 * ((int64_t)row * width + x0);
            for (int32_t i = 0; i < 3 * n; i++) to[i] = sk_lerp(from[i], mean[i], mix);
        }
}

SK_KERNEL void sketch_bright(
    const float *source, int32_t width, int32_t height, int32_t step, float *cells, int32_t columns, int32_t rows,
    int32_t cell0, int32_t cell1) {
    (void)rows;
    for (int32_t cy = cell0; cy < cell1; cy++)
        for (int32_t cx = 0; cx < columns; cx++) {
            int32_t x1 = sk_imin((cx + 1) * step, width), y1 = sk_imin((cy + 1) * step, height);
            sketch_rgb sum = {0, 0, 0};
            float n = 0;
            for (int32_t y = cy * step; y < y1; y++)
                for (int32_t x = cx * step; x < x1; x++, n += 1) {
                    sketch_rgb c = sk_load(source + 3 * ((int64_t)y * width + x));
                    float k = sk_step(.55f, 1.6f, sk_max(c.r, sk_max(c.g, c.b)));
                    sum = sk_add(sum, sk_rgb(sk_min(c.r * k, 5), sk_min(c.g * k, 5), sk_min(c.b * k, 5)));
                }
            sk_store(cells + 3 * ((int64_t)cy * columns + cx), sk_scale(sum, 1 / sk_max(n, 1)));
        }
}

static void sk_box(const float *from, float *to, int32_t n, int64_t step, int32_t r) {
    for (int j = 0; j < 3; j++) {
        float sum = 0, k = 1 / (float)(2 * r + 1);
        for (int32_t i = -r; i <= r; i++) sum += from[(int64_t)sk_iclamp(i, 0, n - 1) * step + j];
        for (int32_t i = 0; i < n; i++) {
            to[(int64_t)i * step + j] = sum * k;
            sum += from[(int64_t)sk_imin(i + r + 1, n - 1) * step + j] - from[(int64_t)sk_imax(i - r, 0) * step + j];
        }
    }
}
void sketch_blur(float *rgb, float *scratch, int32_t width, int32_t height, float sigma) {
    int32_t r = sk_imax(1, (int32_t)(sigma * .98f + .5f));
    for (int pass = 0; pass < 3; pass++) {
        for (int32_t y = 0; y < height; y++) {
            int64_t at = 3 * (int64_t)y * width;
            sk_box(rgb + at, scratch + at, width, 3, r);
        }
        for (int32_t x = 0; x < width; x++) sk_box(scratch + 3 * x, rgb + 3 * x, height, 3 * (int64_t)width, r);
    }
}

SK_INLINE sketch_rgb sk_bloom_at(const float *cells, int32_t columns, int32_t rows, float x, float y) {
    x = sk_clamp(x - .5f, 0, (float)(columns - 1)), y = sk_clamp(y - .5f, 0, (float)(rows - 1));
    int32_t xi = (int32_t)x, yi = (int32_t)y, xn = sk_imin(xi + 1, columns - 1), yn = sk_imin(yi + 1, rows - 1);
    float fx = x - (float)xi, fy = y - (float)yi;
    sketch_rgb a = sk_mix(sk_load(cells + 3 * (yi * columns + xi)), sk_load(cells + 3 * (yi * columns + xn)), fx);
    sketch_rgb b = sk_mix(sk_load(cells + 3 * (yn * columns + xi)), sk_load(cells + 3 * (yn * columns + xn)), fx);
    return sk_mix(a, b, fy);
}
SK_INLINE float sk_luma(sketch_rgb c) { return .3f * c.r + .59f * c.g + .11f * c.b; }
// Extended Reinhard, half by luminance and half by channel.
SK_INLINE sketch_rgb sk_tone(sketch_rgb c) {
    float l = .25f * c.r + .6f * c.g + .15f * c.b, t = (1 + l / 14) / (1 + l);
    sketch_rgb each = {c.r * (1 + c.r / 14) / (1 + c.r), c.g * (1 + c.g / 14) / (1 + c.g),
        c.b * (1 + c.b / 14) / (1 + c.b)};
    return sk_mix(sk_scale(c, t), each, .55f);
}
SK_INLINE float sk_curve(float x, float black, float contrast) {
    x = sk_clamp((sk_encode(x) - black) / (.99f - black), 0, 1);
    return sk_lerp(x, x * x * (3 - 2 * x), .55f * contrast);
}
// 0…1 where the depth breaks.
SK_INLINE float sk_break(const float *z, int32_t width, int32_t height, int32_t x, int32_t y, int32_t reach) {
    int32_t xa = sk_imax(x - reach, 0), xb = sk_imin(x + reach, width - 1);
    int32_t ya = sk_imax(y - reach, 0), yb = sk_imin(y + reach, height - 1);
    float gx = sk_log(z[(int64_t)y * width + xb] + .3f) - sk_log(z[(int64_t)y * width + xa] + .3f);
    float gy = sk_log(z[(int64_t)yb * width + x] + .3f) - sk_log(z[(int64_t)ya * width + x] + .3f);
    return sk_clamp(sqrtf(gx * gx + gy * gy) * 1.4f, 0, 1);
}

SK_INLINE sketch_rgb sk_grade(sketch_rgb c, const sketch_look *k) {
    float l = sk_luma(c), d = (1 - l) * (1 - l), h = l * sqrtf(sk_max(l, 0));
    c = sk_rgb(sk_lerp(l, c.r, k->saturation), sk_lerp(l, c.g, k->saturation), sk_lerp(l, c.b, k->saturation));
    c = sk_add(c, sk_add(sk_scale(k->shadows, d), sk_scale(k->lights, h)));
    if (k->fade > 0) {
        sketch_rgb old = sk_rgb(.16f + c.r * .82f, .125f + c.g * .80f, .12f + c.b * .68f);
        c = sk_mix(c, old, k->fade);
    }
    return c;
}
SK_INLINE sketch_rgb sk_few_tones(sketch_rgb c, float tones) {
    float l = sk_clamp(sk_luma(c), 0, 1), s = l * tones, base = (float)sk_floor(s), f = s - base;
    float stepped = (base + sk_step(.38f, .62f, f)) / tones, to = sk_lerp(stepped, l, .25f);
    return sk_scale(c, to / sk_max(l, .02f));
}
SK_INLINE sketch_rgb sk_black_and_white(sketch_rgb c, const sketch_look *k) {
    float l = sk_clamp(sk_luma(c), 0, 1);
    float cut = sk_step(k->cut_low, k->cut_low + .12f, l) * .30f + sk_step(k->cut_high, k->cut_high + .14f, l) * .36f
        + sk_step(.72f, .95f, l) * .34f;
    float o = sk_lerp(cut, l * sqrtf(l), .42f);
    return sk_mix(c, sk_rgb(o, o * .985f, o * .955f), k->monochrome);
}
// Pigment on paper: density grows with darkness, in blooms and grains. The
// paper's edge is not painted, for a camera will move over the picture.
SK_INLINE sketch_rgb sk_on_paper(sketch_rgb c, const sketch_look *k, float x, float y, float height, float line) {
    float u = x / height, v = y / height, s = k->seed & 255u;
    float bloom = sk_fbm(u * 4 + s, v * 4, 4, 3), grain = sk_fbm(u * 310, v * 310, 2, 4), drift = sk_fbm(u * 18, v * 18, 3, 6);
    float more = (1 + .45f * bloom + .24f * drift + .20f * grain) * 1.4f;
    float tooth = 1 + .02f * grain;
    sketch_rgb t = {sk_exp(-sk_clamp((1 - c.r) * (1 + line), 0, 1.5f) * more),
        sk_exp(-sk_clamp((1 - c.g) * (1 + line), 0, 1.5f) * more),
        sk_exp(-sk_clamp((1 - c.b) * (1 + line), 0, 1.5f) * more)};
    return sk_mix(c, sk_rgb(.975f * tooth * t.r, .96f * tooth * t.g, .925f * tooth * t.b), k->paper);
}
SK_INLINE float sk_film_grain(const sketch_look *k, float x, float y, float height, float l) {
    float fine = sk_max(1, height / 720), cell_x = x / fine, cell_y = y / fine;
    float g = sk_noise(cell_x * .71f, cell_y * .71f, k->seed + 301) + .6f * sk_noise(cell_x * 1.37f, cell_y * 1.37f, k->seed + 302);
    float middle = 1 - sk_abs(l * 2 - .8f);
    return g * k->grain * sk_min(1, height / 720 + .25f) * (.35f + .65f * sqrtf(sk_clamp(middle, 0, 1)));
}

typedef struct {
    const float *bloom;
    int32_t columns, rows, step;
} sk_cells;

SK_INLINE sketch_rgb sk_develop_pixel(
    const float *rgb, const float *z, int32_t width, int32_t height, sk_cells b, const sketch_look *k, int32_t x,
    int32_t y) {
    float w = (float)width, h = (float)height, px = (float)x + .5f, py = (float)y + .5f, step = (float)b.step;
    sketch_rgb c = sk_load(rgb + 3 * ((int64_t)y * width + x));
    c = sk_add(c, sk_scale(sk_bloom_at(b.bloom, b.columns, b.rows, px / step, py / step), k->bloom * 2));
    c = sk_tone(sk_scale(c, k->exposure));
    float dx = (px - w / 2) / w, dy = (py - h / 2) / h;
    c = sk_scale(c, 1 - k->vignette * sk_step(.35f, 1, sqrtf(dx * dx + dy * dy) * 1.25f));
    c = sk_rgb(sk_curve(c.r, k->black, k->contrast), sk_curve(c.g, k->black, k->contrast), sk_curve(c.b, k->black, k->contrast));
    c = sk_grade(c, k);
    if (k->tones > 0) c = sk_few_tones(c, k->tones);
    float line = 0;
    if (k->outline > 0)
        line = k->outline * sk_step(.35f, .9f, sk_break(z, width, height, x, y, sk_imax(1, (int32_t)(h / 720 + .5f))));
    if (k->paper > 0) return sk_on_paper(c, k, px, py, h, line);
    c = sk_mix(c, sk_rgb(c.r * .25f + .02f, c.g * .22f, c.b * .28f + .03f), line);
    if (k->monochrome > 0) c = sk_black_and_white(c, k);
    float g = sk_film_grain(k, px, py, h, sk_luma(c));
    return sk_rgb(c.r + g, c.g + g, c.b + g);
}
SK_INLINE uint8_t sk_byte(float x) { return (uint8_t)(sk_clamp(x, 0, 1) * 255 + .5f); }

SK_KERNEL void sketch_develop(
    const float *rgb, const float *z, int32_t width, int32_t height, const float *bloom, int32_t columns,
    int32_t rows, int32_t step, const sketch_look *look, uint8_t *bytes, int64_t stride, int32_t row0,
    int32_t row1) {
    sk_cells cells = {bloom, columns, rows, step};
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < width; x++) {
            uint8_t *p = bytes + stride * y + 4 * x;
            sketch_rgb c = sk_develop_pixel(rgb, z, width, height, cells, look, x, y);
            p[0] = sk_byte(c.r), p[1] = sk_byte(c.g), p[2] = sk_byte(c.b), p[3] = 255;
        }
}

void sketch_depth(
    const float *z, int32_t width, int32_t height, float nearest, int32_t radius, float *nearness, int32_t row0,
    int32_t row1) {
    float low = 1 / (1 + 70 * .35f), high = 1 / (1 + nearest * .35f), k = 1 / sk_max(high - low, 1e-6f);
    float n = 1 / (float)((2 * radius + 1) * (2 * radius + 1));
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < width; x++) {
            float sum = 0;
            for (int32_t j = y - radius; j <= y + radius; j++)
                for (int32_t i = x - radius; i <= x + radius; i++) {
                    float d = z[(int64_t)sk_iclamp(j, 0, height - 1) * width + sk_iclamp(i, 0, width - 1)];
                    sum += sk_clamp((1 / (1 + sk_abs(d) * .35f) - low) * k, 0, 1);
                }
            nearness[(int64_t)y * width + x] = sum * n;
        }
}
