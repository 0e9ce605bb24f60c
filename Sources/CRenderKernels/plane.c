#include "include/plane.h"

#include <math.h>

#include "plane_codes.h"
#include "plane_texel.h"

// Pixels of a row, and rows, that share one choice of levels.
enum { TILE = 32, CHOICE_ROWS = 8 };

// What a tile is read from: a level through a filter, and `mix` 256ths of the
// next level.
typedef struct plane_choice {
    int32_t fine, filter, mix;
} plane_choice;

// Pixels of the source, side by side, that become one of the frame: the root of
// the mean over both axes.
static double reduction_at(const plane_job *job, const plane_pass *pass, double x, double y) {
    const double *m = pass->map;
    double swollen = 1;
    if (pass->swell != 0) {
        double width = job->frame.width / 2.0, height = job->frame.height / 2.0;
        double dx = x - width, dy = y - height;
        double squared = (dx * dx + dy * dy) / (width * width + height * height);
        double factor = (1 + pass->swell * squared) / (1 + pass->swell);
        // The mean of what it is along the radius and across it.
        swollen = (1 + 2 * pass->swell * squared) / (1 + pass->swell);
        x = width + dx * factor;
        y = height + dy * factor;
    }
    double depth = m[6] * x + m[7] * y + m[8];
    double u = (m[0] * x + m[1] * y + m[2]) / depth, v = (m[3] * x + m[4] * y + m[5]) / depth;
    double ux = (m[0] - u * m[6]) / depth, uy = (m[1] - u * m[7]) / depth;
    double vx = (m[3] - v * m[6]) / depth, vy = (m[4] - v * m[7]) / depth;
    return swollen * sqrt((ux * ux + uy * uy + vx * vx + vy * vy) / 2);
}

static plane_choice choose(const plane_job *job, const plane_pass *pass, double x, double y) {
    double reduction = reduction_at(job, pass, x, y);
    int32_t fine = 0;
    while (fine + 1 < job->level_count && reduction >= job->levels[fine + 1].reduction) { fine++; }
    double finer = job->levels[fine].reduction;
    plane_choice choice = {fine, 0, 0};
    if (reduction <= finer) { return choice; }
    if (fine + 1 < job->level_count) {
        // Only the last quarter of the way is shared, so that most of a frame is read once.
        double coarser = job->levels[fine + 1].reduction;
        double way = (reduction - finer) / (coarser - finer) * 4 - 3;
        choice.mix = way > 0 ? (int32_t)(way * 256 + 0.5) : 0;
        if (choice.mix == 256) { return (plane_choice){fine + 1, 0, 0}; }
    }
    double softness = (reduction / finer - 1) / (sqrt(2) - 1);
    choice.filter = (int32_t)((softness < 1 ? softness : 1) * (PLANE_FILTERS - 1) + 0.5);
    return choice;
}

// The places of a tile's pixels in a level: the first of the samples that a
// pixel is made from, counted from the start of the level, and its phases.
typedef struct plane_places {
    int32_t start[TILE], x[TILE], y[TILE];
} plane_places;

// One pixel in plain C: four rows to one, then four pixels to one.
static inline void sample_portable(
    const plane_level *level, const int16_t *filter, const plane_places *places, int32_t *out
) {
    for (int i = 0; i < TILE; i++) {
        const int16_t *wx = filter + places->x[i] * 4, *wy = filter + places->y[i] * 4;
        const uint16_t *p = level->pixels + places->start[i];
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

// The same from two by two pixels.
static inline void sample_small_portable(
    const plane_level *level, const plane_places *places, int32_t *out
) {
    const int32_t unit = PLANE_WEIGHT_SUM / PLANE_PHASES;
    for (int i = 0; i < TILE; i++) {
        const int32_t wx = places->x[i] * unit, wy = places->y[i] * unit;
        const int64_t next = level->stride * 4;
        const uint16_t *p = level->pixels + places->start[i] + next + 4;
        int32_t v[8];
        for (int c = 0; c < 8; c++) {
            int32_t sum = p[c] * (PLANE_WEIGHT_SUM - wy) + p[next + c] * wy;
            v[c] = (sum + PLANE_WEIGHT_SUM / 2) >> 14;
        }
        for (int c = 0; c < 4; c++) {
            out[i * 4 + c] = v[c] * (PLANE_WEIGHT_SUM - wx) + v[4 + c] * wx;
        }
    }
}

#if defined(__x86_64__)

// The same integers, a row of four pixels a register.
__attribute__((target("avx2"))) static inline void sample_avx2(
    const plane_level *level, const int16_t *filter, const plane_places *places, int32_t *out
) {
    const int64_t next = level->stride * 4;
    // How far the tile to the right reads from here, in samples: it is fetched
    // early, because a rolled frame follows no row that the processor would guess.
    const int64_t along = places->start[TILE - 1] - places->start[0];
    const intptr_t ahead = (intptr_t)(2 * next + along) * (intptr_t)sizeof(uint16_t);
    for (int i = 0; i < TILE; i++) {
        const int16_t *wx = filter + places->x[i] * 4, *wy = filter + places->y[i] * 4;
        const uint16_t *p = level->pixels + places->start[i];
        _mm_prefetch((const char *)((uintptr_t)p + (uintptr_t)ahead), _MM_HINT_T0);
        __m256i sums = plane_texel_avx2(p, next, wx, wy);
        __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        _mm_storeu_si128((__m128i *)(out + i * 4), sum);
    }
}

__attribute__((target("avx2"))) static inline void sample_small_avx2(
    const plane_level *level, const plane_places *places, int32_t *out
) {
    const uint32_t unit = PLANE_WEIGHT_SUM / PLANE_PHASES;
    const __m128i half = _mm_set1_epi32(PLANE_WEIGHT_SUM / 2);
    const int64_t next = level->stride * 4;
    for (int i = 0; i < TILE; i++) {
        uint32_t wx = (uint32_t)places->x[i] * unit, wy = (uint32_t)places->y[i] * unit;
        const uint16_t *p = level->pixels + places->start[i] + next + 4;
        __m128i r0 = _mm_loadu_si128((const __m128i *)p);
        __m128i r1 = _mm_loadu_si128((const __m128i *)(p + next));
        __m128i w = _mm_set1_epi32((int32_t)(wy << 16 | (PLANE_WEIGHT_SUM - wy)));
        __m128i low = _mm_madd_epi16(_mm_unpacklo_epi16(r0, r1), w);
        __m128i high = _mm_madd_epi16(_mm_unpackhi_epi16(r0, r1), w);
        low = _mm_srai_epi32(_mm_add_epi32(low, half), 14);
        high = _mm_slli_epi32(_mm_add_epi32(high, half), 2);
        __m128i pairs = _mm_blend_epi16(low, high, 0xAA);
        w = _mm_set1_epi32((int32_t)(wx << 16 | (PLANE_WEIGHT_SUM - wx)));
        _mm_storeu_si128((__m128i *)(out + i * 4), _mm_madd_epi16(pairs, w));
    }
}

#endif

#define ROWS "plane_rows.h"
#include "plane_sets.h"

void plane_render(const plane_job *job, int32_t first_row, int32_t end_row) {
#if defined(__x86_64__)
    if (!job->portable && __builtin_cpu_supports("avx2")) {
        return plane_avx2(job, first_row, end_row);
    }
#endif
    plane_portable(job, first_row, end_row);
}
