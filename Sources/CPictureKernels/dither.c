#include "dither.h"

#include <stdlib.h>

/* The 8 by 8 ordered dither of Bayer, from its recursive definition. */
static int threshold(int x, int y) {
    int value = 0;
    for (int bit = 0; bit < 3; bit++) {
        int quadrant = (x >> bit & 1) ^ (y >> bit & 1);
        value = value << 2 | quadrant << 1 | (y >> bit & 1);
    }
    return value;
}

static uint8_t level(int value, int levels, int x, int y) {
    double shift = (threshold(x, y) + 0.5) / 64.0 - 0.5;
    int result = (int)(value / 255.0 * (levels - 1) + 0.5 + shift * 0.95);
    return (uint8_t)(result < 0 ? 0 : result >= levels ? levels - 1 : result);
}

cpicture_dither *cpicture_dither_make(void) {
    cpicture_dither *dither = malloc(sizeof *dither);
    if (!dither) return NULL;
    for (int place = 0; place < 64; place++) {
        int x = place & 7, y = place >> 3;
        for (int value = 0; value < 256; value++) {
            dither->red[place][value] =
                (uint8_t)(level(value, levels_red, x, y) * levels_green * levels_blue);
            dither->green[place][value] =
                (uint8_t)(level(value, levels_green, x, y) * levels_blue);
            dither->blue[place][value] = level(value, levels_blue, x, y);
        }
    }
    return dither;
}

void cpicture_dither_free(cpicture_dither *dither) { free(dither); }

void cpicture_palette(int index, uint8_t rgb[3]) {
    rgb[0] = (uint8_t)(index / (levels_green * levels_blue) * 255 / (levels_red - 1));
    rgb[1] = (uint8_t)(index / levels_blue % levels_green * 255 / (levels_green - 1));
    rgb[2] = (uint8_t)(index % levels_blue * 255 / (levels_blue - 1));
}
