#include "parallax_prepass.h"

#include <math.h>

// Colours of either side are means over this many pixels, by a Gaussian of 2.
enum { MEAN_REACH = 6 };

// How far, in 8 bit steps, a colour is from that beyond before it is another.
static const float UNLIKE = 4;

// What one side of a silhouette looks like, in light and in 8 bit sRGB.
typedef struct side {
    pixel light, code, square;
    float weight;
} side;

static void add(const parallax_prepass *pass, size_t at, pixel light, float weight, side *side) {
    const uint8_t *code = pass->code[at];
    pixel c = {code[0], code[1], code[2], 0};
    side->light += light * weight;
    side->code += c * weight;
    side->square += c * c * weight;
    side->weight += weight;
}

static void gather(
    const parallax_prepass *pass, int32_t x, int32_t y, const float *gauss, side *near, side *far
) {
    for (int32_t v = -MEAN_REACH; v <= MEAN_REACH; v++) {
        for (int32_t u = -MEAN_REACH; u <= MEAN_REACH; u++) {
            if (!inside(pass, x + u, y + v)) { continue; }
            size_t there = place(pass, x + u, y + v);
            uint16_t flags = pass->flags[there];
            if (!(flags & (NEAR_SIDE | FAR_SIDE))) { continue; }
            float distance = pass->distance[there];
            side *s = flags & NEAR_SIDE ? near : far;
            // Nearer than this a pixel may be mixed itself.
            if (flags & NEAR_SIDE ? distance < 1.4f : distance > -1.5f) { continue; }
            float weight = gauss[u < 0 ? -u : u] * gauss[v < 0 ? -v : v];
            add(pass, there, light_at(pass, x + u, y + v), weight, s);
        }
    }
}

static float dot(pixel a, pixel b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

static void settle(side *side) {
    if (!(side->weight > 1e-3f)) { return; }
    side->light /= side->weight;
    side->code /= side->weight;
    side->square /= side->weight;
}

// How much the colours of both sides vary.
static float variance(const side *side) {
    pixel v = side->square - side->code * side->code;
    float sum = 0;
    for (int c = 0; c < 3; c++) { sum += v[c] > 0 ? v[c] : 0; }
    return sum;
}

// How much the colours of both sides tell, 0 to 1: they must differ more than they vary.
static float trust_in(const side *near, const side *far) {
    pixel across = near->code - far->code;
    float square = dot(across, across);
    return square / (square + 3 * 20 * 20 + 3 * (variance(near) + variance(far)));
}

static float between(float value, float low, float high) {
    value = value > low ? value : low;
    return value < high ? value : high;
}

// Tells how much of a pixel is the near side, and takes that out of the far one.
static void unmix(parallax_prepass *pass, int32_t x, int32_t y, const float *gauss) {
    side near = {0}, far = {0};
    gather(pass, x, y, gauss, &near, &far);
    settle(&near);
    settle(&far);
    size_t i = place(pass, x, y);
    float distance = pass->distance[i], trust = 0, share = 0;
    pixel here = light_at(pass, x, y), across = near.light - far.light;
    int is_told = near.weight > 1e-3f && far.weight > 1e-3f;
    if (is_told) {
        float length = dot(across, across);
        trust = trust_in(&near, &far);
        share = between(dot(here - far.light, across) / (length > 1 ? length : 1), 0, 1);
    }
    float alpha = trust * share + (1 - trust) * between(distance + 0.5f, 0, 1);
    if (distance >= 2) { alpha = 1; }
    if (distance <= -(pass->ring + 0.5f)) { alpha = 0; }
    // What colour says counts for less the farther it is from the silhouette.
    float low = between((distance - 0.5f) / 2, 0, 1);
    float high = distance < 0 ? between(1.5f + distance, 0, 1) : 1;
    alpha = between(alpha, low, high);
    pass->alpha[i] = alpha;
    if (is_told) {
        for (int c = 0; c < 3; c++) {
            pass->far_light[i][c] = between(here[c] - alpha * across[c], 0, PLANE_WHITE);
        }
    }
    uint16_t flags = pass->flags[i];
    // A far pixel that holds much of the near side is not shown as the far layer's own.
    int is_dirty = flags & RING && (share * trust > 0.25f || alpha > 0.25f);
    if (flags & INNER || is_dirty) {
        __atomic_fetch_or(&pass->flags[i], UNDER, __ATOMIC_RELAXED);
    }
}

// What the near side looks like beside a pixel of the fringe, and what lies
// beyond the fringe at the pixel's own depth.
static void gather_beyond(
    const parallax_prepass *pass, int32_t x, int32_t y, side *near, side *far
) {
    const float depth = pass->depth[place(pass, x, y)];
    for (int32_t k = 1; k < pass->offset_count; k++) {
        offset o = pass->offsets[k];
        if (!inside(pass, x + o.x, y + o.y)) { continue; }
        size_t there = place(pass, x + o.x, y + o.y);
        uint16_t flags = pass->flags[there];
        float apart = pass->depth[there] - depth;
        int is_near = flags & NEAR_SIDE && pass->distance[there] >= 1.4f;
        int is_far = !(flags & (NEAR_SIDE | FAR_SIDE))
            && !(flags & FRINGE && pass->distance[there] > -(float)(pass->ring + pass->smear))
            && apart < STEP && apart > -STEP;
        if (!is_near && !is_far) { continue; }
        add(pass, there, light_at(pass, x + o.x, y + o.y), 1 / o.distance, is_near ? near : far);
    }
}

// Gives a pixel beside the near side to it unless it looks like what lies beyond:
// what is smeared there, or shines there, goes along with it.
static void reclaim(parallax_prepass *pass, int32_t x, int32_t y) {
    size_t i = place(pass, x, y);
    int is_fringe = pass->flags[i] & FRINGE;
    if (is_fringe && pass->distance[i] <= -(float)(pass->ring + pass->smear)) { return; }
    side near = {0}, far = {0};
    gather_beyond(pass, x, y, &near, &far);
    settle(&near);
    settle(&far);
    if (!(near.weight > 1e-3f && far.weight > 1e-3f)) { return; }
    const uint8_t *code = pass->code[i];
    pixel apart = (pixel){code[0], code[1], code[2], 0} - far.code;
    if (dot(apart, apart) < 3 * UNLIKE * UNLIKE + 2 * variance(&far)) { return; }
    if (is_fringe) {
        // No more than the picture asks for, once it is known what lies behind.
        pass->alpha[i] = 0;
        pass->near_depth[i] = pass->next[i];
    }
    __atomic_fetch_or(&pass->flags[i], RING | UNDER, __ATOMIC_RELAXED);
}

void parallax_unmix(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    float gauss[MEAN_REACH + 1];
    for (int i = 0; i <= MEAN_REACH; i++) { gauss[i] = expf(-i * i / 8.0f); }
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) {
            size_t i = place(pass, x, y);
            pass->alpha[i] = 1;
            pass->far_light[i] = light_at(pass, x, y);
            if (pass->flags[i] & (RING | INNER)) { unmix(pass, x, y, gauss); }
            if (pass->smear && pass->flags[i] & (FRINGE | RING)) { reclaim(pass, x, y); }
            if (pass->flags[i] & (FAR_SIDE | FRINGE) && !(pass->flags[i] & UNDER)) {
                __atomic_fetch_or(&pass->flags[i], SEEN, __ATOMIC_RELAXED);
            }
        }
    }
}
