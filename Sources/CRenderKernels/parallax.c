#include "parallax_frame.h"

// How eight numbers are handed over differs with the instruction set; all that do
// so are static, and call only those compiled for the same one.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float pixel __attribute__((vector_size(16)));
typedef float floats __attribute__((vector_size(32)));
typedef int32_t ints __attribute__((vector_size(32)));
typedef uint32_t marks __attribute__((vector_size(32)));

static inline ints gather_portable(const uint32_t *from, ints at) {
    ints out;
    for (int i = 0; i < 8; i++) { out[i] = (int32_t)from[at[i]]; }
    return out;
}

static inline uint32_t bits_portable(ints mask) {
    uint32_t bits = 0;
    for (int i = 0; i < 8; i++) { bits |= (uint32_t)(mask[i] < 0) << i; }
    return bits;
}

static inline uint16_t level(int32_t sum) {
    sum = (sum + PLANE_WEIGHT_SUM / 2) >> 14;
    sum = sum > 0 ? sum : 0;
    return (uint16_t)(sum < PLANE_WHITE ? sum : PLANE_WHITE);
}

// One pixel in plain C: four rows to one, then four pixels to one.
static inline uint64_t texel_portable(
    const uint16_t *light, int64_t stride, const int16_t *filter, int32_t x, int32_t y
) {
    const int16_t *wx = filter + (x % PLANE_PHASES) * 4, *wy = filter + (y % PLANE_PHASES) * 4;
    const uint16_t *p = light + ((y / PLANE_PHASES - 1) * stride + x / PLANE_PHASES - 1) * 4;
    const int64_t next = stride * 4;
    int32_t v[16];
    for (int c = 0; c < 16; c++) {
        int32_t sum = p[c] * wy[0] + p[next + c] * wy[1] + p[2 * next + c] * wy[2]
            + p[3 * next + c] * wy[3];
        v[c] = (sum + PLANE_WEIGHT_SUM / 2) >> 14;
    }
    uint64_t texel = 0;
    for (int c = 0; c < 4; c++) {
        int32_t sum = v[c] * wx[0] + v[4 + c] * wx[1] + v[8 + c] * wx[2] + v[12 + c] * wx[3];
        texel |= (uint64_t)level(sum) << (16 * c);
    }
    return texel;
}

// The same between two by two pixels.
static inline uint64_t texel_linear_portable(
    const uint16_t *light, int64_t stride, int32_t x, int32_t y
) {
    const int32_t step = PLANE_WEIGHT_SUM / PLANE_PHASES;
    int32_t right = x % PLANE_PHASES * step, down = y % PLANE_PHASES * step;
    const uint16_t *p = light + (y / PLANE_PHASES * stride + x / PLANE_PHASES) * 4;
    const uint16_t *q = p + stride * 4;
    int32_t v[8];
    for (int c = 0; c < 8; c++) {
        int32_t sum = p[c] * (PLANE_WEIGHT_SUM - down) + q[c] * down;
        v[c] = (sum + PLANE_WEIGHT_SUM / 2) >> 14;
    }
    uint64_t texel = 0;
    for (int c = 0; c < 4; c++) {
        int32_t sum = v[c] * (PLANE_WEIGHT_SUM - right) + v[4 + c] * right;
        texel |= (uint64_t)level(sum) << (16 * c);
    }
    return texel;
}

#define TARGET
#define NAME(name) name##_portable
#include "parallax_rows.h"
#undef TARGET
#undef NAME

#if defined(__x86_64__)

#include "plane_texel.h"

#define TARGET __attribute__((target("avx2")))

TARGET static inline ints gather_avx2(const uint32_t *from, ints at) {
    return (ints)_mm256_i32gather_epi32((const int *)from, (__m256i)at, 4);
}

TARGET static inline uint32_t bits_avx2(ints mask) {
    return (uint32_t)_mm256_movemask_ps((__m256)mask);
}

TARGET static inline uint64_t levels(__m256i sums) {
    __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    sum = _mm_srai_epi32(_mm_add_epi32(sum, _mm_set1_epi32(PLANE_WEIGHT_SUM / 2)), 14);
    sum = _mm_min_epu16(_mm_packus_epi32(sum, sum), _mm_set1_epi16(PLANE_WHITE));
    return (uint64_t)_mm_cvtsi128_si64(sum);
}

// The same integers, a row of four pixels a register.
TARGET static inline uint64_t texel_avx2(
    const uint16_t *light, int64_t stride, const int16_t *filter, int32_t x, int32_t y
) {
    const int16_t *wx = filter + ((uint32_t)x % PLANE_PHASES) * 4;
    const int16_t *wy = filter + ((uint32_t)y % PLANE_PHASES) * 4;
    int64_t row = (int64_t)((uint32_t)y / PLANE_PHASES) - 1;
    int64_t column = (int64_t)((uint32_t)x / PLANE_PHASES) - 1, next = stride * 4;
    const uint16_t *p = light + (row * stride + column) * 4;
    return levels(plane_texel_avx2(p, next, wx, wy));
}

TARGET static inline uint64_t texel_linear_avx2(
    const uint16_t *light, int64_t stride, int32_t x, int32_t y
) {
    const int32_t step = PLANE_WEIGHT_SUM / PLANE_PHASES;
    int32_t right = (int32_t)((uint32_t)x % PLANE_PHASES) * step;
    int32_t down = (int32_t)((uint32_t)y % PLANE_PHASES) * step;
    const uint16_t *p = light
        + ((int64_t)((uint32_t)y / PLANE_PHASES) * stride + (uint32_t)x / PLANE_PHASES) * 4;
    __m128i upper = _mm_loadu_si128((const __m128i *)p);
    __m128i lower = _mm_loadu_si128((const __m128i *)(p + stride * 4));
    __m128i wy = _mm_set1_epi32((PLANE_WEIGHT_SUM - down) | down << 16);
    __m128i wx = _mm_set1_epi32((PLANE_WEIGHT_SUM - right) | right << 16);
    __m128i half = _mm_set1_epi32(PLANE_WEIGHT_SUM / 2);
    __m128i left = _mm_madd_epi16(_mm_unpacklo_epi16(upper, lower), wy);
    __m128i next = _mm_madd_epi16(_mm_unpackhi_epi16(upper, lower), wy);
    left = _mm_srai_epi32(_mm_add_epi32(left, half), 14);
    next = _mm_slli_epi32(_mm_add_epi32(next, half), 2);
    __m128i sum = _mm_madd_epi16(_mm_blend_epi16(left, next, 0xAA), wx);
    sum = _mm_srai_epi32(_mm_add_epi32(sum, half), 14);
    sum = _mm_min_epu16(_mm_packus_epi32(sum, sum), _mm_set1_epi16(PLANE_WHITE));
    return (uint64_t)_mm_cvtsi128_si64(sum);
}

#define NAME(name) name##_avx2
#include "parallax_rows.h"
#undef TARGET
#undef NAME

static int has_avx2(const parallax_job *job) {
    return !job->portable && __builtin_cpu_supports("avx2");
}

#endif

int64_t parallax_grid_count(int32_t width, int32_t height) {
    return (int64_t)cell_columns(width) * (cell_rows(height) + 1);
}

static frame_view fold(const parallax_view *view) {
    frame_view folded;
    for (int i = 0; i < 9; i++) { folded.ray[i] = (float)view->ray[i]; }
    double parts[2] = {view->far, (view->near - view->far) / PARALLAX_NEAREST};
    for (int k = 0; k < 2; k++) {
        folded.shift[k][0] = (float)(view->shift[0] * parts[k]);
        folded.shift[k][1] = (float)(view->shift[1] * parts[k]);
        folded.pull[k] = (float)(view->shift[2] * parts[k]);
    }
    return folded;
}

void parallax_settle(const parallax_job *job, int32_t first_row, int32_t end_row) {
    const frame_view view = fold(&job->view);
#if defined(__x86_64__)
    if (has_avx2(job)) { return settle_avx2(job, &view, first_row, end_row); }
#endif
    settle_portable(job, &view, first_row, end_row);
}

void parallax_render(const parallax_job *job, int32_t first_row, int32_t end_row) {
    const frame_view view = fold(&job->view);
#if defined(__x86_64__)
    if (has_avx2(job)) { return render_avx2(job, &view, first_row, end_row); }
#endif
    render_portable(job, &view, first_row, end_row);
}
