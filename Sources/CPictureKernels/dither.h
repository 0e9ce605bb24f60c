#ifndef DITHER_H
#define DITHER_H

#include "CPictureKernels.h"

enum { levels_red = 6, levels_green = 7, levels_blue = 6 };

/* For each of the 64 places of the pattern, the level a channel's value falls to, already
 * multiplied so that the three add up to an index. */
struct cpicture_dither {
    uint8_t red[64][256];
    uint8_t green[64][256];
    uint8_t blue[64][256];
};

static inline uint8_t dither_index(const cpicture_dither *dither, const uint8_t *pixel, int x,
                                   int y) {
    int place = (y & 7) << 3 | (x & 7);
    return (uint8_t)(dither->red[place][pixel[0]] + dither->green[place][pixel[1]] +
                     dither->blue[place][pixel[2]]);
}

#endif
