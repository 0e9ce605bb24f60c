#include "parallax_frame.h"

#include <math.h>
#include <string.h>

// Where a pixel of the scene at a nearness lies in the frame, in cells.
typedef struct forward {
    double map[9], far[3], step[3];
} forward;

static int invert(const double *m, double *out) {
    double adjugate[9] = {
        m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
        m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
        m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
    };
    double determinant = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6];
    if (determinant == 0) { return 0; }
    for (int i = 0; i < 9; i++) { out[i] = adjugate[i] / determinant; }
    return 1;
}

static int make_forward(const parallax_view *view, forward *forward) {
    if (!invert(view->ray, forward->map)) { return 0; }
    for (int row = 0; row < 3; row++) {
        const double *m = forward->map + row * 3, *s = view->shift;
        double along = m[0] * s[0] + m[1] * s[1] + m[2] * s[2];
        forward->far[row] = along * view->far;
        forward->step[row] = along * (view->near - view->far) / PARALLAX_NEAREST;
    }
    return 1;
}

typedef struct spot {
    double x, y, depth;
} spot;

static spot find(const forward *f, double u, double v, double nearness) {
    double at[3];
    for (int row = 0; row < 3; row++) {
        const double *m = f->map + row * 3;
        at[row] = m[0] * u + m[1] * v + m[2] + f->far[row] + nearness * f->step[row];
    }
    return (spot){at[0] / at[2] / 2 - 0.5, at[1] / at[2] / 2 - 0.5, at[2]};
}

// The rows of cells that a row of seeds can reach, and how many cells one seed covers.
typedef struct extent {
    double top, bottom;
    int32_t reach;
} extent;

static extent row_extent(const parallax_job *job, const forward *f, int32_t y) {
    extent extent = {1e9, -1e9, 2};
    double widest = 0, v = 2 * y + 1;
    for (int corner = 0; corner < 4; corner++) {
        double u = corner & 1 ? job->scene.width : 0, d = corner & 2 ? PARALLAX_NEAREST : 0;
        spot here = find(f, u, v, d), right = find(f, u + 2, v, d), down = find(f, u, v + 2, d);
        if (here.depth < 1e-3 || right.depth < 1e-3 || down.depth < 1e-3) {
            return (struct extent){-1e9, 1e9, CELL_MARGIN};
        }
        extent.top = fmin(extent.top, here.y);
        extent.bottom = fmax(extent.bottom, here.y);
        widest = fmax(widest, fabs(right.x - here.x) + fabs(down.x - here.x));
        widest = fmax(widest, fabs(right.y - here.y) + fabs(down.y - here.y));
    }
    int32_t reach = widest < CELL_MARGIN ? (int32_t)ceil(widest - 1e-3) : CELL_MARGIN;
    extent.reach = reach < 2 ? 2 : reach;
    return extent;
}

// Keeps the nearest of what falls in a cell, and the nearest that lies clearly behind it.
static inline void put(uint32_t *cell, uint32_t seed, uint32_t gap) {
    uint32_t both = *cell, first = both & 0xFFFF, second = both >> 16;
    if (seed > first) {
        if (seed > first + gap) { second = first; }
        *cell = seed | second << 16;
    } else if (seed > second && seed + gap < first) {
        *cell = first | seed << 16;
    }
}

typedef struct splat {
    const parallax_job *job;
    int32_t first, end, reach;
    uint32_t gap;
} splat;

static inline void splat_at(const splat *splat, int32_t x, int32_t y, uint32_t seed) {
    const int32_t stride = cell_columns(splat->job->width);
    if (x < -CELL_MARGIN || x >= stride - 2 * CELL_MARGIN + 1) { return; }
    int32_t top = y < splat->first ? splat->first : y;
    int32_t bottom = y + splat->reach < splat->end ? y + splat->reach : splat->end;
    for (int32_t v = top; v < bottom; v++) {
        uint32_t *cells = splat->job->bench.cells + (size_t)v * stride + x + CELL_MARGIN;
        for (int32_t u = 0; u < splat->reach; u++) { put(cells + u, seed | 1, splat->gap); }
    }
}

enum { RUN = 16 };

// The cells of RUN seeds of a row.
static inline void locate(
    const forward *f, double v, int32_t x, const uint16_t *seeds, int32_t *columns, int32_t *rows
) {
    float base[3], along[3], step[3];
    for (int i = 0; i < 3; i++) {
        const double *m = f->map + i * 3;
        base[i] = (float)(m[0] * (2 * x + 1) + m[1] * v + m[2] + f->far[i]);
        along[i] = (float)(2 * m[0]);
        step[i] = (float)f->step[i];
    }
    for (int32_t i = 0; i < RUN; i++) {
        float n = (float)i, d = (float)seeds[i];
        float a = base[0] + n * along[0] + d * step[0];
        float b = base[1] + n * along[1] + d * step[1];
        float c = base[2] + n * along[2] + d * step[2];
        float scale = 0.5f / c;
        // The margin is added first, so that cutting off the fraction rounds down.
        float column = a * scale + (CELL_MARGIN - 0.5f), row = b * scale + (CELL_MARGIN - 0.5f);
        column = c > 1e-3f && column > 0 ? column : -1;
        row = row > 0 ? row : 0;
        columns[i] = (int32_t)(column < 65536 ? column : 65536) - CELL_MARGIN;
        rows[i] = (int32_t)(row < 65536 ? row : 65536) - CELL_MARGIN;
        if (column < 0) { columns[i] = -CELL_MARGIN - 1; }
    }
}

static void splat_row(const splat *splat, const forward *f, int32_t y) {
    const int32_t width = (splat->job->scene.width + 1) / 2;
    const uint16_t *seeds = splat->job->scene.seeds + (size_t)y * width;
    for (int32_t x = 0; x < width; x += RUN) {
        int32_t columns[RUN], rows[RUN], count = width - x < RUN ? width - x : RUN;
        uint16_t run[RUN] = {0};
        memcpy(run, seeds + x, (size_t)count * sizeof *run);
        locate(f, 2 * y + 1, x, run, columns, rows);
        for (int32_t i = 0; i < count; i++) { splat_at(splat, columns[i], rows[i], run[i]); }
    }
}

int64_t parallax_cell_count(int32_t width, int32_t height) {
    return (int64_t)cell_columns(width) * cell_rows(height);
}

void parallax_seed(const parallax_job *job, int32_t first_row, int32_t end_row) {
    splat splat = {job, first_row / 2, (end_row + 1) / 2, 2, job->scene.gap};
    const size_t stride = (size_t)cell_columns(job->width);
    memset(
        job->bench.cells + splat.first * stride, 0,
        (size_t)(splat.end - splat.first) * stride * sizeof(uint32_t)
    );
    forward forward;
    if (!make_forward(&job->view, &forward)) { return; }
    for (int32_t y = 0; y < (job->scene.height + 1) / 2; y++) {
        extent extent = row_extent(job, &forward, y);
        splat.reach = extent.reach;
        int is_above = extent.bottom < splat.first - 1 - extent.reach;
        if (is_above || extent.top > splat.end + 1) { continue; }
        splat_row(&splat, &forward, y);
    }
}
