/* The pixel kernels of the room Rendering: the camera over a picture, and the sketch. */
#ifndef CRENDERKERNELS_H
#define CRENDERKERNELS_H

#include "plane.h"
#include "sketch.h"

#endif
