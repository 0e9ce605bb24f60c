#include "sketch_shape.h"

// The planes in which one subject is drawn before it joins the picture.
typedef struct {
    int32_t x0, y0, width, height;
    float *alpha, *value, *emission, *soft, *inflated, *work, *light;
} sk_box_planes;

// The box around a subject, with room for its softened edge, inside the frame.
SK_INLINE sk_box_planes sk_box_of(const sketch_subject *s, float *scratch) {
    float a = s->facing < 0 ? -s->right : s->left, b = s->facing < 0 ? -s->left : s->right, m = .06f * s->size + 3;
    sk_box_planes p;
    p.x0 = sk_floor(sk_clamp(s->x + a * s->size - m, -m, (float)s->frame_width));
    p.y0 = sk_floor(sk_clamp(s->y - s->top * s->size - m, -m, (float)s->frame_height));
    p.width = sk_floor(sk_clamp(s->x + b * s->size + m, (float)p.x0, (float)s->frame_width + m)) + 1 - p.x0;
    p.height = sk_floor(sk_clamp(s->y - s->bottom * s->size + m, (float)p.y0, (float)s->frame_height + m)) + 1 - p.y0;
    int64_t n = (int64_t)p.width * p.height;
    p.alpha = scratch, p.value = scratch + n, p.emission = scratch + 2 * n, p.soft = scratch + 5 * n;
    p.inflated = scratch + 6 * n, p.work = scratch + 7 * n, p.light = scratch + 8 * n;
    return p;
}
int64_t sketch_subject_scratch(const sketch_subject *s) {
    sk_box_planes p = sk_box_of(s, 0);
    return 11 * (int64_t)p.width * p.height;
}
int32_t sketch_subject_rows(const sketch_subject *s) { return sk_box_of(s, 0).height; }
int32_t sketch_subject_columns(const sketch_subject *s) { return sk_box_of(s, 0).width; }

// Vector edges are bent a little, as a brush would; more would look like fur.
SK_INLINE void sk_bend(const sk_box_planes *k, const sketch_subject *s, const sketch_air *a, int32_t x0, int n, int32_t y, float *bx, float *by) {
    float unit = (float)s->frame_height / 720, amount = sk_min(1.3f * unit, .003f * s->size + .35f * unit) * 2;
    float cell = 9 * unit + s->size * .03f, u[SK_RUN], v[SK_RUN];
    for (int i = 0; i < n; i++) u[i] = ((float)(x0 + i + k->x0) - s->x) / cell, v[i] = ((float)(y + k->y0) - s->y) / cell;
    sk_fbm_run(n, u, v, 2, a->seed + 200, bx);
    sk_fbm_run(n, u, v, 2, a->seed + 201, by);
    for (int i = 0; i < n; i++) bx[i] *= amount, by[i] *= amount;
}

// Draws what one part covers of a run of pixels.
SK_INLINE void sk_draw_part(
    const sk_box_planes *k, const sketch_subject *s, const sketch_part *p, int32_t x0, int n, int32_t y, const float *bx,
    const float *by, const float b[4]) {
    float scale = s->size, low = (float)(y + k->y0) + .5f;
    if (s->y - b[3] * scale > low + 4 || s->y - b[2] * scale < low - 4) return;
    float l = s->facing < 0 ? -b[1] : b[0], r = s->facing < 0 ? -b[0] : b[1];
    int32_t from = sk_imax(x0, sk_floor(sk_max(s->x + l * scale, -1e6f)) - 4 - k->x0);
    int32_t to = sk_imin(x0 + n, sk_floor(sk_min(s->x + r * scale, 1e6f)) + 5 - k->x0);
    for (int32_t x = from; x < to; x++) {
        int64_t at = (int64_t)y * k->width + x;
        float px = ((float)(x + k->x0) + .5f + bx[x - x0] - s->x) / scale * s->facing;
        float py = (s->y - low - by[x - x0]) / scale;
        float cover = sk_clamp(.5f - sk_distance(p, s->points, px, py) * scale, 0, 1);
        if (cover <= 0) continue;
        float *e = k->emission + 3 * at;
        if (p->is_emissive) {
            sk_over(e, p->emission, cover);
            continue;
        }
        k->alpha[at] = sk_max(k->alpha[at], cover);
        k->value[at] = sk_lerp(k->value[at], p->value, cover);
        sk_store(e, sk_scale(sk_load(e), 1 - cover));
    }
}

// Whether any part may reach into a run of pixels.
SK_INLINE int sk_meets(const sk_box_planes *k, const sketch_subject *s, const float *bounds, int32_t x0, int n, int32_t y) {
    float top = (s->y - (float)(y + k->y0) + 5) / s->size, low = (s->y - (float)(y + k->y0) - 5) / s->size;
    float a = ((float)(x0 + k->x0) - 5 - s->x) / s->size, b = ((float)(x0 + n + k->x0) + 5 - s->x) / s->size;
    float left = s->facing < 0 ? -b : a, right = s->facing < 0 ? -a : b;
    for (int32_t i = 0; i < s->part_count; i++) {
        const float *q = bounds + 4 * i;
        if (q[3] >= low && q[2] <= top && q[1] >= left && q[0] <= right) return 1;
    }
    return 0;
}

SK_KERNEL void sketch_subject_draw(
    const sketch_air *a, const sketch_subject *s, const float *bounds, float *scratch, int32_t row0, int32_t row1) {
    sk_box_planes k = sk_box_of(s, scratch);
    float bx[SK_RUN], by[SK_RUN];
    for (int32_t y = row0; y < row1; y++) {
        int64_t at = (int64_t)y * k.width;
        memset(k.alpha + at, 0, sizeof(float) * (size_t)k.width), memset(k.value + at, 0, sizeof(float) * (size_t)k.width);
        memset(k.emission + 3 * at, 0, 3 * sizeof(float) * (size_t)k.width), memset(k.light + 3 * at, 0, 3 * sizeof(float) * (size_t)k.width);
        for (int32_t x0 = 0; x0 < k.width; x0 += SK_RUN) {
            int n = sk_imin(SK_RUN, k.width - x0);
            if (!sk_meets(&k, s, bounds, x0, n, y)) continue;
            sk_bend(&k, s, a, x0, n, y, bx, by);
            for (int32_t i = 0; i < s->part_count; i++) sk_draw_part(&k, s, s->parts + i, x0, n, y, bx, by, bounds + 4 * i);
        }
    }
}
void sketch_subject_bounds(const sketch_subject *s, float *bounds) {
    for (int32_t i = 0; i < s->part_count; i++) sk_bounds(s->parts + i, s->points, bounds + 4 * i);
}

// Two box passes along a row, or down columns `x0..<x1`: close enough to a bell
// for light.
SK_INLINE int32_t sk_soft_reach(float sigma) { return sk_imax(1, (int32_t)(sigma * 1.22f + .5f)); }
SK_INLINE void sk_soften_row(const float *from, float *to, float *work, int32_t width, int32_t r) {
    float k = 1 / (float)(2 * r + 1);
    for (int pass = 0; pass < 2; pass++) {
        const float *line = pass ? work : from;
        float *out = pass ? to : work, sum = 0;
        for (int32_t x = 0; x <= r && x < width; x++) sum += line[x];
        for (int32_t x = 0; x < width; x++) {
            out[x] = sum * k;
            sum += (x + r + 1 < width ? line[x + r + 1] : 0) - (x - r >= 0 ? line[x - r] : 0);
        }
    }
}
SK_INLINE void sk_soften_columns(float *plane, float *work, int32_t width, int32_t height, int32_t r, int32_t x0, int32_t x1) {
    float k = 1 / (float)(2 * r + 1), sum[SK_RUN];
    for (int32_t from = x0; from < x1; from += SK_RUN) {
        int n = sk_imin(SK_RUN, x1 - from);
        for (int pass = 0; pass < 2; pass++) {
            const float *in = (pass ? work : plane) + from;
            float *out = (pass ? plane : work) + from;
            for (int i = 0; i < n; i++) sum[i] = 0;
            for (int32_t y = 0; y <= r && y < height; y++)
                for (int i = 0; i < n; i++) sum[i] += in[(int64_t)y * width + i];
            for (int32_t y = 0; y < height; y++) {
                float *line = out + (int64_t)y * width;
                for (int i = 0; i < n; i++) line[i] = sum[i] * k;
                if (y + r + 1 < height)
                    for (int i = 0; i < n; i++) sum[i] += in[(int64_t)(y + r + 1) * width + i];
                if (y - r >= 0)
                    for (int i = 0; i < n; i++) sum[i] -= in[(int64_t)(y - r) * width + i];
            }
        }
    }
}

SK_INLINE float sk_at(const float *plane, const sk_box_planes *k, float x, float y) {
    int32_t xi = sk_floor(x), yi = sk_floor(y);
    if (xi < 0 || yi < 0 || xi >= k->width || yi >= k->height) return 0;
    return plane[(int64_t)yi * k->width + xi];
}

typedef struct {
    float x, y;
} sk_way;

// Body light from an inflated outline, and a rim on the side of the sun.
SK_INLINE sketch_rgb sk_subject_light(
    const sk_box_planes *k, const sketch_subject *s, const sketch_air *a, int32_t x, int32_t y, sk_way to, float width) {
    int64_t at = (int64_t)y * k->width + x;
    float rx = (float)x, ry = (float)y, down = sk_clamp(ry / (float)k->height, 0, 1);
    float gx = sk_at(k->inflated, k, rx + 1, ry) - sk_at(k->inflated, k, rx - 1, ry);
    float gy = sk_at(k->inflated, k, rx, ry + 1) - sk_at(k->inflated, k, rx, ry - 1);
    float facing = sk_clamp(-(gx * to.x + gy * to.y) * s->size * .05f, 0, 1);
    float v = k->value[at], brush = .8f + .5f * sk_fbm(rx / s->size * 14, ry / s->size * 14, 3, a->seed + 210);
    float direct = s->sunlit * .34f * facing * a->sun_visible + .012f;
    direct += s->translucency * .35f * a->sun_visible * sk_step(.5f, .75f, v);
    sketch_rgb light = sk_add(sk_scale(a->ambient, .42f * (1 - .35f * down)), sk_scale(a->sun, direct));
    sketch_rgb body = sk_scale(sk_times(s->tint, light), v * brush);
    float edge = sk_clamp(k->alpha[at] - sk_at(k->soft, k, rx + to.x * width * 1.3f, ry + to.y * width * 1.3f), 0, 1);
    // Without the last factor thin limbs would turn white.
    float rim = edge * sqrtf(sqrtf(edge)) * s->rim * (.30f + .5f * a->sun_visible) * sk_step(.25f, .80f, k->inflated[at]);
    return sk_add(body, sk_scale(sk_add(sk_scale(a->sun, .42f), sk_scale(a->glow, .25f)), rim));
}

SK_KERNEL void sketch_subject_light(
    const sketch_air *a, const sketch_subject *s, float *scratch, int32_t row0, int32_t row1) {
    sk_box_planes planes = sk_box_of(s, scratch), *k = &planes;
    float unit = (float)s->frame_height / 720;
    float dx = a->sun_x - s->x, dy = a->sun_y - (s->y - s->size * .55f), l = sqrtf(dx * dx + dy * dy) + 1e-3f;
    sk_way to = {dx / l, dy / l};
    float width = sk_max(1.5f * unit, .016f * s->size), fog = sk_fog_amount(a, s->z) * s->fog_share;
    for (int32_t y = row0; y < row1; y++)
        for (int32_t x = 0; x < k->width; x++) {
            int64_t at = (int64_t)y * k->width + x;
            if (k->alpha[at] <= 0) continue;
            sketch_rgb c = sk_subject_light(k, s, a, x, y, to, width);
            c = sk_mix(c, sk_fog(a, (float)(x + k->x0)), fog);
            c = sk_add(c, sk_scale(sk_load(k->emission + 3 * at), 3.2f * s->emission * (1 - .4f * fog)));
            sk_store(k->light + 3 * at, c);
        }
}

SK_INLINE void sk_contact(sketch_canvas c, const sketch_subject *s, float half) {
    float wide = half * 1.1f, tall = half * .16f + 1.5f * (float)c.height / 720;
    for (int32_t y = sk_imax(0, sk_floor(s->y - tall * 3)); y < sk_imin(c.height, sk_floor(s->y + tall * 3) + 1); y++)
        for (int32_t x = sk_imax(0, sk_floor(s->x - wide * 3)); x < sk_imin(c.width, sk_floor(s->x + wide * 3) + 1); x++) {
            float u = ((float)x + .5f - s->x) / wide, v = ((float)y + .5f - s->y) / tall;
            int64_t at = (int64_t)y * c.width + x;
            if (sk_abs(c.z[at]) > s->z * 2.2f) continue;
            sk_store(c.rgb + 3 * at, sk_scale(sk_load(c.rgb + 3 * at), 1 - s->contact * sk_exp(-u * u - v * v)));
        }
}

// The outline sheared along the ground, away from the light.
SK_INLINE void sk_cast_shadow(sketch_canvas c, const sk_box_planes *k, const sketch_subject *s, const sketch_air *a) {
    float away = s->x - a->sun_x, shear = sk_min(2.2f, sk_abs(away) / (float)c.width * 4 + .3f) * (away < 0 ? -1 : 1);
    float length = s->size * s->cast;
    int32_t y0 = sk_imax(0, sk_floor(s->y)), y1 = sk_imin(c.height, sk_floor(s->y + length));
    for (int32_t y = y0; y < y1; y++) {
        float down = ((float)y + .5f - s->y), fade = 1 - sqrtf(sk_clamp(down / length, 0, 1));
        float source = s->y - down / s->cast - (float)k->y0;
        for (int32_t x = 0; x < c.width; x++) {
            float shade = sk_at(k->soft, k, (float)x + .5f - down * shear - (float)k->x0, source);
            if (shade <= 0) continue;
            float *p = c.rgb + 3 * ((int64_t)y * c.width + x);
            sk_store(p, sk_scale(sk_load(p), 1 - .62f * shade * fade));
        }
    }
}

SK_INLINE void sk_mirror_subject(sketch_canvas c, const sk_box_planes *k, const sketch_subject *s, const sketch_air *a) {
    float unit = (float)c.height / 720, reach = s->size * .9f;
    int32_t y0 = sk_imax(0, sk_floor(s->y)), y1 = sk_imin(c.height, sk_floor(s->y + reach));
    for (int32_t y = y0; y < y1; y++)
        for (int32_t x = sk_imax(0, k->x0 - 8); x < sk_imin(c.width, k->x0 + k->width + 8); x++) {
            float down = ((float)y + .5f - s->y), u = (float)x / unit * .012f;
            float bend = sk_fbm(down / unit * .16f, u, 3, a->seed + 5) * (2 * unit + down * .06f);
            int32_t xi = sk_floor((float)x + bend) - k->x0, yi = sk_floor(s->y - down * 1.05f) - k->y0;
            if (xi < 0 || yi < 0 || xi >= k->width || yi >= k->height) continue;
            int64_t at = (int64_t)yi * k->width + xi, to = (int64_t)y * c.width + x;
            float cover = k->alpha[at] * sk_exp(-down / (s->size * .5f)) * s->mirror;
            sk_over(c.rgb + 3 * to, sk_load(k->light + 3 * at), cover);
        }
}

SK_KERNEL void sketch_subject_soften_rows(const sketch_subject *s, float *scratch, int32_t row0, int32_t row1) {
    sk_box_planes k = sk_box_of(s, scratch);
    float unit = (float)s->frame_height / 720;
    int32_t wide = sk_soft_reach(.035f * s->size + unit), narrow = sk_soft_reach(.6f * sk_max(1.5f * unit, .016f * s->size));
    for (int32_t y = row0; y < row1; y++) {
        int64_t at = (int64_t)y * k.width;
        sk_soften_row(k.alpha + at, k.inflated + at, k.work + at, k.width, wide);
        sk_soften_row(k.alpha + at, k.soft + at, k.work + at, k.width, narrow);
    }
}
SK_KERNEL void sketch_subject_soften_columns(const sketch_subject *s, float *scratch, int32_t column0, int32_t column1) {
    sk_box_planes k = sk_box_of(s, scratch);
    float unit = (float)s->frame_height / 720;
    int32_t wide = sk_soft_reach(.035f * s->size + unit), narrow = sk_soft_reach(.6f * sk_max(1.5f * unit, .016f * s->size));
    sk_soften_columns(k.inflated, k.work, k.width, k.height, wide, column0, column1);
    sk_soften_columns(k.soft, k.work, k.width, k.height, narrow, column0, column1);
}

void sketch_subject_ground(sketch_canvas c, const sketch_air *a, const sketch_subject *s, float *scratch) {
    sk_box_planes k = sk_box_of(s, scratch);
    if (s->contact > 0) sk_contact(c, s, .25f * (s->right - s->left) * s->size);
    if (s->cast > 0) sk_cast_shadow(c, &k, s, a);
    if (s->mirror > 0) sk_mirror_subject(c, &k, s, a);
}

void sketch_subject_lay(sketch_canvas c, const sketch_subject *s, float *scratch, int32_t row0, int32_t row1) {
    sk_box_planes k = sk_box_of(s, scratch);
    for (int32_t y = sk_imax(row0, -k.y0); y < row1 && y + k.y0 < c.height; y++) {
        // What is under water is not seen.
        float dry = sk_clamp(s->waterline - (float)(y + k.y0), 0, 1);
        if (dry <= 0) break;
        for (int32_t x = sk_imax(0, -k.x0); x < k.width && x + k.x0 < c.width; x++) {
            int64_t from = (int64_t)y * k.width + x, to = (int64_t)(y + k.y0) * c.width + x + k.x0;
            float cover = sk_max(k.alpha[from], 0) * dry;
            if (cover <= 0 || sk_abs(c.z[to]) < s->z * .93f) continue;
            sk_over(c.rgb + 3 * to, sk_load(k.light + 3 * from), cover);
            if (cover > .5f) c.z[to] = s->z;
        }
    }
}
