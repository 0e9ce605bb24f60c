#include "include/transfer.h"

#include <math.h>
#include <stdlib.h>

enum { FREEDOM = 8, ROUNDS = 12, VOTES = 120, VOTERS = 256 };

// A match in units of half the picture's width, from its centre.
typedef struct point {
    double x, y, u, v, weight;
} point;

// The map in those units: six numbers of an affine map, then the two that give it perspective.
typedef struct model {
    double a[FREEDOM];
} model;

static void predict(const model *m, const point *p, double *u, double *v, double *depth) {
    const double *a = m->a;
    *depth = 1 / (a[6] * p->x + a[7] * p->y + 1);
    *u = (a[0] * p->x + a[1] * p->y + a[2]) * *depth;
    *v = (a[3] * p->x + a[4] * p->y + a[5]) * *depth;
}

static double distance(const model *m, const point *p) {
    double u, v, depth;
    predict(m, p, &u, &v, &depth);
    u -= p->u;
    v -= p->v;
    double square = u * u + v * v;
    return square < 1e12 ? sqrt(square) : 1e6;
}

// Returns the middle value; the order of the others is lost.
static double median(double *values, int32_t count) {
    int32_t low = 0, high = count - 1, wanted = count / 2;
    if (count == 0) { return 0; }
    while (low < high) {
        double pivot = values[(low + high) / 2];
        int32_t i = low, j = high;
        while (i <= j) {
            while (values[i] < pivot) { i++; }
            while (values[j] > pivot) { j--; }
            if (i <= j) {
                double kept = values[i];
                values[i++] = values[j];
                values[j--] = kept;
            }
        }
        if (wanted <= j) {
            high = j;
        } else if (wanted >= i) {
            low = i;
        } else {
            break;
        }
    }
    return values[wanted];
}

// Writes the two rows of what a change of each free number does to the place of a point.
static void slopes(
    const model *m, const point *p, int32_t freedom, double *across, double *down
) {
    double u, v, depth;
    predict(m, p, &u, &v, &depth);
    double x = p->x * depth, y = p->y * depth;
    if (freedom == 4) {
        double to_u[4] = {x, -y, depth, 0}, to_v[4] = {y, x, 0, depth};
        __builtin_memcpy(across, to_u, sizeof to_u);
        __builtin_memcpy(down, to_v, sizeof to_v);
        return;
    }
    double to_u[FREEDOM] = {x, y, depth, 0, 0, 0, -u * x, -u * y};
    double to_v[FREEDOM] = {0, 0, 0, x, y, depth, -v * x, -v * y};
    __builtin_memcpy(across, to_u, sizeof to_u);
    __builtin_memcpy(down, to_v, sizeof to_v);
}

// Solves n equations in place, symmetric and positive; returns 0 when they are not.
static int32_t solve(double (*m)[FREEDOM], double *b, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        for (int32_t j = 0; j <= i; j++) {
            double sum = m[i][j];
            for (int32_t k = 0; k < j; k++) { sum -= m[i][k] * m[j][k]; }
            if (i == j) {
                if (!(sum > 1e-12)) { return 0; }
                m[i][i] = sqrt(sum);
            } else {
                m[i][j] = sum / m[j][j];
            }
        }
    }
    for (int32_t i = 0; i < n; i++) {
        for (int32_t k = 0; k < i; k++) { b[i] -= m[i][k] * b[k]; }
        b[i] /= m[i][i];
    }
    for (int32_t i = n - 1; i >= 0; i--) {
        for (int32_t k = i + 1; k < n; k++) { b[i] -= m[k][i] * b[k]; }
        b[i] /= m[i][i];
    }
    return 1;
}

// Takes one step of least squares, in which a match counts the less the further off it is.
// Returns 0 when the matches say too little; else `change` is the largest change of a number.
static int32_t step(
    model *m, const point *points, int32_t count, int32_t freedom, double scale, double *change
) {
    double equations[FREEDOM][FREEDOM] = {{0}}, right[FREEDOM] = {0};
    for (int32_t i = 0; i < count; i++) {
        double u, v, depth, across[FREEDOM], down[FREEDOM];
        predict(m, points + i, &u, &v, &depth);
        double du = points[i].u - u, dv = points[i].v - v, far = (du * du + dv * dv) / (scale * scale);
        double weight = points[i].weight / (1 + far);
        slopes(m, points + i, freedom, across, down);
        for (int32_t j = 0; j < freedom; j++) {
            right[j] += weight * (across[j] * du + down[j] * dv);
            for (int32_t k = 0; k <= j; k++) {
                equations[j][k] += weight * (across[j] * across[k] + down[j] * down[k]);
            }
        }
    }
    if (!solve(equations, right, freedom)) { return 0; }
    *change = 0;
    for (int32_t j = 0; j < freedom; j++) {
        *change = fabs(right[j]) > *change ? fabs(right[j]) : *change;
    }
    if (freedom == 4) {
        m->a[0] += right[0];
        m->a[4] += right[0];
        m->a[1] -= right[1];
        m->a[3] += right[1];
        m->a[2] += right[2];
        m->a[5] += right[3];
        return 1;
    }
    for (int32_t j = 0; j < freedom; j++) { m->a[j] += right[j]; }
    return 1;
}

// Lets pairs of matches, drawn the same way every time, propose shift, turn and size, and keeps
// the proposal that most matches are near to.
static model vote(const point *points, int32_t count, double reach) {
    model best = {{1, 0, 0, 0, 1, 0, 0, 0}};
    double best_score = -1;
    uint32_t state = 4711;
    const int32_t stride = count / VOTERS + 1;
    for (int32_t round = 0; round < VOTES; round++) {
        state = state * 1664525u + 1013904223u;
        const point *p = points + (int32_t)((uint64_t)state * (uint32_t)count >> 32);
        state = state * 1664525u + 1013904223u;
        const point *q = points + (int32_t)((uint64_t)state * (uint32_t)count >> 32);
        double x = q->x - p->x, y = q->y - p->y, u = q->u - p->u, v = q->v - p->v;
        double square = x * x + y * y;
        if (square < 0.05) { continue; }
        double c = (u * x + v * y) / square, s = (v * x - u * y) / square;
        model m = {{c, -s, p->u - c * p->x + s * p->y, s, c, p->v - s * p->x - c * p->y, 0, 0}};
        double score = 0;
        for (int32_t i = round % stride; i < count; i += stride) {
            double off = distance(&m, points + i) / reach;
            if (off < 1) { score += points[i].weight * (1 - off * off); }
        }
        if (score > best_score) { best_score = score, best = m; }
    }
    return best;
}

// Turns a map of pixels into one of the units here, if `inward`, or back.
static void change_units(const transfer_fitting *f, const double *from, double *to, int32_t inward) {
    double w = f->half_width, h = f->half_height;
    // The shift and scale on the right, then those on the left.
    double s = inward ? w : 1 / w, x = inward ? w : -1, y = inward ? h : -h / w;
    double m[9];
    for (int32_t i = 0; i < 9; i += 3) {
        m[i] = from[i] * s;
        m[i + 1] = from[i + 1] * s;
        m[i + 2] = from[i] * x + from[i + 1] * y + from[i + 2];
    }
    for (int32_t i = 0; i < 3; i++) {
        to[i] = inward ? (m[i] - w * m[6 + i]) / w : w * m[i] + w * m[6 + i];
        to[3 + i] = inward ? (m[3 + i] - h * m[6 + i]) / w : w * m[3 + i] + h * m[6 + i];
        to[6 + i] = m[6 + i];
    }
    for (int32_t i = 0; i < 9; i++) { to[i] = i == 8 ? to[8] : to[i] / to[8]; }
    to[8] = 1;
}

static void report_fit(
    const model *m, const point *points, int32_t count, double scale, double *distances,
    transfer_fit_report *report, double unit
) {
    double total = 0, agreeing = 0;
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++) {
        double off = distance(m, points + i);
        total += points[i].weight;
        if (off > 3 * scale) { continue; }
        agreeing += points[i].weight;
        distances[kept++] = off;
    }
    report->share = total > 0 ? agreeing / total : 0;
    report->error = median(distances, kept) * unit;
}

static int32_t fit_points(
    const point *points, int32_t count, const transfer_fitting *fitting, double *distances,
    double *map, transfer_fit_report *report
) {
    const double grain = fitting->grain / fitting->half_width;
    double inner[9];
    change_units(fitting, map, inner, 1);
    model m;
    __builtin_memcpy(m.a, inner, sizeof m.a);
    if (!fitting->is_near) { m = vote(points, count, 4 * grain); }
    double scale = grain;
    for (int32_t round = 0; round < ROUNDS; round++) {
        for (int32_t i = 0; i < count; i++) { distances[i] = distance(&m, points + i); }
        scale = 1.4826 * median(distances, count);
        scale = scale > grain ? scale : grain;
        // The first rounds only shift, turn and scale, which a few bad matches cannot bend.
        int32_t freedom = round < 3 && !fitting->is_near ? 4 : fitting->freedom;
        double change;
        if (!step(&m, points, count, freedom, scale, &change)) { return -1; }
        if (freedom == fitting->freedom && change < grain / 256) { break; }
    }
    for (int32_t i = 0; i < FREEDOM; i++) {
        if (!isfinite(m.a[i]) || fabs(m.a[i]) > 1e3) { return -1; }
    }
    report_fit(&m, points, count, scale, distances, report, fitting->half_width);
    __builtin_memcpy(inner, m.a, sizeof m.a);
    inner[8] = 1;
    change_units(fitting, inner, map, 0);
    return 0;
}

int32_t transfer_fit(
    const transfer_match *matches, int32_t count, const transfer_fitting *fitting, double *map,
    transfer_fit_report *report
) {
    point *points = malloc(((size_t)count + 1) * sizeof(point));
    double *distances = malloc(((size_t)count + 1) * sizeof(double));
    int32_t kept = 0, result = -1;
    for (int32_t i = 0; points && i < count; i++) {
        const transfer_match *at = matches + i;
        double w = fitting->half_width, h = fitting->half_height;
        if (!(at->weight > 0)) { continue; }
        points[kept++] = (point){
            (at->x - w) / w, (at->y - h) / w, (at->u - w) / w, (at->v - h) / w, at->weight};
    }
    *report = (transfer_fit_report){0, 0};
    if (points && distances && kept >= 2 * fitting->freedom) {
        result = fit_points(points, kept, fitting, distances, map, report);
    }
    free(points);
    free(distances);
    return result;
}
