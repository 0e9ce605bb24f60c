// What the kernels share whose frames come from light: a tile of codes.
#ifndef KINEMA_PLANE_TILE_H
#define KINEMA_PLANE_TILE_H

#include "include/plane.h"

enum {
    LANES = 16,
    FINISH_WIDTH = 128,
    // What the width of every tile but the last of a row is a multiple of.
    FINISH_LEAST = 32,
};

// Sixteen numbers that are worked on at once, and such a vector at any address.
typedef int16_t lanes __attribute__((vector_size(32)));
typedef int16_t loose_lanes __attribute__((vector_size(32), aligned(2)));
typedef uint16_t code_lanes __attribute__((vector_size(32)));
typedef uint16_t loose_code_lanes __attribute__((vector_size(32), aligned(2)));
typedef uint8_t byte_lanes __attribute__((vector_size(16)));
typedef uint8_t loose_byte_lanes __attribute__((vector_size(16), aligned(1)));
typedef int32_t wide_lanes __attribute__((vector_size(64)));
typedef uint32_t wide_code_lanes __attribute__((vector_size(64)));

// A part of a frame, as light and then as sRGB in 256ths of an 8 bit step: R, G
// and B, a column of sixteen rows after the other. Rows beyond the last of the
// frame repeat it.
typedef struct finish_tile {
    // From the column to the left of the tile, which belongs to its neighbour, to
    // the one to the right. Finishing a tile leaves its own last column for the next.
    _Alignas(64) uint16_t columns[3][1 + FINISH_WIDTH + 1][LANES];
    int32_t left, top, count, rows;
} finish_tile;

// The product of two vectors in 32768ths, rounded, and the upper half of one, in plain C.
#define PORTABLE_SHARE(a, b)                                                                       \
    __builtin_convertvector(                                                                       \
        (__builtin_convertvector(a, wide_lanes) * __builtin_convertvector(b, wide_lanes) + 16384)  \
            >> 15,                                                                                 \
        lanes                                                                                      \
    )
#define PORTABLE_UPPER(a, b)                                                                       \
    __builtin_convertvector(                                                                       \
        (__builtin_convertvector(a, wide_code_lanes) * __builtin_convertvector(b, wide_code_lanes)) \
            >> 16,                                                                                 \
        code_lanes                                                                                 \
    )

#if defined(__x86_64__)
#include <immintrin.h>

// The same, an instruction each.
#define AVX2_SHARE(a, b) (lanes) _mm256_mulhrs_epi16((__m256i)(a), (__m256i)(b))
#define AVX2_UPPER(a, b) (code_lanes) _mm256_mulhi_epu16((__m256i)(a), (__m256i)(b))
#endif

#endif
