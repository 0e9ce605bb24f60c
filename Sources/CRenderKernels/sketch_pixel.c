#include "sketch_hand.h"

void sketch_cells(
    const float *rgb, const float *z, int32_t width, int32_t height, float side, float *cells, float *depths,
    int32_t columns, int32_t rows, int32_t cell0, int32_t cell1) {
    (void)rows;
    for (int32_t cy = cell0; cy < cell1; cy++)
        for (int32_t cx = 0; cx < columns; cx++) {
            int32_t x0 = sk_imin((int32_t)((float)cx * side), width - 1), x1 = sk_imin(sk_imax((int32_t)((float)(cx + 1) * side), x0 + 1), width);
            int32_t y0 = sk_imin((int32_t)((float)cy * side), height - 1), y1 = sk_imin(sk_imax((int32_t)((float)(cy + 1) * side), y0 + 1), height);
            sketch_rgb sum = sk_rgb(0, 0, 0);
            float n = 0, nearest = 1e9f, near_count = 0;
            for (int32_t y = y0; y < y1; y++)
                for (int32_t x = x0; x < x1; x++, n += 1) {
                    int64_t at = (int64_t)y * width + x;
                    sum = sk_add(sum, sk_load(rgb + 3 * at));
                    nearest = sk_min(nearest, z[at]);
                }
            // A cell is near or far, never between.
            float far = 0, far_count = 0, near_sum = 0;
            for (int32_t y = y0; y < y1; y++)
                for (int32_t x = x0; x < x1; x++) {
                    float d = z[(int64_t)y * width + x];
                    if (d < nearest * 1.25f) near_sum += d, near_count += 1;
                    else far += d, far_count += 1;
                }
            int64_t cell = (int64_t)cy * columns + cx;
            depths[cell] = near_count >= far_count ? near_sum / sk_max(near_count, 1) : far / far_count;
            sketch_rgb c = sk_saturate(sk_scale(sum, 1 / sk_max(n, 1)), 1.22f);
            sk_store(cells + 3 * cell, c);
        }
}

// One box of colours while they are parted.
typedef struct {
    int32_t first, end, axis;
    float spread;
} sk_colour_box;

SK_INLINE void sk_measure(const float *cells, const int32_t *order, sk_colour_box *b) {
    float low[3] = {9, 9, 9}, high[3] = {-9, -9, -9};
    static const float weight[3] = {.9f, 1.2f, .75f};
    for (int32_t i = b->first; i < b->end; i++)
        for (int j = 0; j < 3; j++) {
            float v = cells[3 * (int64_t)order[i] + j];
            low[j] = sk_min(low[j], v), high[j] = sk_max(high[j], v);
        }
    b->spread = -1;
    for (int j = 0; j < 3; j++)
        if ((high[j] - low[j]) * weight[j] > b->spread) b->spread = (high[j] - low[j]) * weight[j], b->axis = j;
    // Boxes of many cells are worth more colours.
    b->spread *= sqrtf(sqrtf((float)(b->end - b->first)));
}
// Parts order[first..<end] about the k-th value of an axis (quickselect).
SK_INLINE void sk_part(const float *cells, int32_t *order, int32_t first, int32_t end, int32_t k, int axis) {
    int32_t l = first, r = end - 1;
    while (l < r) {
        float pivot = cells[3 * (int64_t)order[(l + r) / 2] + axis];
        int32_t i = l, j = r;
        while (i <= j) {
            while (cells[3 * (int64_t)order[i] + axis] < pivot) i++;
            while (cells[3 * (int64_t)order[j] + axis] > pivot) j--;
            if (i <= j) {
                int32_t t = order[i];
                order[i++] = order[j], order[j--] = t;
            }
        }
        if (k <= j) r = j;
        else if (k >= i) l = i;
        else break;
    }
}

void sketch_palette(const float *cells, int32_t cell_count, int32_t count, float *palette, int32_t *order) {
    enum { MOST = 64 };
    sk_colour_box boxes[MOST];
    int32_t made = 1;
    for (int32_t i = 0; i < cell_count; i++) order[i] = i;
    boxes[0] = (sk_colour_box){0, cell_count, 0, 0};
    sk_measure(cells, order, &boxes[0]);
    for (count = sk_imin(count, MOST); made < count; made++) {
        int32_t widest = 0;
        for (int32_t i = 1; i < made; i++)
            if (boxes[i].spread > boxes[widest].spread) widest = i;
        sk_colour_box *b = &boxes[widest];
        int32_t middle = (b->first + b->end) / 2;
        if (b->end - b->first < 2) break;
        sk_part(cells, order, b->first, b->end, middle, b->axis);
        boxes[made] = (sk_colour_box){middle, b->end, 0, 0};
        b->end = middle;
        sk_measure(cells, order, b), sk_measure(cells, order, &boxes[made]);
    }
    for (int32_t i = 0; i < count; i++) {
        const sk_colour_box *b = &boxes[sk_imin(i, made - 1)];
        sketch_rgb sum = sk_rgb(0, 0, 0);
        for (int32_t j = b->first; j < b->end; j++) sum = sk_add(sum, sk_load(cells + 3 * (int64_t)order[j]));
        sk_store(palette + 3 * i, sk_scale(sum, 1 / sk_max((float)(b->end - b->first), 1)));
    }
}

static const float sk_bayer[4][4] = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};

SK_KERNEL void sketch_mosaic(
    const sketch_plate *p, const float *cells, const float *depths, float side, int32_t columns, int32_t rows,
    const float *palette, int32_t count, float *z, int32_t row0, int32_t row1) {
    for (int32_t y = row0; y < row1; y++) {
        int32_t cy = sk_imin((int32_t)(((float)y + .5f) / side), rows - 1), last = -1;
        sketch_rgb chosen = sk_rgb(0, 0, 0);
        for (int32_t x = 0; x < p->width; x++) {
            int32_t cx = sk_imin((int32_t)(((float)x + .5f) / side), columns - 1);
            int64_t cell = (int64_t)cy * columns + cx;
            if (cx != last) {
                float lift = (sk_bayer[cy & 3][cx & 3] / 16 - .47f) * .075f, best = 1e9f;
                sketch_rgb c = sk_load(cells + 3 * cell);
                for (int32_t i = 0; i < count; i++) {
                    const float *k = palette + 3 * i;
                    float dr = c.r + lift - k[0], dg = c.g + lift - k[1], db = c.b + lift - k[2], d = .9f * dr * dr + 1.3f * dg * dg + .7f * db * db;
                    if (d < best) best = d, chosen = sk_load(k);
                }
                last = cx;
            }
            sk_put(p->bytes + p->stride * y + 4 * x, chosen);
            z[(int64_t)y * p->width + x] = depths[cell];
        }
    }
}
