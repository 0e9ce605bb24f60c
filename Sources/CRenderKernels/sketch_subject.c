#include "sketch_maths.h"

// The planes in which one subject is drawn before it joins the picture.
typedef struct {
    int32_t x0, y0, width, height;
    float *alpha, *value, *emission, *bend, *soft, *inflated, *work, *light;
} sk_box_planes;

SK_INLINE sk_box_planes sk_box_of(const sketch_subject *s, float *scratch) {
    float a = s->facing < 0 ? -s->right : s->left, b = s->facing < 0 ? -s->left : s->right, m = .06f * s->size + 3;
    sk_box_planes p;
    p.x0 = sk_floor(s->x + a * s->size - m), p.y0 = sk_floor(s->y - s->top * s->size - m);
    p.width = sk_floor(s->x + b * s->size + m) + 1 - p.x0;
    p.height = sk_floor(s->y - s->bottom * s->size + m) + 1 - p.y0;
    int64_t n = (int64_t)p.width * p.height;
    p.alpha = scratch, p.value = scratch + n, p.emission = scratch + 2 * n, p.bend = scratch + 5 * n;
    p.soft = scratch + 7 * n, p.inflated = scratch + 8 * n, p.work = scratch + 9 * n, p.light = scratch + 10 * n;
    return p;
}
int64_t sketch_subject_scratch(const sketch_subject *s) {
    sk_box_planes p = sk_box_of(s, 0);
    return 13 * (int64_t)p.width * p.height;
}

SK_INLINE float sk_ellipse(const sketch_part *p, float x, float y) {
    float kx = (x - p->x0) / p->x1, ky = (y - p->y0) / p->y1, k = sqrtf(kx * kx + ky * ky);
    float gx = kx / p->x1, gy = ky / p->y1, g = sqrtf(gx * gx + gy * gy);
    return g > 1e-6f ? k * (k - 1) / g : -sk_min(p->x1, p->y1);
}
SK_INLINE float sk_limb(const sketch_part *p, float x, float y) {
    float dx = p->x1 - p->x0, dy = p->y1 - p->y0, l = dx * dx + dy * dy;
    float t = l > 0 ? sk_clamp(((x - p->x0) * dx + (y - p->y0) * dy) / l, 0, 1) : 0;
    float ex = x - p->x0 - dx * t, ey = y - p->y0 - dy * t;
    return sqrtf(ex * ex + ey * ey) - sk_lerp(p->r0, p->r1, t);
}
SK_INLINE float sk_polygon(const sketch_part *p, const float *points, float x, float y) {
    const float *q = points + 2 * p->first;
    float best = 1e30f;
    int inside = 0;
    for (int32_t i = 0, j = p->count - 1; i < p->count; j = i++) {
        float ax = q[2 * i], ay = q[2 * i + 1], dx = q[2 * j] - ax, dy = q[2 * j + 1] - ay, l = dx * dx + dy * dy;
        float t = l > 0 ? sk_clamp(((x - ax) * dx + (y - ay) * dy) / l, 0, 1) : 0;
        float ex = x - ax - dx * t, ey = y - ay - dy * t;
        best = sk_min(best, ex * ex + ey * ey);
        if ((ay > y) != (q[2 * j + 1] > y) && x < dx * (y - ay) / dy + ax) inside = !inside;
    }
    return inside ? -sqrtf(best) : sqrtf(best);
}
SK_INLINE float sk_distance(const sketch_part *p, const float *points, float x, float y) {
    if (p->kind == sketch_part_ellipse) return sk_ellipse(p, x, y);
    return p->kind == sketch_part_limb ? sk_limb(p, x, y) : sk_polygon(p, points, x, y);
}
// Bounds of a part in its own space: left, right, low, high.
SK_INLINE void sk_bounds(const sketch_part *p, const float *points, float b[4]) {
    if (p->kind == sketch_part_ellipse) {
        b[0] = p->x0 - p->x1, b[1] = p->x0 + p->x1, b[2] = p->y0 - p->y1, b[3] = p->y0 + p->y1;
    } else if (p->kind == sketch_part_limb) {
        b[0] = sk_min(p->x0 - p->r0, p->x1 - p->r1), b[1] = sk_max(p->x0 + p->r0, p->x1 + p->r1);
        b[2] = sk_min(p->y0 - p->r0, p->y1 - p->r1), b[3] = sk_max(p->y0 + p->r0, p->y1 + p->r1);
    } else {
        b[0] = b[2] = 1e30f, b[1] = b[3] = -1e30f;
        for (const float *q = points + 2 * p->first, *end = q + 2 * p->count; q < end; q += 2) {
            b[0] = sk_min(b[0], q[0]), b[1] = sk_max(b[1], q[0]);
            b[2] = sk_min(b[2], q[1]), b[3] = sk_max(b[3], q[1]);
        }
    }
}

SK_INLINE void sk_draw_part(const sk_box_planes *k, const sketch_subject *s, const sketch_part *p) {
    float b[4], scale = s->size;
    sk_bounds(p, s->points, b);
    float l = s->facing < 0 ? -b[1] : b[0], r = s->facing < 0 ? -b[0] : b[1];
    int32_t x0 = sk_imax(0, sk_floor(s->x + l * scale) - 4 - k->x0);
    int32_t x1 = sk_imin(k->width, sk_floor(s->x + r * scale) + 5 - k->x0);
    int32_t y0 = sk_imax(0, sk_floor(s->y - b[3] * scale) - 4 - k->y0);
    int32_t y1 = sk_imin(k->height, sk_floor(s->y - b[2] * scale) + 5 - k->y0);
    for (int32_t y = y0; y < y1; y++)
        for (int32_t x = x0; x < x1; x++) {
            int64_t at = (int64_t)y * k->width + x;
            float px = ((float)(x + k->x0) + .5f + k->bend[2 * at] - s->x) / scale * s->facing;
            float py = (s->y - (float)(y + k->y0) - .5f - k->bend[2 * at + 1]) / scale;
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

// Two box passes each way, close enough to a bell for light.
static void sk_soften(const float *from, float *to, float *work, int32_t width, int32_t height, float sigma) {
    int32_t r = sk_imax(1, (int32_t)(sigma * 1.22f + .5f));
    float k = 1 / (float)(2 * r + 1);
    memcpy(to, from, sizeof(float) * (size_t)width * (size_t)height);
    for (int pass = 0; pass < 2; pass++) {
        for (int32_t y = 0; y < height; y++) {
            float *line = to + (int64_t)y * width, *out = work + (int64_t)y * width, sum = 0;
            for (int32_t x = -r; x <= r; x++) sum += x >= 0 && x < width ? line[x] : 0;
            for (int32_t x = 0; x < width; x++) {
                out[x] = sum * k;
                sum += (x + r + 1 < width ? line[x + r + 1] : 0) - (x - r >= 0 ? line[x - r] : 0);
            }
        }
        for (int32_t x = 0; x < width; x++) {
            float sum = 0;
            for (int32_t y = 0; y <= r && y < height; y++) sum += work[(int64_t)y * width + x];
            for (int32_t y = 0; y < height; y++) {
                to[(int64_t)y * width + x] = sum * k;
                sum += (y + r + 1 < height ? work[(int64_t)(y + r + 1) * width + x] : 0);
                sum -= (y - r >= 0 ? work[(int64_t)(y - r) * width + x] : 0);
            }
        }
    }
}

SK_INLINE float sk_at(const float *plane, const sk_box_planes *k, float x, float y) {
    int32_t xi = sk_floor(x), yi = sk_floor(y);
    if (xi < 0 || yi < 0 || xi >= k->width || yi >= k->height) return 0;
    return plane[(int64_t)yi * k->width + xi];
}

// Vector edges are bent a little, as a brush would; more would look like fur.
SK_INLINE void sk_bend_edges(const sk_box_planes *k, const sketch_subject *s, const sketch_air *a, float unit) {
    float amount = sk_min(1.3f * unit, .003f * s->size + .35f * unit) * 2, cell = 9 * unit + s->size * .03f;
    for (int32_t y = 0; y < k->height; y++)
        for (int32_t x = 0; x < k->width; x++) {
            float u = ((float)(x + k->x0) - s->x) / cell, v = ((float)(y + k->y0) - s->y) / cell;
            float *b = k->bend + 2 * ((int64_t)y * k->width + x);
            b[0] = sk_fbm(u, v, 2, a->seed + 200) * amount, b[1] = sk_fbm(u, v, 2, a->seed + 201) * amount;
        }
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

SK_INLINE void sk_light_subject(const sk_box_planes *k, const sketch_subject *s, const sketch_air *a, float unit) {
    float dx = a->sun_x - s->x, dy = a->sun_y - (s->y - s->size * .55f), l = sqrtf(dx * dx + dy * dy) + 1e-3f;
    sk_way to = {dx / l, dy / l};
    float width = sk_max(1.5f * unit, .016f * s->size), fog = sk_fog_amount(a, s->z) * s->fog_share;
    for (int32_t y = 0; y < k->height; y++)
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

SK_KERNEL void sketch_paint_subject(sketch_canvas c, const sketch_air *a, const sketch_subject *s, float *scratch) {
    sk_box_planes k = sk_box_of(s, scratch);
    float unit = (float)c.height / 720;
    memset(scratch, 0, sizeof(float) * 5 * (size_t)k.width * (size_t)k.height);
    memset(k.light, 0, sizeof(float) * 3 * (size_t)k.width * (size_t)k.height);
    sk_bend_edges(&k, s, a, unit);
    for (int32_t i = 0; i < s->part_count; i++) sk_draw_part(&k, s, s->parts + i);
    sk_soften(k.alpha, k.inflated, k.work, k.width, k.height, .035f * s->size + unit);
    sk_soften(k.alpha, k.soft, k.work, k.width, k.height, .6f * sk_max(1.5f * unit, .016f * s->size));
    sk_light_subject(&k, s, a, unit);
    if (s->contact > 0) sk_contact(c, s, .25f * (s->right - s->left) * s->size);
    if (s->cast > 0) sk_cast_shadow(c, &k, s, a);
    if (s->mirror > 0) sk_mirror_subject(c, &k, s, a);
    for (int32_t y = sk_imax(0, -k.y0); y < k.height && y + k.y0 < c.height; y++)
        for (int32_t x = sk_imax(0, -k.x0); x < k.width && x + k.x0 < c.width; x++) {
            int64_t from = (int64_t)y * k.width + x, to = (int64_t)(y + k.y0) * c.width + x + k.x0;
            if (k.alpha[from] <= 0 || sk_abs(c.z[to]) < s->z * .93f) continue;
            sk_over(c.rgb + 3 * to, sk_load(k.light + 3 * from), k.alpha[from]);
            if (k.alpha[from] > .5f) c.z[to] = s->z;
        }
}
