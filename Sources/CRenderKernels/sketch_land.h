// What the walk over the land and the land's shape share.
#ifndef SKETCH_LAND_H
#define SKETCH_LAND_H

#include "sketch_maths.h"

// Columns that are walked together: all are at the same distance at a time.
enum { SK_LANES = 16 };

// Heights of `n` ≤ SK_LANES points at distance z; `octaves` bounds the detail.
void sk_heights(
    int n, const float *x, float z, const sketch_land_plan *p, uint32_t seed, int octaves, float *heights);

#endif
