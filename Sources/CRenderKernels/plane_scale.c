#include "include/plane_scale.h"

#include <math.h>

#include "plane_codes.h"

enum {
    // The most columns of a level that a tile reads: those its pixels stand for
    // and half a filter on either side.
    STRIP = FINISH_WIDTH * 9 / 4 + SCALE_TAPS + LANES,
    STRIP_LANES = (STRIP + LANES - 1) / LANES * LANES,
};

// Catmull and Rom's cubic (1974): as sharp as four samples can be.
static double cubic(double x) {
    x = fabs(x);
    if (x >= 2) { return 0; }
    return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}

// Dodgson's quadratic (1997), nine tenths of the way from the smooth one to the
// one that interpolates: as sharp as Mitchell and Netravali's cubic, with a
// quarter of a cubic's overshoot, from three quarters of its samples.
static double quadratic(double x) {
    const double sharp = 0.85;
    x = fabs(x);
    if (x >= 1.5) { return 0; }
    return x < 0.5 ? -2 * sharp * x * x + (sharp + 1) / 2
                   : sharp * x * x - (2 * sharp + 0.5) * x + 0.75 * (sharp + 1);
}

static double tent(double x) {
    x = fabs(x);
    return x < 1 ? 1 - x : 0;
}

typedef struct filter {
    // Samples that the filter is stretched over, and how far it has turned from
    // the cubic to the quadratic.
    double width, softness;
    int32_t taps, coarse;
} filter;

// The picture is enlarged by the cubic. What is reduced has a filter that widens
// with it, and soon no longer rings: in linear light the dark side of an edge
// shows every ring.
static filter choose_filter(double scale, int32_t coarse) {
    filter filter = {scale > 1 ? scale : 1, 0, 0, coarse};
    double softness = (filter.width - 1) / 0.15;
    filter.softness = softness < 1 ? softness : 1;
    double reach = coarse ? 1 : filter.softness < 1 ? 2 : 1.5;
    int32_t taps = (int32_t)ceil(2 * reach * filter.width - 1e-6);
    filter.taps = taps < SCALE_TAPS ? taps : SCALE_TAPS;
    return filter;
}

static double weight(const filter *filter, double x) {
    if (filter->coarse) { return tent(x); }
    if (filter->softness >= 1) { return quadratic(x); }
    double sharp = cubic(x);
    return filter->softness > 0 ? sharp + (quadratic(x) - sharp) * filter->softness : sharp;
}

// Weights of one pixel: their sum is 1, and their centre is where the pixel looks.
static void fill_weights(const filter *filter, double first, int16_t *out) {
    const int32_t own = (filter->taps - 1) / 2;
    double weights[SCALE_TAPS], total = 0, moment = 0;
    for (int32_t k = 0; k < filter->taps; k++) {
        double x = (first + k) / filter->width;
        weights[k] = weight(filter, x);
        total += weights[k];
        moment += weights[k] * (first + k);
    }
    if (filter->taps > 2) {
        weights[own - 1] += moment / 2;
        weights[own + 1] -= moment / 2;
    }
    for (int32_t k = 0; k < filter->taps; k++) {
        int64_t weight = k == own ? 0 : lround(weights[k] / total * 32768);
        out[k] = (int16_t)-(weight < 32767 ? weight : 32767);
    }
}

void scale_fill_axis(scale_axis *axis, int32_t count, double scale, double offset, int32_t coarse) {
    filter filter = choose_filter(scale, coarse && scale > 1.15);
    axis->taps = filter.taps;
    // A mean of moments hides its rings.
    axis->rings = !coarse && filter.softness < 1;
    for (int32_t x = 0; x < count; x++) {
        double centre = scale * (x + 0.5) + offset - 0.5;
        // An even number of taps has its own sample to the left of the place.
        double own = floor(centre + (filter.taps % 2 ? 0.5 : 1e-6));
        axis->own[x] = (int32_t)own;
        int16_t *weights = axis->weights + (size_t)x * SCALE_TAPS;
        fill_weights(&filter, own - (filter.taps - 1) / 2 - centre, weights);
    }
}

// Which of a filter's taps lie on either side of the place it is for.
static inline int is_beside(int tap, int taps) {
    int own = (taps - 1) / 2;
    return tap == own + 1 || (tap == own - 1 && taps % 2);
}

#define ROWS "plane_scale_rows.h"
#include "plane_sets.h"

void scale_render(const scale_job *job, int32_t first_row, int32_t end_row) {
#if defined(__x86_64__)
    if (!job->portable && __builtin_cpu_supports("avx2")) {
        return scale_avx2(job, first_row, end_row);
    }
#endif
    scale_portable(job, first_row, end_row);
}
