// Compiles the rows of a file, the header that ROWS names, once for each
// instruction set; the names of one end in _portable, those of the other in _avx2.

#define TARGET
#define NAME(name) name##_portable
#define SHARE PORTABLE_SHARE
#define UPPER PORTABLE_UPPER
#include "plane_finish.h"
#include ROWS
#undef TARGET
#undef NAME
#undef SHARE
#undef UPPER

#if defined(__x86_64__)

#define TARGET __attribute__((target("avx2")))
#define NAME(name) name##_avx2
#define SHARE AVX2_SHARE
#define UPPER AVX2_UPPER
#include "plane_finish.h"
#include ROWS
#undef TARGET
#undef NAME
#undef SHARE
#undef UPPER

#endif

#undef ROWS
