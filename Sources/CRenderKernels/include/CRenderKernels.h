#include "sketch.h"
