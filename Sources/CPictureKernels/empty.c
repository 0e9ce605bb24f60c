#include "CPictureKernels.h"
