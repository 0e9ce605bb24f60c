#include "parallax_prepass.h"

#include <string.h>

// Depth is sharpened within this many pixels of a jump, by the votes of those
// within VOTERS.
enum { JUMP_REACH = 2, VOTERS = 3 };

void parallax_mark_jumps(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    const float *depth = pass->depth;
    for (int32_t y = first_row; y < end_row; y++) {
        const float *rows[3] = {
            depth + place(pass, 0, clamped(y - 1, pass->height)), depth + place(pass, 0, y),
            depth + place(pass, 0, clamped(y + 1, pass->height)),
        };
        uint8_t *jumps = pass->jumps + (size_t)y * (size_t)(pass->width / RUN + 1);
        memset(jumps, 0, (size_t)(pass->width / RUN + 1));
        for (int32_t x = 0; x < pass->width; x++) {
            int32_t left = clamped(x - 1, pass->width), right = clamped(x + 1, pass->width);
            float low = rows[1][x], high = low;
            for (int k = 0; k < 3; k++) {
                float at[3] = {rows[k][left], rows[k][x], rows[k][right]};
                for (int j = 0; j < 3; j++) {
                    low = at[j] < low ? at[j] : low;
                    high = at[j] > high ? at[j] : high;
                }
            }
            int is_jump = high - low > STEP;
            pass->flags[place(pass, x, y)] = is_jump ? JUMP : 0;
            jumps[x / RUN] |= (uint8_t)is_jump;
        }
    }
}

// Whether there is a jump within so many pixels.
static int has_jump(const parallax_prepass *pass, int32_t x, int32_t y, int32_t reach) {
    int32_t square = reach * reach, runs = pass->width / RUN + 1;
    int32_t top = y - reach < 0 ? 0 : y - reach, left = x - reach < 0 ? 0 : x - reach;
    int32_t bottom = y + reach < pass->height ? y + reach : pass->height - 1;
    int32_t right = x + reach < pass->width ? x + reach : pass->width - 1;
    for (int32_t v = top; v <= bottom; v++) {
        // Most rows have none anywhere near.
        const uint8_t *jumps = pass->jumps + (size_t)v * (size_t)runs;
        if (!(jumps[left / RUN] | jumps[right / RUN])) { continue; }
        const uint16_t *row = pass->flags + place(pass, 0, v);
        for (int32_t u = left; u <= right; u++) {
            int32_t apart = (u - x) * (u - x) + (v - y) * (v - y);
            if (row[u] & JUMP && apart <= square) { return 1; }
        }
    }
    return 0;
}

// The range of depth within so many pixels.
static void range_near(
    const parallax_prepass *pass, int32_t x, int32_t y, int32_t reach, int32_t square, float *low,
    float *high
) {
    *low = *high = pass->depth[place(pass, x, y)];
    for (int32_t v = y - reach; v <= y + reach; v++) {
        for (int32_t u = x - reach; u <= x + reach; u++) {
            int32_t apart = (u - x) * (u - x) + (v - y) * (v - y);
            if (!inside(pass, u, v) || apart > square) { continue; }
            float depth = pass->depth[place(pass, u, v)];
            *low = depth < *low ? depth : *low;
            *high = depth > *high ? depth : *high;
        }
    }
}

static inline float likeness(const parallax_prepass *pass, size_t a, size_t b) {
    int32_t square = 0;
    for (int c = 0; c < 3; c++) {
        int32_t apart = pass->code[a][c] - pass->code[b][c];
        square += apart * apart;
    }
    return square / 4 < COLOUR_STEPS ? pass->alike[square / 4] : 0;
}

// Puts a pixel on the near or on the far side, as those of its colour are, or on
// that which it is nearer to.
static float vote(const parallax_prepass *pass, int32_t x, int32_t y, const float *weights) {
    float low, high;
    range_near(pass, x, y, VOTERS, 2 * VOTERS * VOTERS, &low, &high);
    size_t here = place(pass, x, y);
    float share[2] = {0, 0}, sum[2] = {0, 0}, middle = (low + high) / 2;
    for (int32_t v = -VOTERS; v <= VOTERS; v++) {
        for (int32_t u = -VOTERS; u <= VOTERS; u++) {
            size_t there = place(
                pass, clamped(x + u, pass->width), clamped(y + v, pass->height)
            );
            float weight = likeness(pass, here, there) * weights[u * u + v * v];
            if (pass->flags[there] & JUMP) { weight *= 0.02f; }
            int side = pass->depth[there] > middle;
            share[side] += weight;
            sum[side] += weight * pass->depth[there];
        }
    }
    int side = pass->order.is_painted ? pass->depth[here] > middle : share[1] > share[0];
    // What is thin never comes to its full height by itself.
    if (pass->order.is_painted && side) { return high; }
    return share[side] > 0 ? sum[side] / share[side] : pass->depth[here];
}

void parallax_sharpen(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    // exp(-square / VOTERS^2)
    float weights[2 * VOTERS * VOTERS + 1];
    for (int i = 0; i <= 2 * VOTERS * VOTERS; i++) {
        weights[i] = i ? weights[i - 1] * 0.894839317f : 1;
    }
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) {
            size_t i = place(pass, x, y);
            int is_ragged = has_jump(pass, x, y, JUMP_REACH);
            pass->next[i] = is_ragged ? vote(pass, x, y, weights) : pass->depth[i];
        }
    }
}

void parallax_take_next(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    size_t first = place(pass, 0, first_row), end = place(pass, 0, end_row);
    memcpy(pass->depth + first, pass->next + first, (end - first) * sizeof(float));
}

void parallax_find_sides(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    const int32_t ring = pass->ring;
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) {
            if (!has_jump(pass, x, y, ring + 2)) { continue; }
            size_t i = place(pass, x, y);
            uint16_t flags = has_jump(pass, x, y, 1) ? RAGGED : 0;
            float low, high;
            range_near(pass, x, y, ring, ring * ring, &low, &high);
            if (high - low > STEP) {
                flags |= pass->depth[i] > (high + low) / 2 ? NEAR_SIDE : FAR_SIDE;
            }
            // Bands beside this one read JUMP alone, which stays as it is.
            __atomic_fetch_or(&pass->flags[i], flags, __ATOMIC_RELAXED);
        }
    }
}

// Marks a pixel that is not far beyond the ring of something nearer, and notes
// that in `next`.
static void find_fringe(parallax_prepass *pass, int32_t x, int32_t y) {
    const int32_t widest = pass->ring + pass->smear + 2;
    if (!pass->smear || !has_jump(pass, x, y, widest)) { return; }
    size_t i = place(pass, x, y);
    for (int32_t k = 1; pass->offsets[k].square <= widest * widest; k++) {
        offset o = pass->offsets[k];
        if (!inside(pass, x + o.x, y + o.y)) { continue; }
        size_t there = place(pass, x + o.x, y + o.y);
        if (!(pass->flags[there] & NEAR_SIDE)) { continue; }
        if (pass->depth[there] > pass->depth[i] + STEP / 2) {
            pass->distance[i] = 0.5f - o.distance;
            pass->next[i] = pass->depth[there];
            __atomic_fetch_or(&pass->flags[i], FRINGE, __ATOMIC_RELAXED);
        }
        return;
    }
}

void parallax_measure(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    const int32_t ring = pass->ring;
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) {
            size_t i = place(pass, x, y);
            pass->near_depth[i] = pass->depth[i];
            int here = pass->flags[i] & (NEAR_SIDE | FAR_SIDE);
            if (!here) {
                find_fringe(pass, x, y);
                continue;
            }
            int other = here ^ (NEAR_SIDE | FAR_SIDE);
            float distance = SEARCH;
            size_t found = i;
            for (int32_t k = 1; k < pass->offset_count; k++) {
                offset o = pass->offsets[k];
                if (o.square > (ring + 3) * (ring + 3)) { break; }
                if (!inside(pass, x + o.x, y + o.y)) { continue; }
                size_t there = place(pass, x + o.x, y + o.y);
                if (!(pass->flags[there] & other)) { continue; }
                distance = o.distance;
                found = there;
                break;
            }
            uint16_t flag = 0;
            pass->distance[i] = here == NEAR_SIDE ? distance - 0.5f : 0.5f - distance;
            if (here == NEAR_SIDE && distance <= ring) { flag = INNER; }
            if (here == FAR_SIDE && distance <= ring
                && pass->depth[found] > pass->depth[i] + STEP / 2) {
                // The wall of depth is put where nothing of the near side is left.
                pass->near_depth[i] = pass->depth[found];
                flag = RING;
            }
            __atomic_fetch_or(&pass->flags[i], flag, __ATOMIC_RELAXED);
        }
    }
}
