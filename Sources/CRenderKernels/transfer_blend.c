#include "include/transfer.h"

// The loops below are made anew for every kind of plane, with its numbers known.
#define ALWAYS static inline __attribute__((always_inline))

enum {
    STEPS = TRANSFER_STEPS,
    TAPS = 6,
    // Numbers of a tile, and the rows it is filtered from.
    TILE = TRANSFER_CELL * TRANSFER_CELL * 4,
    ROWS = TRANSFER_CELL + TAPS - 1,
    // Pixels that are read of each row: what a tile is filtered from, and a few more.
    LOAD = 16,
    // Vectors that differ by less, in 16ths of a pixel, are as good as one.
    ALIKE = 3,
    ALIKE_SHARE = 16,
};

// Lanczos over six pixels for each 16th of a pixel, as 32768ths whose sum is whole.
static const int16_t filters[STEPS][TAPS] = {
    {0, 0, 32767, 0, 0, 0},
    {380, -1544, 32542, 1839, -464, 15},
    {670, -2785, 31873, 3953, -1003, 60},
    {871, -3723, 30767, 6314, -1598, 137},
    {987, -4367, 29254, 8880, -2228, 242},
    {1025, -4734, 27371, 11600, -2864, 370},
    {998, -4850, 25166, 14412, -3472, 514},
    {919, -4743, 22697, 17248, -4015, 662},
    {801, -4452, 20035, 20035, -4452, 801},
    {662, -4015, 17248, 22697, -4743, 919},
    {514, -3472, 14412, 25166, -4850, 998},
    {370, -2864, 11600, 27371, -4734, 1025},
    {242, -2228, 8880, 29254, -4367, 987},
    {137, -1598, 6314, 30767, -3723, 871},
    {60, -1003, 3953, 31873, -2785, 670},
    {15, -464, 1839, 32542, -1544, 380},
};

// A raised cosine: each sixteenth of it and the one half its length on add up to 16.
static const uint8_t windows[2][2 * TRANSFER_CELL] = {
    {1, 5, 11, 15, 15, 11, 5, 1},
    {0, 1, 4, 6, 10, 12, 15, 16, 16, 15, 12, 10, 6, 4, 1, 0},
};

static int32_t clamp(int32_t value, int32_t low, int32_t high) {
    return value < low ? low : value > high ? high : value;
}

// A plane that is read around its pixels.
typedef struct plane {
    const uint8_t *pixels;
    ptrdiff_t stride;
    int32_t width, height, step;
} plane;

// Copies a rectangle, repeating the plane's edge around it.
static void gather(
    const plane *p, int32_t left, int32_t top, int32_t width, int32_t height, uint8_t *out
) {
    for (int32_t y = 0; y < height; y++) {
        const uint8_t *row = p->pixels + clamp(top + y, 0, p->height - 1) * p->stride;
        for (int32_t x = 0; x < width; x++) {
            const uint8_t *pixel = row + clamp(left + x, 0, p->width - 1) * p->step;
            for (int32_t k = 0; k < p->step; k++) { *out++ = pixel[k]; }
        }
    }
}

// The four cells whose windows lie over a tile, from the upper left.
static void find_around(
    const transfer_blend *b, int32_t column, int32_t row, transfer_choice *around
) {
    for (int32_t k = 0; k < 4; k++) {
        int32_t x = clamp(column - 1 + (k & 1), 0, b->columns - 1);
        int32_t y = clamp(row - 1 + (k >> 1), 0, b->rows - 1);
        around[k] = b->choices[y * b->columns + x];
    }
}

// Whether one vector does for all four; then writes it.
static int32_t is_alike(const transfer_choice *around, transfer_choice *mean) {
    int32_t x = around[0].x, y = around[0].y, share = around[0].later;
    for (int32_t k = 1; k < 4; k++) {
        int32_t dx = around[k].x - around[0].x, dy = around[k].y - around[0].y;
        int32_t change = around[k].later - around[0].later;
        if (dx <= -ALIKE || dx >= ALIKE || dy <= -ALIKE || dy >= ALIKE) { return 0; }
        if (change <= -ALIKE_SHARE || change >= ALIKE_SHARE) { return 0; }
        x += around[k].x;
        y += around[k].y;
        share += around[k].later;
    }
    share = (share + 2) >> 2;
    *mean = (transfer_choice){
        (int16_t)((x + 2) >> 2), (int16_t)((y + 2) >> 2), (int16_t)(256 - share), (int16_t)share};
    return 1;
}

// A number's share in 32768ths, rounded.
static inline int16_t part(int16_t value, int16_t share) {
    return (int16_t)((value * share + 0x4000) >> 15);
}

// Filters a row of bytes, whose pixels are `step` apart, into `count` 64ths of a level.
ALWAYS void filter_across_portable(
    const uint8_t *in, int32_t step, const int16_t *taps, int32_t count, int16_t *out
) {
    for (int32_t i = 0; i < count; i++) {
        int16_t sum = 0;
        for (int32_t k = 0; k < TAPS; k++) {
            sum = (int16_t)(sum + part((int16_t)(in[i + k * step] << 6), taps[k]));
        }
        out[i] = sum;
    }
}

// Filters rows of `count` numbers that follow each other into one.
ALWAYS void filter_down_portable(
    const int16_t *in, const int16_t *taps, int32_t count, int16_t *out
) {
    for (int32_t i = 0; i < count; i++) {
        int16_t sum = 0;
        for (int32_t k = 0; k < TAPS; k++) { sum = (int16_t)(sum + part(in[i + k * count], taps[k])); }
        out[i] = sum;
    }
}

#define TARGET
#define NAME(name) name##_portable
#include "transfer_blend_rows.h"
#undef TARGET
#undef NAME

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))

TARGET ALWAYS __m128i weighed(__m128i sum, __m128i numbers, const int16_t *taps, int32_t k) {
    return _mm_add_epi16(sum, _mm_mulhrs_epi16(numbers, _mm_set1_epi16(taps[k])));
}

// The same with eight numbers, or sixteen, at a time; up to seven too many are written.
TARGET ALWAYS void filter_across_avx2(
    const uint8_t *in, int32_t step, const int16_t *taps, int32_t count, int16_t *out
) {
    if (step == 1) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)in);
        __m128i low = _mm_slli_epi16(_mm_cvtepu8_epi16(bytes), 6);
        __m128i high = _mm_slli_epi16(_mm_cvtepu8_epi16(_mm_srli_si128(bytes, 8)), 6);
        __m128i sum = weighed(_mm_setzero_si128(), low, taps, 0);
        sum = weighed(sum, _mm_alignr_epi8(high, low, 2), taps, 1);
        sum = weighed(sum, _mm_alignr_epi8(high, low, 4), taps, 2);
        sum = weighed(sum, _mm_alignr_epi8(high, low, 6), taps, 3);
        sum = weighed(sum, _mm_alignr_epi8(high, low, 8), taps, 4);
        sum = weighed(sum, _mm_alignr_epi8(high, low, 10), taps, 5);
        _mm_storeu_si128((__m128i *)out, sum);
        return;
    }
    for (int32_t i = 0; i < count; i += 16) {
        __m256i sum = _mm256_setzero_si256();
        for (int32_t k = 0; k < TAPS; k++) {
            __m128i bytes = _mm_loadu_si128((const __m128i *)(in + i + k * step));
            __m256i numbers = _mm256_slli_epi16(_mm256_cvtepu8_epi16(bytes), 6);
            __m256i weighted = _mm256_mulhrs_epi16(numbers, _mm256_set1_epi16(taps[k]));
            sum = _mm256_add_epi16(sum, weighted);
        }
        _mm256_storeu_si256((__m256i *)(out + i), sum);
    }
}

TARGET ALWAYS void filter_down_avx2(
    const int16_t *in, const int16_t *taps, int32_t count, int16_t *out
) {
    for (int32_t i = 0; i < count; i += 8) {
        __m128i sum = _mm_setzero_si128();
        for (int32_t k = 0; k < TAPS; k++) {
            __m128i numbers = _mm_loadu_si128((const __m128i *)(in + i + k * count));
            sum = weighed(sum, numbers, taps, k);
        }
        _mm_storeu_si128((__m128i *)(out + i), sum);
    }
}

#define NAME(name) name##_avx2
#include "transfer_blend_rows.h"
#undef TARGET
#undef NAME
#endif

void transfer_blend_tiles(const transfer_blend *blend, int32_t row) {
#if defined(__x86_64__)
    if (!blend->portable && __builtin_cpu_supports("avx2")) {
        tiles_avx2(blend, row);
        return;
    }
#endif
    tiles_portable(blend, row);
}

void transfer_mix(
    const uint8_t *earlier, const uint8_t *later, int32_t count, int32_t share, uint8_t *result
) {
    for (int32_t i = 0; i < count; i++) {
        result[i] = (uint8_t)((earlier[i] * (256 - share) + later[i] * share + 128) >> 8);
    }
}
