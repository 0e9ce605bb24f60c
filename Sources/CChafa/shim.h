/* One header for the module; chafa's own are importable as they are. */
#ifndef CCHAFA_SHIM_H
#define CCHAFA_SHIM_H

#include <chafa.h>

#endif
