// Signed distances of the parts that silhouettes are built of, in their own
// space: negative inside.
#ifndef SKETCH_SHAPE_H
#define SKETCH_SHAPE_H

#include "sketch_maths.h"

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

#endif
