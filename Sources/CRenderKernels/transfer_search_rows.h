// The body of the motion search, compiled once for each instruction set: TARGET is the attribute
// that names it, NAME the suffix of its functions. All sums are of whole numbers, so that every
// instruction set gives the same vectors.

// What is known while one cell's vector is looked for.
typedef struct NAME(quest) {
    const transfer_search *search;
    const uint8_t *block;
    int32_t left, top;
    whole usual, best;
    int32_t best_cost;
} NAME(quest);

TARGET static inline void NAME(try)(NAME(quest) *quest, whole v) {
    const transfer_level *to = quest->search->to;
    v = inside(to, quest->left, quest->top, v);
    if (v.x == quest->best.x && v.y == quest->best.y && quest->best_cost < INT32_MAX) { return; }
    const uint8_t *there = to->pixels + (quest->top + v.y) * to->stride + quest->left + v.x;
    int32_t strange = abs(v.x - quest->usual.x) + abs(v.y - quest->usual.y);
    int32_t cost = (strange < 16 ? strange : 16) * STRANGENESS;
    if (cost >= quest->best_cost) { return; }
    cost += NAME(difference)(quest->block, quest->search->from->stride, there, to->stride);
    if (cost < quest->best_cost) { quest->best_cost = cost, quest->best = v; }
}

// Goes on from the best vector to its neighbours for as long as that helps.
TARGET static inline void NAME(descend)(NAME(quest) *quest) {
    for (int32_t reach = quest->search->coarse ? 1 : 4; reach > 0; reach /= 2) {
        for (int32_t round = 0; round < 8; round++) {
            whole from = quest->best;
            NAME(try)(quest, (whole){from.x - reach, from.y});
            NAME(try)(quest, (whole){from.x + reach, from.y});
            NAME(try)(quest, (whole){from.x, from.y - reach});
            NAME(try)(quest, (whole){from.x, from.y + reach});
            if (from.x == quest->best.x && from.y == quest->best.y) { break; }
        }
    }
}

// Half of a pixel's slope, and the block's sums of their products.
typedef struct NAME(slope) {
    int16_t x[BLOCK * BLOCK], y[BLOCK * BLOCK];
    int32_t xx, xy, yy;
} NAME(slope);

TARGET static inline void NAME(fill_slope)(const uint8_t *a, int64_t stride, NAME(slope) *slope) {
    int32_t xx = 0, xy = 0, yy = 0;
    for (int32_t y = 0; y < BLOCK; y++, a += stride) {
        for (int32_t x = 0; x < BLOCK; x++) {
            int32_t gx = a[x + 1] - a[x - 1], gy = a[x + stride] - a[x - stride];
            slope->x[y * BLOCK + x] = (int16_t)gx;
            slope->y[y * BLOCK + x] = (int16_t)gy;
            xx += gx * gx;
            xy += gx * gy;
            yy += gy * gy;
        }
    }
    slope->xx = xx;
    slope->xy = xy;
    slope->yy = yy;
}

// One step of least squares from a vector in 16ths; the sums are of 16ths of levels.
TARGET static inline transfer_vector NAME(refine)(
    const NAME(quest) *quest, const NAME(slope) *slope, transfer_vector v
) {
    const transfer_level *from = quest->search->from, *to = quest->search->to;
    int32_t tx = v.x & 15, ty = v.y & 15;
    const uint8_t *a = quest->block;
    const uint8_t *b = to->pixels + (quest->top + (v.y >> 4)) * to->stride + quest->left + (v.x >> 4);
    const uint16_t x0 = (uint16_t)(16 - tx), x1 = (uint16_t)tx, y0 = (uint16_t)(16 - ty), y1 = (uint16_t)ty;
    int32_t sum_x = 0, sum_y = 0;
    for (int32_t y = 0; y < BLOCK; y++, a += from->stride, b += to->stride) {
        const int16_t *gx = slope->x + y * BLOCK, *gy = slope->y + y * BLOCK;
        for (int32_t x = 0; x < BLOCK; x++) {
            uint16_t above = (uint16_t)(b[x] * x0 + b[x + 1] * x1);
            uint16_t below = (uint16_t)(b[x + to->stride] * x0 + b[x + to->stride + 1] * x1);
            uint16_t there = (uint16_t)(above * y0 + below * y1) >> 4;
            int16_t off = (int16_t)(there - a[x] * 16);
            sum_x += gx[x] * off;
            sum_y += gy[x] * off;
        }
    }
    double xx = slope->xx + 256.0, xy = slope->xy, yy = slope->yy + 256.0;
    double determinant = xx * yy - xy * xy, limit = STEPS;
    double dx = 2 * (yy * sum_x - xy * sum_y) / determinant;
    double dy = 2 * (xx * sum_y - xy * sum_x) / determinant;
    dx = dx > limit ? limit : dx < -limit ? -limit : dx;
    dy = dy > limit ? limit : dy < -limit ? -limit : dy;
    v.x = (int16_t)(v.x - (int32_t)__builtin_lrint(dx));
    v.y = (int16_t)(v.y - (int32_t)__builtin_lrint(dy));
    return v;
}

// How badly a block fits at a vector in 16ths of a pixel: the mean difference in 16ths of a level.
TARGET static inline int32_t NAME(misfit)(const NAME(quest) *quest, transfer_vector v) {
    const transfer_level *from = quest->search->from, *to = quest->search->to;
    const uint16_t x1 = v.x & 15, y1 = v.y & 15, x0 = 16 - x1, y0 = 16 - y1;
    const uint8_t *a = quest->block;
    const uint8_t *b = to->pixels + (quest->top + (v.y >> 4)) * to->stride + quest->left + (v.x >> 4);
    int32_t sum = 0;
    for (int32_t y = 0; y < BLOCK; y++, a += from->stride, b += to->stride) {
        for (int32_t x = 0; x < BLOCK; x++) {
            uint16_t above = (uint16_t)(b[x] * x0 + b[x + 1] * x1);
            uint16_t below = (uint16_t)(b[x + to->stride] * x0 + b[x + to->stride + 1] * x1);
            uint16_t there = (uint16_t)(above * y0 + below * y1) >> 4;
            int16_t off = (int16_t)(there - a[x] * 16);
            sum += (int16_t)(off < 0 ? -off : off);
        }
    }
    return sum / (BLOCK * BLOCK);
}

// Goes on to fractions of a pixel, at most one pixel from where the search ended.
TARGET static inline transfer_vector NAME(finish)(
    const NAME(quest) *quest, const NAME(slope) *slope, transfer_vector start
) {
    transfer_vector v = start;
    for (int32_t round = 0; round < 2; round++) {
        transfer_vector from = v;
        v = NAME(refine)(quest, slope, v);
        v.x = (int16_t)clamp(v.x, start.x - STEPS, start.x + STEPS);
        v.y = (int16_t)clamp(v.y, start.y - STEPS, start.y + STEPS);
        if (abs(v.x - from.x) <= 2 && abs(v.y - from.y) <= 2) { break; }
    }
    v.error = (uint16_t)NAME(misfit)(quest, v);
    return v;
}

// Whether the camera's own motion, here and now, keeps the block within the padding; then writes
// it, and how badly the block fits there.
TARGET static inline int32_t NAME(camera)(
    const NAME(quest) *quest, int32_t column, int32_t row, transfer_vector *moved
) {
    const transfer_search *s = quest->search;
    if (!s->camera) { return 0; }
    *moved = camera_vector(s->camera, column * CELL + CELL / 2, row * CELL + CELL / 2);
    whole start = inside(s->to, quest->left, quest->top, rounded(*moved));
    if (start.x != rounded(*moved).x || start.y != rounded(*moved).y) { return 0; }
    moved->error = (uint16_t)NAME(misfit)(quest, *moved);
    return 1;
}

// Returns the vector to a fraction of a pixel. Among stripes, and where there is nothing to see,
// many vectors fit; the camera's own is then the likelier one.
TARGET static inline transfer_vector NAME(settled)(
    const NAME(quest) *quest, int32_t column, int32_t row
) {
    const transfer_search *s = quest->search;
    transfer_vector found = {
        (int16_t)(quest->best.x * STEPS), (int16_t)(quest->best.y * STEPS), 0, 0};
    if (!s->is_fine) { return found; }
    NAME(slope) slope;
    NAME(fill_slope)(quest->block, s->from->stride, &slope);
    found = NAME(finish)(quest, &slope, found);
    transfer_vector moved;
    if (!NAME(camera)(quest, column, row, &moved)) { return found; }
    if (abs(moved.x - found.x) < STEPS && abs(moved.y - found.y) < STEPS) { return found; }
    moved = NAME(finish)(quest, &slope, moved);
    // Where nothing fits, what the block shows is hidden in the other picture.
    if (found.error > 2 * s->camera_error) { return moved; }
    return moved.error <= found.error + FAVOUR ? moved : found;
}

// Tries what is known nearby: the coarser field, the cells already done, the pair of pictures
// before, and the camera.
TARGET static inline void NAME(try_neighbours)(
    NAME(quest) *quest, int32_t column, int32_t row, int32_t first_row
) {
    const transfer_search *s = quest->search;
    const transfer_vector *here = s->field + row * s->columns + column;
    NAME(try)(quest, (whole){0, 0});
    if (s->camera) {
        double x = column * CELL + CELL / 2, y = row * CELL + CELL / 2;
        NAME(try)(quest, rounded(camera_vector(s->camera, x, y)));
    }
    if (s->before) { NAME(try)(quest, rounded(s->before[row * s->columns + column])); }
    if (s->coarse) {
        int32_t side = column & 1 ? 1 : -1, level = row & 1 ? 1 : -1;
        for (int32_t i = 0; i < 4; i++) {
            int32_t x = clamp(column / 2 + (i & 1 ? side : 0), 0, s->coarse_columns - 1);
            int32_t y = clamp(row / 2 + (i & 2 ? level : 0), 0, s->coarse_rows - 1);
            transfer_vector v = s->coarse[y * s->coarse_columns + x];
            NAME(try)(quest, (whole){(v.x + 4) >> 3, (v.y + 4) >> 3});
        }
    }
    if (column > 0) { NAME(try)(quest, rounded(here[-1])); }
    if (row > first_row) {
        NAME(try)(quest, rounded(here[-s->columns]));
        if (column + 1 < s->columns) { NAME(try)(quest, rounded(here[1 - s->columns])); }
    }
}

// What the neighbours mostly do: the middle of three.
TARGET static inline whole NAME(usual)(
    const transfer_search *s, int32_t column, int32_t row, int32_t first_row
) {
    const transfer_vector *here = s->field + row * s->columns + column;
    whole coarse = {0, 0};
    if (s->coarse) {
        int32_t x = clamp(column / 2, 0, s->coarse_columns - 1);
        int32_t y = clamp(row / 2, 0, s->coarse_rows - 1);
        transfer_vector v = s->coarse[y * s->coarse_columns + x];
        coarse = (whole){(v.x + 4) >> 3, (v.y + 4) >> 3};
    }
    if (column == 0 || row == first_row) { return coarse; }
    whole left = rounded(here[-1]), above = rounded(here[-s->columns]);
    return (whole){middle(left.x, above.x, coarse.x), middle(left.y, above.y, coarse.y)};
}

TARGET static void NAME(band)(const transfer_search *s, int32_t band) {
    int32_t first_row = band * TRANSFER_BAND;
    int32_t end_row = first_row + TRANSFER_BAND < s->rows ? first_row + TRANSFER_BAND : s->rows;
    for (int32_t row = first_row; row < end_row; row++) {
        for (int32_t column = 0; column < s->columns; column++) {
            int32_t left = column * CELL - CELL / 2, top = row * CELL - CELL / 2;
            NAME(quest) quest = {
                s, s->from->pixels + top * s->from->stride + left, left, top,
                NAME(usual)(s, column, row, first_row), {0, 0}, INT32_MAX,
            };
            transfer_vector *found = s->field + row * s->columns + column;
            if (NAME(camera)(&quest, column, row, found) && found->error <= s->camera_error) {
                continue;
            }
            NAME(try_neighbours)(&quest, column, row, first_row);
            NAME(descend)(&quest);
            *found = NAME(settled)(&quest, column, row);
        }
    }
}

#include "transfer_choose_rows.h"
