#include "include/plane.h"

#include <math.h>

// Pixels of a row that share one choice of levels.
enum { TILE = 32 };
// Rows that are rendered together, so that what they read is still in the cache.
enum { BLOCK = 16 };

// Thresholds of an ordered dither, in 256ths of a step.
static const uint8_t dither[8][8] = {
    {2, 130, 34, 162, 10, 138, 42, 170},   {194, 66, 226, 98, 202, 74, 234, 106},
    {50, 178, 18, 146, 58, 186, 26, 154},  {242, 114, 210, 82, 250, 122, 218, 90},
    {14, 142, 46, 174, 6, 134, 38, 166},   {206, 78, 238, 110, 198, 70, 230, 102},
    {62, 190, 30, 158, 54, 182, 22, 150},  {254, 126, 222, 94, 246, 118, 214, 86},
};

// What a tile is read from: a level through a filter, and `mix` 256ths of the
// next level.
typedef struct plane_choice {
    int32_t fine, filter, mix;
} plane_choice;

// Pixels of the source, side by side, that become one of the frame: the root of
// the mean over both axes.
static double reduction_at(const double *m, double x, double y) {
    double depth = m[6] * x + m[7] * y + m[8];
    double u = (m[0] * x + m[1] * y + m[2]) / depth, v = (m[3] * x + m[4] * y + m[5]) / depth;
    double ux = (m[0] - u * m[6]) / depth, uy = (m[1] - u * m[7]) / depth;
    double vx = (m[3] - v * m[6]) / depth, vy = (m[4] - v * m[7]) / depth;
    return sqrt((ux * ux + uy * uy + vx * vx + vy * vy) / 2);
}

static plane_choice choose(const plane_job *job, double x, double y) {
    double reduction = reduction_at(job->map, x, y);
    int32_t fine = 0;
    while (fine + 1 < job->level_count && reduction >= job->levels[fine + 1].reduction) { fine++; }
    double finer = job->levels[fine].reduction;
    plane_choice choice = {fine, 0, 0};
    if (reduction <= finer) { return choice; }
    if (fine + 1 < job->level_count) {
        double coarser = job->levels[fine + 1].reduction;
        choice.mix = (int32_t)((reduction - finer) / (coarser - finer) * 256 + 0.5);
        if (choice.mix == 256) { return (plane_choice){fine + 1, 0, 0}; }
    }
    double softness = (reduction / finer - 1) / (sqrt(2) - 1);
    choice.filter = (int32_t)((softness < 1 ? softness : 1) * (PLANE_FILTERS - 1) + 0.5);
    return choice;
}

// The places of a tile's pixels in a level: whole pixels of the padded level
// and phases, in one number.
typedef struct plane_places {
    int32_t x[TILE], y[TILE];
} plane_places;

// One pixel in plain C: four rows to one, then four pixels to one.
static inline void sample_portable(
    const plane_level *level, const int16_t *filter, const plane_places *places, int32_t *out
) {
    for (int i = 0; i < TILE; i++) {
        const int16_t *wx = filter + (places->x[i] % PLANE_PHASES) * 4;
        const int16_t *wy = filter + (places->y[i] % PLANE_PHASES) * 4;
        int64_t row = places->y[i] / PLANE_PHASES - 1, column = places->x[i] / PLANE_PHASES - 1;
        const uint16_t *p = level->pixels + (row * level->stride + column) * 4;
        int64_t next = level->stride * 4;
        int32_t v[16];
        for (int c = 0; c < 16; c++) {
            int32_t sum = p[c] * wy[0] + p[next + c] * wy[1] + p[2 * next + c] * wy[2]
                + p[3 * next + c] * wy[3];
            v[c] = (sum + PLANE_WEIGHT_SUM / 2) >> 14;
        }
        for (int c = 0; c < 4; c++) {
            out[i * 4 + c] = v[c] * wx[0] + v[4 + c] * wx[1] + v[8 + c] * wx[2] + v[12 + c] * wx[3];
        }
    }
}

#define TARGET
#define NAME(name) name##_portable
#include "plane_rows.h"
#undef TARGET
#undef NAME

#if defined(__x86_64__)

#include <immintrin.h>

// The same integers, a row of four pixels a register.
__attribute__((target("avx2"))) static inline void sample_avx2(
    const plane_level *level, const int16_t *filter, const plane_places *places, int32_t *out
) {
    const __m256i half = _mm256_set1_epi32(PLANE_WEIGHT_SUM / 2);
    const __m256i spread = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
    const int64_t next = level->stride * 4;
    // How far the tile to the right reads from here, in samples: it is fetched
    // early, because a rolled frame follows no row that the processor would guess.
    const int64_t down = (places->y[TILE - 1] - places->y[0]) / PLANE_PHASES;
    const int64_t across = (places->x[TILE - 1] - places->x[0]) / PLANE_PHASES;
    const intptr_t ahead = (intptr_t)((down + 2) * next + across * 4) * (intptr_t)sizeof(uint16_t);
    for (int i = 0; i < TILE; i++) {
        const int16_t *wx = filter + ((uint32_t)places->x[i] % PLANE_PHASES) * 4;
        const int16_t *wy = filter + ((uint32_t)places->y[i] % PLANE_PHASES) * 4;
        int64_t row = ((uint32_t)places->y[i] / PLANE_PHASES) - 1;
        int64_t column = ((uint32_t)places->x[i] / PLANE_PHASES) - 1;
        const uint16_t *p = level->pixels + (row * level->stride + column) * 4;
        _mm_prefetch((const char *)((uintptr_t)p + (uintptr_t)ahead), _MM_HINT_T0);
        int32_t wy01, wy23;
        int64_t wx0123;
        __builtin_memcpy(&wy01, wy, 4);
        __builtin_memcpy(&wy23, wy + 2, 4);
        __builtin_memcpy(&wx0123, wx, 8);
        __m256i r0 = _mm256_loadu_si256((const __m256i *)p);
        __m256i r1 = _mm256_loadu_si256((const __m256i *)(p + next));
        __m256i r2 = _mm256_loadu_si256((const __m256i *)(p + 2 * next));
        __m256i r3 = _mm256_loadu_si256((const __m256i *)(p + 3 * next));
        __m256i w01 = _mm256_set1_epi32(wy01), w23 = _mm256_set1_epi32(wy23);
        // The low halves are pixels 0 and 2, the high halves pixels 1 and 3.
        __m256i low = _mm256_add_epi32(
            _mm256_madd_epi16(_mm256_unpacklo_epi16(r0, r1), w01),
            _mm256_madd_epi16(_mm256_unpacklo_epi16(r2, r3), w23)
        );
        __m256i high = _mm256_add_epi32(
            _mm256_madd_epi16(_mm256_unpackhi_epi16(r0, r1), w01),
            _mm256_madd_epi16(_mm256_unpackhi_epi16(r2, r3), w23)
        );
        low = _mm256_srai_epi32(_mm256_add_epi32(low, half), 14);
        high = _mm256_slli_epi32(_mm256_add_epi32(high, half), 2);
        // Each 32 bits now hold a channel of pixels 0 and 1, or 2 and 3.
        __m256i pairs = _mm256_blend_epi16(low, high, 0xAA);
        __m256i w = _mm256_permutevar8x32_epi32(_mm256_set1_epi64x(wx0123), spread);
        __m256i sums = _mm256_madd_epi16(pairs, w);
        __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        _mm_storeu_si128((__m128i *)(out + i * 4), sum);
    }
}

#define TARGET __attribute__((target("avx2")))
#define NAME(name) name##_avx2
#include "plane_rows.h"
#undef TARGET
#undef NAME

static int has_avx2(const plane_job *job) {
    return !job->portable && __builtin_cpu_supports("avx2");
}

#endif

void plane_render_rgba(const plane_job *job, int32_t first_row, int32_t end_row) {
#if defined(__x86_64__)
    if (has_avx2(job)) { return rgba_avx2(job, first_row, end_row); }
#endif
    rgba_portable(job, first_row, end_row);
}

void plane_render_yuv(const plane_job *job, int32_t first_row, int32_t end_row) {
#if defined(__x86_64__)
    if (has_avx2(job)) { return yuv_avx2(job, first_row, end_row); }
#endif
    yuv_portable(job, first_row, end_row);
}
