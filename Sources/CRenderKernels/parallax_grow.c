#include "parallax_prepass.h"

#include <math.h>

// Colours are carried on from within so many pixels, the direction of lines from
// within fewer.
enum { COLOUR_SQUARE = 18, LARGEST_REACH = 4 };
static const float LINE_REACH = 2.9f;
// How strictly colours follow the lines around them.
static const float COHERENCE = 3;

// The direction of the lines at a pixel: the squares of the slopes of its
// brightness. They are kept where the walk has left its planes.
typedef struct lines {
    float xx, xy, yy;
} lines;

static lines lines_at(const parallax_prepass *pass, size_t i) {
    return (lines){pass->slope_x[i], pass->slope_y[i], pass->next[i]};
}

static void set_lines(parallax_prepass *pass, size_t i, lines lines) {
    pass->slope_x[i] = lines.xx;
    pass->slope_y[i] = lines.xy;
    pass->next[i] = lines.yy;
}

static int lends(const parallax_prepass *pass, int32_t x, int32_t y) {
    return inside(pass, x, y) && pass->flags[place(pass, x, y)] & SOURCE;
}

// Roots of light, 0 to 255.
static float brightness(const parallax_prepass *pass, size_t i) {
    pixel c = pass->far_light[i];
    return (0.25f * c[0] + 0.6f * c[1] + 0.15f * c[2]) * (255 / 170.3f);
}

void parallax_find_lines(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) {
            size_t i = place(pass, x, y);
            set_lines(pass, i, (lines){0, 0, 0});
            if (!(pass->flags[i] & SOURCE) || !lends(pass, x - 1, y) || !lends(pass, x + 1, y)
                || !lends(pass, x, y - 1) || !lends(pass, x, y + 1)) {
                continue;
            }
            float across = brightness(pass, i + 1) - brightness(pass, i - 1);
            float down = brightness(pass, i + pass->width) - brightness(pass, i - pass->width);
            set_lines(pass, i, (lines){across * across, across * down, down * down});
        }
    }
}

// The neighbours of one pixel that have colour already.
typedef struct lender {
    size_t place;
    float x, y, distance;
} lender;

static int32_t find_lenders(const parallax_prepass *pass, int32_t i, lender *lenders) {
    const int32_t x = i % pass->width, y = i / pass->width;
    const int is_inside = x >= LARGEST_REACH && y >= LARGEST_REACH
        && x < pass->width - LARGEST_REACH && y < pass->height - LARGEST_REACH;
    int32_t count = 0;
    for (int32_t k = 1; pass->offsets[k].square <= COLOUR_SQUARE; k++) {
        offset o = pass->offsets[k];
        if (!is_inside && !inside(pass, x + o.x, y + o.y)) { continue; }
        size_t at = (size_t)(i + o.y * pass->width + o.x);
        if (!(pass->flags[at] & (SOURCE | REACHED))) { continue; }
        lenders[count++] = (lender){at, o.x, o.y, o.distance};
    }
    return count;
}

static lines mean_lines(const parallax_prepass *pass, const lender *lenders, int32_t count) {
    lines sum = {0, 0, 0};
    float total = 0;
    for (int32_t k = 0; k < count && lenders[k].distance <= LINE_REACH; k++) {
        lines at = lines_at(pass, lenders[k].place);
        float weight = at.xx + at.yy > 0 ? 1 / lenders[k].distance : 0;
        sum.xx += at.xx * weight;
        sum.xy += at.xy * weight;
        sum.yy += at.yy * weight;
        total += weight;
    }
    return total > 0 ? (lines){sum.xx / total, sum.xy / total, sum.yy / total} : sum;
}

// Gives a pixel the mean colour of those beside it, most of all of those along the
// lines through it (coherence transport, Bornemann and Maerz 2007) and at its depth.
static void grow(parallax_prepass *pass, int32_t i) {
    lender lenders[OFFSETS];
    int32_t count = find_lenders(pass, i, lenders);
    lines own = mean_lines(pass, lenders, count);
    set_lines(pass, (size_t)i, own);
    // The unit vector across the lines, times how clear they are.
    float half = (own.xx - own.yy) / 2, root = sqrtf(half * half + own.xy * own.xy);
    float clarity = COHERENCE * 2 * root / (own.xx + own.yy + 20);
    float cosine = root > 0 ? half / root : 1;
    float across = clarity * sqrtf((1 + cosine) / 2), down = clarity * sqrtf((1 - cosine) / 2);
    if (own.xy < 0) { down = -down; }
    pixel sum = {0, 0, 0, 0};
    for (int32_t k = 0; k < count; k++) {
        const lender *l = lenders + k;
        float aside = l->x * across + l->y * down;
        float apart = (pass->far_depth[l->place] - pass->far_depth[i]) / STEP;
        float strict = 1 + aside * aside / 4;
        strict *= strict;
        float weight = 1 / (strict * strict * l->distance * (1 + apart * apart));
        pixel light = pass->far_light[l->place];
        light[3] = 1;
        sum += light * weight;
    }
    pass->far_light[i] = sum[3] > 0 ? sum / sum[3] : sum;
}

// Carries the far side's colours on behind the near one, in the order of the walk.
void parallax_grow(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    (void)first_row;
    (void)end_row;
    for (int32_t step = 0; step < pass->level_count; step++) {
        int32_t first = pass->levels[step], end = pass->levels[step + 1];
        for (int32_t k = first; k < end; k++) { grow(pass, pass->walked[k]); }
        for (int32_t k = first; k < end; k++) {
            int32_t i = pass->walked[k];
            if (pass->far_light[i][3] > 0) { pass->flags[i] |= REACHED; }
        }
    }
}
