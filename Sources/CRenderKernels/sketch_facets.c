#include "sketch_hand.h"

// Delaunay triangles by insertion (Bowyer and Watson), walking from the last
// one. Coordinates are whole and small, so every test is exact.
typedef struct {
    int32_t v[3];
    // Neighbour across from each corner, -1 outside.
    int32_t n[3];
} sk_triangle;

SK_INLINE int64_t sk_turn_side(const int32_t *p, int32_t a, int32_t b, int32_t x, int32_t y) {
    return (int64_t)(p[2 * b] - p[2 * a]) * (y - p[2 * a + 1]) - (int64_t)(p[2 * b + 1] - p[2 * a + 1]) * (x - p[2 * a]);
}
// Whether (x, y) lies inside the circle through a triangle's corners.
SK_INLINE int sk_in_circle(const int32_t *p, const sk_triangle *t, int32_t x, int32_t y) {
    __int128 ax = p[2 * t->v[0]] - x, ay = p[2 * t->v[0] + 1] - y, bx = p[2 * t->v[1]] - x, by = p[2 * t->v[1] + 1] - y;
    __int128 cx = p[2 * t->v[2]] - x, cy = p[2 * t->v[2] + 1] - y;
    __int128 a = ax * ax + ay * ay, b = bx * bx + by * by, c = cx * cx + cy * cy;
    return a * (bx * cy - cx * by) - b * (ax * cy - cx * ay) + c * (ax * by - bx * ay) > 0;
}

int64_t sketch_triangulate_scratch(int32_t count) { return 2 * ((int64_t)count + 4) + (2 * ((int64_t)count + 4)) * 6 + 6 * ((int64_t)count + 4) + 64; }

typedef struct {
    const int32_t *p;
    sk_triangle *t;
    int32_t count, last;
    // Triangles whose far corner is still to be looked at.
    int32_t *open, open_size;
} sk_mesh;

SK_INLINE int32_t sk_find(sk_mesh *m, int32_t x, int32_t y) {
    int32_t at = m->last;
    for (int32_t guard = 0; guard < m->count + 8; guard++) {
        const sk_triangle *t = m->t + at;
        int32_t next = -1;
        for (int k = 0; k < 3; k++) {
            int side = (int)((guard + k) % 3);
            if (t->n[side] >= 0 && sk_turn_side(m->p, t->v[(side + 1) % 3], t->v[(side + 2) % 3], x, y) < 0) {
                next = t->n[side];
                break;
            }
        }
        if (next < 0) return at;
        at = next;
    }
    return at;
}

// Flips across the edge opposite corner `k` while the far corner is too near.
static void sk_settle(sk_mesh *m, int32_t first) {
    int32_t stack_size = 0, *stack = m->open;
    stack[stack_size++] = first;
    while (stack_size > 0) {
        int32_t ti = stack[--stack_size];
        sk_triangle *t = m->t + ti;
        // The new point is always corner 0.
        int32_t oi = t->n[0];
        if (oi < 0) continue;
        sk_triangle *o = m->t + oi;
        int k = o->n[0] == ti ? 0 : o->n[1] == ti ? 1 : 2;
        int32_t far = o->v[k];
        if (!sk_in_circle(m->p, t, m->p[2 * far], m->p[2 * far + 1])) continue;
        int32_t a = t->v[0], b = t->v[1], c = t->v[2];
        int32_t tb = t->n[1], tc = t->n[2], ob = o->n[(k + 1) % 3], oc = o->n[(k + 2) % 3];
        // t: a b far, o: a far c
        t->v[0] = a, t->v[1] = b, t->v[2] = far, t->n[0] = ob, t->n[1] = oi, t->n[2] = tc;
        o->v[0] = a, o->v[1] = far, o->v[2] = c, o->n[0] = oc, o->n[1] = tb, o->n[2] = ti;
        if (ob >= 0)
            for (int j = 0; j < 3; j++)
                if (m->t[ob].n[j] == oi) { m->t[ob].n[j] = ti; break; }
        if (tb >= 0)
            for (int j = 0; j < 3; j++)
                if (m->t[tb].n[j] == ti) { m->t[tb].n[j] = oi; break; }
        if (stack_size + 2 > m->open_size) return;
        stack[stack_size++] = ti, stack[stack_size++] = oi;
    }
}

static void sk_insert(sk_mesh *m, int32_t point) {
    int32_t x = m->p[2 * point], y = m->p[2 * point + 1], ti = sk_find(m, x, y);
    sk_triangle old = m->t[ti];
    int32_t two = m->count++, three = m->count++;
    m->t[ti] = (sk_triangle){{point, old.v[1], old.v[2]}, {old.n[0], two, three}};
    m->t[two] = (sk_triangle){{point, old.v[2], old.v[0]}, {old.n[1], three, ti}};
    m->t[three] = (sk_triangle){{point, old.v[0], old.v[1]}, {old.n[2], ti, two}};
    if (old.n[1] >= 0)
        for (int j = 0; j < 3; j++)
            if (m->t[old.n[1]].n[j] == ti) { m->t[old.n[1]].n[j] = two; break; }
    if (old.n[2] >= 0)
        for (int j = 0; j < 3; j++)
            if (m->t[old.n[2]].n[j] == ti) { m->t[old.n[2]].n[j] = three; break; }
    sk_settle(m, ti), sk_settle(m, two), sk_settle(m, three);
    m->last = two;
}

int32_t sketch_triangulate(const int32_t *points, int32_t count, int32_t *triangles, int32_t *scratch) {
    // Three far corners hold everything; triangles that touch them are dropped.
    int32_t *p = scratch;
    memcpy(p, points, 2 * sizeof(int32_t) * (size_t)count);
    int32_t far[6] = {-30000, -20000, 38000, -20000, 4000, 40000};
    memcpy(p + 2 * count, far, sizeof far);
    sk_mesh m = {p, (sk_triangle *)(scratch + 2 * (count + 4)), 1, 0, scratch + 2 * (count + 4) + 12 * (count + 4), 6 * (count + 4)};
    m.t[0] = (sk_triangle){{count, count + 1, count + 2}, {-1, -1, -1}};
    for (int32_t i = 0; i < count; i++) sk_insert(&m, i);
    int32_t made = 0;
    for (int32_t i = 0; i < m.count && made < 2 * count; i++) {
        const int32_t *v = m.t[i].v;
        if (v[0] >= count || v[1] >= count || v[2] >= count) continue;
        memcpy(triangles + 3 * made, v, 3 * sizeof(int32_t)), made++;
    }
    return made;
}

// How much there is to draw in a square of the picture.
SK_INLINE float sk_busy(const float *lines, const float *lights, int32_t width, int32_t height, float x, float y, float side, float *px, float *py) {
    int32_t x0 = sk_iclamp((int32_t)x, 0, width - 1), x1 = sk_iclamp((int32_t)(x + side), x0 + 1, width);
    int32_t y0 = sk_iclamp((int32_t)y, 0, height - 1), y1 = sk_iclamp((int32_t)(y + side), y0 + 1, height);
    int32_t jump = sk_imax(1, (x1 - x0) / 10);
    float most = -1, sum = 0, n = 0;
    for (int32_t j = y0; j < y1; j += jump)
        for (int32_t i = x0; i < x1; i += jump, n += 1) {
            int64_t at = (int64_t)j * width + i;
            float gx = lights[(int64_t)j * width + sk_imin(i + 1, width - 1)] - lights[(int64_t)j * width + sk_imax(i - 1, 0)];
            float gy = lights[(int64_t)sk_imin(j + 1, height - 1) * width + i] - lights[(int64_t)sk_imax(j - 1, 0) * width + i];
            float e = lines[at] * .5f + sqrtf(gx * gx + gy * gy) * 5;
            sum += sk_min(e, 1);
            if (e > most) most = e, *px = (float)i, *py = (float)j;
        }
    return sum / sk_max(n, 1);
}

int32_t sketch_facet_points(
    const float *lines, const float *lights, int32_t width, int32_t height, uint32_t seed, float scale, int32_t *points,
    int32_t most) {
    int32_t made = 0;
    float h = (float)height, right = (float)width * scale, low = h * scale;
    // Three levels of squares: the finer are used only where there is enough.
    static const float parts[3] = {13, 34, 76}, least[3] = {-1, .05f, .15f};
    for (int level = 0; level < 3; level++) {
        float side = h / parts[level];
        int32_t columns = (int32_t)((float)width / side) + 1, rows = (int32_t)parts[level] + 1;
        for (int32_t cy = 0; cy < rows; cy++)
            for (int32_t cx = 0; cx < columns; cx++) {
                float x = (float)cx * side, y = (float)cy * side, px = x, py = y;
                if (sk_busy(lines, lights, width, height, x, y, side, &px, &py) < least[level]) continue;
                if (level == 0) px = x + side * (.15f + .7f * sk_unit(cx, cy, seed)), py = y + side * (.15f + .7f * sk_unit(cx, cy, seed + 1));
                if (made + 1 > most) return made;
                points[2 * made] = (int32_t)sk_clamp(px * scale, 1, right - 2), points[2 * made + 1] = (int32_t)sk_clamp(py * scale, 1, low - 2), made++;
            }
    }
    // The frame is closed by points along it.
    for (int32_t i = 0; i <= 24 && made + 4 <= most; i++) {
        int32_t x = (int32_t)((right + 1) * (float)i / 24), y = (int32_t)((low + 1) * (float)i / 24);
        int32_t edge[8] = {x, 0, x, (int32_t)low + 1, 0, y, (int32_t)right + 1, y};
        memcpy(points + 2 * made, edge, sizeof edge), made += 4;
    }
    return made;
}

typedef struct {
    sketch_rgb c;
    float z;
    int is_split;
} sk_facet;

// Seven samples: the middle in lightness gives the colour, and the distance
// where near and far meet.
SK_INLINE sk_facet sk_facet_of(const sketch_plate *p, const float x[3], const float y[3], float scale) {
    static const float w[7][3] = {{.33f, .33f, .34f}, {.6f, .2f, .2f}, {.2f, .6f, .2f}, {.2f, .2f, .6f}, {.45f, .45f, .1f}, {.1f, .45f, .45f}, {.45f, .1f, .45f}};
    float light[7], depth[7], near = 1e9f, far = 0;
    int64_t at[7];
    (void)scale;
    for (int i = 0; i < 7; i++) {
        int32_t px = sk_iclamp((int32_t)(w[i][0] * x[0] + w[i][1] * x[1] + w[i][2] * x[2]), 0, p->width - 1);
        int32_t py = sk_iclamp((int32_t)(w[i][0] * y[0] + w[i][1] * y[1] + w[i][2] * y[2]), 0, p->height - 1);
        at[i] = (int64_t)py * p->width + px, light[i] = sk_luma(sk_load(p->rgb + 3 * at[i])), depth[i] = p->z[at[i]];
        near = sk_min(near, depth[i]), far = sk_max(far, depth[i]);
    }
    int best = 0, least = 99;
    for (int i = 0; i < 7; i++) {
        int below = 0;
        for (int j = 0; j < 7; j++) below += light[j] < light[i] || (light[j] == light[i] && j < i);
        int off = below > 3 ? below - 3 : 3 - below;
        if (off < least) least = off, best = i;
    }
    return (sk_facet){sk_load(p->rgb + 3 * at[best]), depth[best], far > near * 1.5f};
}

SK_KERNEL void sketch_facets(
    const sketch_plate *p, const int32_t *points, const int32_t *triangles, int32_t first, int32_t end, float scale,
    float *target, float *z, int32_t row0, int32_t row1) {
    for (int32_t i = first; i < end; i++) {
        float x[3], y[3], top = 1e9f, bottom = -1e9f, left = 1e9f, right = -1e9f;
        for (int k = 0; k < 3; k++) {
            const int32_t *q = points + 2 * triangles[3 * i + k];
            x[k] = (float)q[0] / scale, y[k] = (float)q[1] / scale;
            top = sk_min(top, y[k]), bottom = sk_max(bottom, y[k]), left = sk_min(left, x[k]), right = sk_max(right, x[k]);
        }
        int32_t y0 = sk_imax(row0, (int32_t)sk_max(top - 1, 0)), y1 = sk_imin(row1, (int32_t)(bottom + 2));
        if (y0 >= y1) continue;
        sk_facet f = sk_facet_of(p, x, y, scale);
        // Facets turn to the light or from it.
        float turn = sk_unit((int32_t)x[0], (int32_t)y[0], p->seed + 70), light = 1 + .17f * (turn - .5f);
        float area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
        if (sk_abs(area) < 1e-3f) continue;
        float sign = area < 0 ? -1 : 1;
        int32_t x0 = sk_iclamp((int32_t)(left - 1), 0, p->width), x1 = sk_iclamp((int32_t)(right + 2), 0, p->width);
        for (int32_t row = y0; row < y1; row++)
            for (int32_t column = x0; column < x1; column++) {
                float px = (float)column + .5f, py = (float)row + .5f, inside = 1e9f;
                for (int k = 0; k < 3; k++) {
                    int n = (k + 1) % 3;
                    float dx = x[n] - x[k], dy = y[n] - y[k], l = sqrtf(dx * dx + dy * dy) + 1e-6f;
                    inside = sk_min(inside, sign * (dx * (py - y[k]) - dy * (px - x[k])) / l);
                }
                float cover = sk_clamp(inside + .5f, 0, 1);
                if (cover <= 0) continue;
                int64_t at = (int64_t)row * p->width + column;
                // Slightly lighter towards the upper left corner of every facet.
                float shade = light + .05f * (.5f - (py - top) / sk_max(bottom - top, 1));
                sk_over(target + 3 * at, sk_scale(f.c, shade), cover);
                if (f.is_split && cover >= .5f) z[at] = f.z;
            }
    }
}
