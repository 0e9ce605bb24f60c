#include "include/transfer.h"

#include <stdlib.h>

enum {
    CELL = TRANSFER_CELL,
    BLOCK = 2 * TRANSFER_CELL,
    STEPS = TRANSFER_STEPS,
    // What a vector that differs by a whole pixel from its neighbours must gain, in levels of
    // brightness summed over a block.
    STRANGENESS = 24,
    // How much worse the camera's own vector may fit, in 16ths of a level.
    FAVOUR = 24,
    // Rows of memory that a block may reach beyond a picture's edge.
    MARGIN = TRANSFER_PAD - 4,
};

typedef struct whole {
    int32_t x, y;
} whole;

static int32_t clamp(int32_t value, int32_t low, int32_t high) {
    return value < low ? low : value > high ? high : value;
}

static whole rounded(transfer_vector v) {
    return (whole){(v.x + STEPS / 2) >> 4, (v.y + STEPS / 2) >> 4};
}

// Keeps the block of a cell within the padding, which is more of the edge.
static whole inside(const transfer_level *to, int32_t left, int32_t top, whole v) {
    return (whole){
        clamp(v.x, -MARGIN - left, to->width + MARGIN - BLOCK - left),
        clamp(v.y, -MARGIN - top, to->height + MARGIN - BLOCK - top),
    };
}

static int32_t middle(int32_t a, int32_t b, int32_t c) {
    int32_t low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

// Where the camera's own motion puts the centre of a cell.
static transfer_vector camera_vector(const double *m, double x, double y) {
    double depth = m[6] * x + m[7] * y + m[8];
    double u = (m[0] * x + m[1] * y + m[2]) / depth - x, v = (m[3] * x + m[4] * y + m[5]) / depth - y;
    double limit = INT16_MAX / STEPS;
    u = u > -limit && u < limit ? u : 0;
    v = v > -limit && v < limit ? v : 0;
    return (transfer_vector){(int16_t)__builtin_lrint(u * STEPS), (int16_t)__builtin_lrint(v * STEPS), 0, 0};
}

static inline int32_t difference_portable(
    const uint8_t *a, int64_t a_stride, const uint8_t *b, int64_t b_stride
) {
    int32_t sum = 0;
    for (int32_t y = 0; y < BLOCK; y++, a += a_stride, b += b_stride) {
        for (int32_t x = 0; x < BLOCK; x++) { sum += abs(a[x] - b[x]); }
    }
    return sum;
}

#define TARGET
#define NAME(name) name##_portable
#include "transfer_search_rows.h"
#undef TARGET
#undef NAME

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))

TARGET static inline __m256i two_rows(const uint8_t *p, int64_t stride) {
    __m128i above = _mm_loadu_si128((const __m128i *)p);
    return _mm256_inserti128_si256(
        _mm256_castsi128_si256(above), _mm_loadu_si128((const __m128i *)(p + stride)), 1
    );
}

TARGET static inline int32_t difference_avx2(
    const uint8_t *a, int64_t a_stride, const uint8_t *b, int64_t b_stride
) {
    __m256i sum = _mm256_setzero_si256();
    for (int32_t y = 0; y < BLOCK; y += 2, a += 2 * a_stride, b += 2 * b_stride) {
        sum = _mm256_add_epi32(sum, _mm256_sad_epu8(two_rows(a, a_stride), two_rows(b, b_stride)));
    }
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    return _mm_cvtsi128_si32(half) + _mm_extract_epi32(half, 2);
}

#define NAME(name) name##_avx2
#include "transfer_search_rows.h"
#undef TARGET
#undef NAME
#endif

void transfer_search_band(const transfer_search *search, int32_t band) {
#if defined(__x86_64__)
    if (!search->portable && __builtin_cpu_supports("avx2")) {
        band_avx2(search, band);
        return;
    }
#endif
    band_portable(search, band);
}

void transfer_choose(const transfer_between *between, int32_t first_row, int32_t end_row) {
#if defined(__x86_64__)
    if (!between->portable && __builtin_cpu_supports("avx2")) {
        choose_avx2(between, first_row, end_row);
        return;
    }
#endif
    choose_portable(between, first_row, end_row);
}

static int32_t is_astray(
    const transfer_vector *field, const transfer_vector *back, int32_t columns, int32_t rows,
    int32_t column, int32_t row
) {
    const int32_t side = CELL * STEPS;
    transfer_vector v = field[row * columns + column];
    int32_t x = column * side + side / 2 + v.x, y = row * side + side / 2 + v.y;
    if (x < 0 || y < 0 || x >= columns * side || y >= rows * side) { return 0; }
    transfer_vector other = back[y / side * columns + x / side];
    return abs(other.x + v.x) > 2 * STEPS || abs(other.y + v.y) > 2 * STEPS;
}

transfer_tally transfer_count(
    const transfer_vector *field, const transfer_vector *back, int32_t columns, int32_t rows,
    int32_t bad, int32_t poor
) {
    transfer_tally tally = {0, 0, 0};
    for (int32_t row = 0; row < rows; row++) {
        for (int32_t column = 0; column < columns; column++) {
            int32_t error = field[row * columns + column].error;
            tally.bad += error > bad;
            tally.poor += error > poor;
            tally.astray += is_astray(field, back, columns, rows, column, row);
        }
    }
    return tally;
}
