#include "parallax_prepass.h"

enum { SLOPE_REACH = 5, SMOOTHINGS = 8 };

static float bounded(float value, float bound) {
    value = value > -bound ? value : -bound;
    return value < bound ? value : bound;
}

// The slopes of the far side beside a silhouette, jumps left out.
void parallax_slope(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    const float gentle = STEP * 0.3f;
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) {
            size_t i = place(pass, x, y);
            pass->far_depth[i] = pass->depth[i];
            if (!(pass->flags[i] & SEEN)) { continue; }
            float count = 0, sum_x = 0, sum_y = 0;
            for (int32_t v = y - SLOPE_REACH; v <= y + SLOPE_REACH; v++) {
                if (v < 1 || v >= pass->height - 1) { continue; }
                const float *row = pass->depth + place(pass, 0, v);
                for (int32_t u = x - SLOPE_REACH; u <= x + SLOPE_REACH; u++) {
                    if (u < 1 || u >= pass->width - 1) { continue; }
                    if (pass->flags[place(pass, u, v)] & (JUMP | RAGGED)) { continue; }
                    float across = (row[u + 1] - row[u - 1]) / 2;
                    float down = (row[u + pass->width] - row[u - pass->width]) / 2;
                    if (across >= gentle || across <= -gentle) { continue; }
                    if (down >= gentle || down <= -gentle) { continue; }
                    count += 1;
                    sum_x += across;
                    sum_y += down;
                }
            }
            // Of 121 neighbours fewer than three tell little.
            count = count > 2.4f ? count : 2.4f;
            pass->slope_x[i] = bounded(sum_x / count, 0.3f);
            pass->slope_y[i] = bounded(sum_y / count, 0.3f);
        }
    }
}

// Carries depth on from known neighbours; returns whether the near side still covers it.
static int step_to(parallax_prepass *pass, int32_t x, int32_t y) {
    float count = 0, depth = 0, across = 0, down = 0;
    for (int32_t v = -1; v <= 1; v++) {
        for (int32_t u = -1; u <= 1; u++) {
            if (!inside(pass, x + u, y + v)) { continue; }
            size_t from = place(pass, x + u, y + v);
            if (!(pass->flags[from] & SEEN)) { continue; }
            count += 1;
            across += pass->slope_x[from];
            down += pass->slope_y[from];
            depth += pass->far_depth[from] - (float)u * pass->slope_x[from]
                - (float)v * pass->slope_y[from];
        }
    }
    size_t i = place(pass, x, y);
    if (count == 0 || !(pass->flags[i] & UNDER || pass->depth[i] > depth / count + STEP * 0.7f)) {
        return 0;
    }
    pass->next[i] = depth / count;
    pass->slope_x[i] = across / count * 0.97f;
    pass->slope_y[i] = down / count * 0.97f;
    return 1;
}

// Tries the neighbours of the pixels first..<end of the walk, and appends those reached.
static void go_on(parallax_prepass *pass, const int32_t *front, int32_t count) {
    int32_t start = pass->walked_count;
    for (int32_t k = 0; k < count; k++) {
        int32_t x = front[k] % pass->width, y = front[k] / pass->width;
        for (int32_t v = y - 1; v <= y + 1; v++) {
            for (int32_t u = x - 1; u <= x + 1; u++) {
                if (!inside(pass, u, v)) { continue; }
                size_t i = place(pass, u, v);
                if (pass->flags[i] & (SEEN | REACHED) || !step_to(pass, u, v)) { continue; }
                pass->flags[i] |= REACHED;
                pass->walked[pass->walked_count++] = (int32_t)i;
            }
        }
    }
    for (int32_t k = start; k < pass->walked_count; k++) {
        int32_t i = pass->walked[k];
        pass->far_depth[i] = pass->next[i];
        pass->flags[i] = (uint16_t)((pass->flags[i] & ~REACHED) | SEEN | UNDER);
    }
    pass->levels[++pass->level_count] = pass->walked_count;
}

// Moves a pixel's depth to the mean around it; going over all of them in turn,
// forth and back, takes few rounds.
static void smooth(parallax_prepass *pass, int32_t i) {
    const int32_t x = i % pass->width, y = i / pass->width;
    const int is_inside = x > 0 && y > 0 && x < pass->width - 1 && y < pass->height - 1;
    float sum = 0, count = 0;
    for (int32_t v = -1; v <= 1; v++) {
        for (int32_t u = -1; u <= 1; u++) {
            if (!is_inside && !inside(pass, x + u, y + v)) { continue; }
            size_t at = (size_t)(i + v * pass->width + u);
            float known = pass->flags[at] & SEEN ? 1 : 0;
            sum += known * pass->far_depth[at];
            count += known;
        }
    }
    pass->far_depth[i] = sum / count;
}

// Walks from the far side in behind the near one, a pixel at a step.
void parallax_walk(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    const size_t count = place(pass, 0, end_row);
    int32_t first = 0;
    (void)first_row;
    // The first step starts from all that is seen, listed where the walk cannot
    // come: no pixel is in both lists.
    int32_t *start = pass->walked + count, start_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (pass->flags[i] & SEEN) {
            *--start = (int32_t)i;
            start_count++;
        }
    }
    go_on(pass, start, start_count);
    for (int32_t step = 1; step < pass->reach; step++) {
        int32_t end = pass->walked_count;
        if (first == end) { break; }
        go_on(pass, pass->walked + first, end - first);
        first = end;
    }
    // What could not be reached keeps what it has.
    for (size_t i = 0; i < count; i++) { pass->flags[i] &= (uint16_t)~UNDER; }
    for (int32_t k = 0; k < pass->walked_count; k++) { pass->flags[pass->walked[k]] |= UNDER; }
    for (int32_t round = 0; round < SMOOTHINGS; round++) {
        for (int32_t k = 0; k < pass->walked_count; k++) { smooth(pass, pass->walked[k]); }
        for (int32_t k = pass->walked_count - 1; k >= 0; k--) { smooth(pass, pass->walked[k]); }
    }
    for (int32_t k = 0; k < pass->walked_count; k++) {
        int32_t i = pass->walked[k];
        float limit = pass->near_depth[i];
        pass->far_depth[i] = pass->far_depth[i] < limit ? pass->far_depth[i] : limit;
    }
}
