#include "include/transfer.h"

#include <math.h>

enum { SIDE = 2 * TRANSFER_REACH };

// A corner is worth tracking when its weaker gradient is this strong, root mean square, in
// 16ths of a level of brightness for one pixel.
static const double weakest_gradient = 10;

// The weaker of the two gradients of the square whose first pixel is at (left, top).
static double corner(const transfer_soft *picture, int32_t left, int32_t top) {
    double xx = 0, xy = 0, yy = 0;
    for (int32_t y = top; y < top + SIDE; y += 2) {
        const uint16_t *row = picture->pixels + (int64_t)y * picture->width;
        for (int32_t x = left; x < left + SIDE; x += 2) {
            double gx = row[x + 1] - row[x - 1];
            double gy = row[x + picture->width] - row[x - picture->width];
            xx += gx * gx;
            xy += gx * gy;
            yy += gy * gy;
        }
    }
    double mean = (xx + yy) / 2, spread = sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
    return (mean - spread) / TRANSFER_PATCH;
}

static void fill_patch(
    const transfer_soft *picture, int32_t left, int32_t top, transfer_patch *patch
) {
    double xx = 0, xy = 0, yy = 0, sum = 0, squares = 0;
    for (int32_t y = 0; y < SIDE; y++) {
        const uint16_t *row = picture->pixels + (int64_t)(top + y) * picture->width + left;
        for (int32_t x = 0; x < SIDE; x++) {
            double gx = (row[x + 1] - row[x - 1]) / 2.0;
            double gy = (row[x + picture->width] - row[x - picture->width]) / 2.0;
            int32_t i = y * SIDE + x;
            patch->gx[i] = (float)gx;
            patch->gy[i] = (float)gy;
            patch->value[i] = row[x];
            sum += row[x];
            xx += gx * gx;
            xy += gx * gy;
            yy += gy * gy;
        }
    }
    for (int32_t i = 0; i < TRANSFER_PATCH; i++) {
        patch->value[i] -= (float)(sum / TRANSFER_PATCH);
        squares += patch->value[i] * patch->value[i];
    }
    double determinant = xx * yy - xy * xy;
    patch->x = (float)(left + TRANSFER_REACH);
    patch->y = (float)(top + TRANSFER_REACH);
    patch->inverse[0] = (float)(yy / determinant);
    patch->inverse[1] = (float)(-xy / determinant);
    patch->inverse[2] = (float)(xx / determinant);
    patch->contrast = (float)sqrt(squares);
}

int32_t transfer_find_patches(
    const transfer_soft *picture, int32_t cell, transfer_patch *patches, int32_t capacity
) {
    int32_t count = 0;
    for (int32_t top = 0; top < picture->height && count < capacity; top += cell) {
        for (int32_t left = 0; left < picture->width && count < capacity; left += cell) {
            double best = 4 * weakest_gradient * weakest_gradient / 4;
            int32_t best_x = 0, best_y = 0;
            for (int32_t y = top; y < top + cell; y += 4) {
                if (y < 1 || y + SIDE + 1 > picture->height) { continue; }
                for (int32_t x = left; x < left + cell; x += 4) {
                    if (x < 1 || x + SIDE + 1 > picture->width) { continue; }
                    double value = corner(picture, x, y);
                    if (value > best) { best = value, best_x = x, best_y = y; }
                }
            }
            if (best_x) { fill_patch(picture, best_x, best_y, patches + count++); }
        }
    }
    return count;
}

// How the patch lies in the other picture: its centre, and what one pixel across and one down become.
typedef struct footing {
    double u, v, across[2], down[2];
} footing;

static footing place(const double *m, double x, double y) {
    double depth = 1 / (m[6] * x + m[7] * y + m[8]);
    footing at;
    at.u = (m[0] * x + m[1] * y + m[2]) * depth;
    at.v = (m[3] * x + m[4] * y + m[5]) * depth;
    at.across[0] = (m[0] - m[6] * at.u) * depth;
    at.across[1] = (m[3] - m[6] * at.v) * depth;
    at.down[0] = (m[1] - m[7] * at.u) * depth;
    at.down[1] = (m[4] - m[7] * at.v) * depth;
    return at;
}

// Reads the square around a footing; returns 0 when it does not lie inside.
static int32_t read_square(const transfer_soft *picture, const footing *at, float *out) {
    double wide = fabs(at->across[0]) + fabs(at->down[0]);
    double high = fabs(at->across[1]) + fabs(at->down[1]);
    double reach_x = TRANSFER_REACH * wide + 1, reach_y = TRANSFER_REACH * high + 1;
    // NaN fails this, too.
    if (!(at->u > reach_x && at->v > reach_y && at->u < picture->width - reach_x
          && at->v < picture->height - reach_y)) {
        return 0;
    }
    const float first = 0.5f - TRANSFER_REACH;
    const float ax = (float)at->across[0], ay = (float)at->across[1];
    for (int32_t y = 0; y < SIDE; y++) {
        float fx = (float)(at->u - 0.5) + first * ax + (first + y) * (float)at->down[0];
        float fy = (float)(at->v - 0.5) + first * ay + (first + y) * (float)at->down[1];
        for (int32_t x = 0; x < SIDE; x++) {
            float px = fx + x * ax, py = fy + x * ay;
            int32_t ix = (int32_t)px, iy = (int32_t)py;
            float tx = px - ix, ty = py - iy;
            const uint16_t *p = picture->pixels + (int64_t)iy * picture->width + ix;
            float above = p[0] + tx * ((float)p[1] - p[0]);
            p += picture->width;
            float below = p[0] + tx * ((float)p[1] - p[0]);
            out[y * SIDE + x] = above + ty * (below - above);
        }
    }
    return 1;
}

typedef struct sums {
    float mean, squares, product, bx, by;
} sums;

// Compares the square with the patch. Four partial sums, so that the processor can add them side
// by side and every processor in the same order.
static sums compare(const transfer_patch *patch, const float *square) {
    enum { LANES = 8 };
    float total[LANES] = {0}, squares[LANES] = {0}, product[LANES] = {0};
    for (int32_t i = 0; i < TRANSFER_PATCH; i += LANES) {
        for (int32_t k = 0; k < LANES; k++) { total[k] += square[i + k]; }
    }
    sums result = {0};
    for (int32_t k = 0; k < LANES; k++) { result.mean += total[k] / TRANSFER_PATCH; }
    float bx[LANES] = {0}, by[LANES] = {0};
    for (int32_t i = 0; i < TRANSFER_PATCH; i += LANES) {
        for (int32_t k = 0; k < LANES; k++) {
            float value = square[i + k] - result.mean, known = patch->value[i + k];
            squares[k] += value * value;
            product[k] += value * known;
            bx[k] += patch->gx[i + k] * (value - known);
            by[k] += patch->gy[i + k] * (value - known);
        }
    }
    for (int32_t k = 0; k < LANES; k++) {
        result.squares += squares[k];
        result.product += product[k];
        result.bx += bx[k];
        result.by += by[k];
    }
    return result;
}

static void track(
    const transfer_soft *picture, const transfer_patch *patch, const double *map,
    transfer_match *match
) {
    float square[TRANSFER_PATCH];
    footing at = place(map, patch->x, patch->y);
    const double start_u = at.u, start_v = at.v;
    *match = (transfer_match){patch->x, patch->y, at.u, at.v, 0};
    for (int32_t round = 0; round < 8; round++) {
        if (!read_square(picture, &at, square)) { return; }
        sums found = compare(patch, square);
        float dx = patch->inverse[0] * found.bx + patch->inverse[1] * found.by;
        float dy = patch->inverse[1] * found.bx + patch->inverse[2] * found.by;
        double length = sqrt((double)dx * dx + (double)dy * dy);
        double limit = length > 2 ? 2 / length : 1;
        at.u -= limit * (dx * at.across[0] + dy * at.down[0]);
        at.v -= limit * (dx * at.across[1] + dy * at.down[1]);
        if (!(hypot(at.u - start_u, at.v - start_v) < TRANSFER_REACH)) { return; }
        if (length < 0.01 || round == 7) {
            double alike = found.product / (patch->contrast * sqrt(found.squares) + 1e-3);
            match->u = at.u;
            match->v = at.v;
            match->weight = alike > 0.6 ? alike : 0;
            return;
        }
    }
}

void transfer_track(
    const transfer_soft *picture, const transfer_patch *patches, int32_t count, const double *map,
    transfer_match *matches
) {
    for (int32_t i = 0; i < count; i++) { track(picture, patches + i, map, matches + i); }
}
