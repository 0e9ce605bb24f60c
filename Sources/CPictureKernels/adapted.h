#ifndef ADAPTED_H
#define ADAPTED_H

#include "CPictureKernels.h"

enum { adapted_count = 250 };

/* Chooses a palette for an RGBA picture and gives each pixel an index, its error spread over those
 * around it. Returns how many colours there are; 0 when there is no memory. */
int adapt(const uint8_t *pixels, int width, int height, uint8_t palette[][3], uint8_t *indices);

#endif
