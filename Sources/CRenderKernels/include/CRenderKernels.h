#ifndef KINEMA_CRENDERKERNELS_H
#define KINEMA_CRENDERKERNELS_H

#include "plane.h"

#endif
