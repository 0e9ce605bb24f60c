#include "include/plane.h"

#include <math.h>

// How much of a B-spline is in the softest filter; the sharpest is Catmull-Rom alone.
static const double softest = 0.6;

void plane_fill_weights(int16_t *weights) {
    for (int filter = 0; filter < PLANE_FILTERS; filter++) {
        double soft = softest * filter / (PLANE_FILTERS - 1);
        for (int phase = 0; phase < PLANE_PHASES; phase++) {
            double t = (double)phase / PLANE_PHASES, r = 1 - t;
            double first = (1 - soft) * (-0.5 * t * r * r) + soft * (r * r * r / 6);
            double last = (1 - soft) * (-0.5 * t * t * r) + soft * (t * t * t / 6);
            int16_t *w = weights + (filter * PLANE_PHASES + phase) * 4;
            w[0] = (int16_t)lround(first * PLANE_WEIGHT_SUM);
            w[3] = (int16_t)lround(last * PLANE_WEIGHT_SUM);
            // The two in the middle are solved for, so that rounding moves neither
            // the brightness nor the centre of what is filtered.
            w[2] = (int16_t)(phase * (PLANE_WEIGHT_SUM / PLANE_PHASES) + w[0] - 2 * w[3]);
            w[1] = (int16_t)(PLANE_WEIGHT_SUM - w[0] - w[2] - w[3]);
        }
    }
}

static double linear_from_srgb(double code) {
    return code <= 0.04045 ? code / 12.92 : pow((code + 0.055) / 1.055, 2.4);
}

void plane_fill_codes(uint16_t *codes) {
    for (int value = 0; value < PLANE_CODE_COUNT; value++) {
        double linear = (double)value / PLANE_WHITE;
        double code = linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055;
        codes[value] = (uint16_t)lround(code * 255 * 256);
    }
    // What an 8 bit code was turned into comes back as that code, exactly.
    for (int code = 0; code < 256; code++) {
        codes[lround(linear_from_srgb(code / 255.0) * PLANE_WHITE)] = (uint16_t)(code * 256);
    }
}
