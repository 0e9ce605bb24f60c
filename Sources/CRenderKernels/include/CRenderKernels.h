/* The pixel kernels of the room Rendering: the camera over a picture, and the sketch. */
#ifndef CRENDERKERNELS_H
#define CRENDERKERNELS_H

#include "depth.h"
#include "grade.h"
#include "look.h"
#include "parallax.h"
#include "plane.h"
#include "plane_scale.h"
#include "sketch.h"
#include "sketch_places.h"
#include "sketch_styles.h"
#include "transfer.h"
#include "upscale.h"

#endif
