#ifndef DITHER_H
#define DITHER_H

#include "CPictureKernels.h"

enum { levels_red = 4, levels_green = 6, levels_blue = 4, dither_side = 8 };

/* How much of a level's 65536th share is added to a channel's value before it is cut to a level,
 * for each place of the 8 by 8 pattern. */
struct cpicture_dither {
    uint16_t red[dither_side][dither_side];
    uint16_t green[dither_side][dither_side];
    uint16_t blue[dither_side][dither_side];
};

/* Writes the palette index of each of `count` pixels; x and y are those of the first. */
void dither_row(const cpicture_dither *dither, const uint8_t *pixels, int x, int y, int count,
                uint8_t *indices);

#endif
