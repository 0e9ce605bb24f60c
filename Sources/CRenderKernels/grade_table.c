#include "include/grade.h"

// Weights of the four points sum to this.
enum { WEIGHT_BITS = 14, WEIGHT_SUM = 1 << WEIGHT_BITS };
// Places between two points are told in this many bits.
enum { PLACE_BITS = 24 };

int64_t grade_table_padding(int32_t size) { return (int64_t)size * size + size + 1; }

// Steps of an input for one of the table; rounded down, so that white stays inside.
static uint32_t place_step(int32_t size) {
    return (uint32_t)(((uint64_t)(size - 1) << PLACE_BITS) / GRADE_IN_WHITE);
}

static void tile_portable(
    const grade_table *table, const int32_t *r, const int32_t *g, const int32_t *b, int32_t count,
    uint16_t *out
) {
    const uint32_t step = place_step(table->size);
    const int32_t row = table->size, sheet = table->size * table->size;
    const int32_t all = 1 + row + sheet;
    for (int32_t i = 0; i < count; i++) {
        uint32_t pr = (uint32_t)r[i] * step, pg = (uint32_t)g[i] * step, pb = (uint32_t)b[i] * step;
        int32_t base = (int32_t)(pr >> PLACE_BITS) + (int32_t)(pg >> PLACE_BITS) * row
            + (int32_t)(pb >> PLACE_BITS) * sheet;
        int32_t fr = (int32_t)((pr & 0xFFFFFF) >> (PLACE_BITS - WEIGHT_BITS));
        int32_t fg = (int32_t)((pg & 0xFFFFFF) >> (PLACE_BITS - WEIGHT_BITS));
        int32_t fb = (int32_t)((pb & 0xFFFFFF) >> (PLACE_BITS - WEIGHT_BITS));
        int32_t top = fr > fg ? fr : fg, low = fr < fg ? fr : fg;
        top = top > fb ? top : fb;
        low = low < fb ? low : fb;
        int32_t middle = fr + fg + fb - top - low;
        // From black the way goes first along the longest side and last along the shortest.
        int32_t first = top == fr ? 1 : top == fg ? row : sheet;
        int32_t last = low == fb ? sheet : low == fg ? row : 1;
        const int16_t *p0 = table->points + (int64_t)base * 4;
        const int16_t *p1 = table->points + (int64_t)(base + first) * 4;
        const int16_t *p2 = table->points + (int64_t)(base + all - last) * 4;
        const int16_t *p3 = table->points + (int64_t)(base + all) * 4;
        int32_t w0 = WEIGHT_SUM - top, w1 = top - middle, w2 = middle - low, w3 = low;
        for (int c = 0; c < 4; c++) {
            int32_t sum = p0[c] * w0 + p1[c] * w1 + p2[c] * w2 + p3[c] * w3;
            out[i * 4 + c] = (uint16_t)((sum + WEIGHT_SUM / 2) >> WEIGHT_BITS);
        }
    }
}

#if defined(__x86_64__)

#include <immintrin.h>

// Four times 16 bits, at a place in bytes.
__attribute__((target("avx2"))) static inline __m128i point(const int16_t *points, uint64_t place) {
    return _mm_loadl_epi64((const __m128i *)((const char *)points + place));
}

// Two colours: the four points of each, weighed. Places are told in pairs of 32
// bits, `near` holds the weights of the first two points and `far` of the others.
__attribute__((target("avx2"))) static inline __m128i weigh(
    const int16_t *points, const uint64_t *places, __m128i near0, __m128i far0, __m128i near1,
    __m128i far1
) {
    const __m128i half = _mm_set1_epi32(WEIGHT_SUM / 2);
    const uint64_t p0 = places[0], p1 = places[4], p2 = places[8], p3 = places[12];
    __m128i a = _mm_unpacklo_epi16(point(points, (uint32_t)p0), point(points, (uint32_t)p1));
    __m128i b = _mm_unpacklo_epi16(point(points, (uint32_t)p2), point(points, (uint32_t)p3));
    __m128i c = _mm_unpacklo_epi16(point(points, p0 >> 32), point(points, p1 >> 32));
    __m128i d = _mm_unpacklo_epi16(point(points, p2 >> 32), point(points, p3 >> 32));
    __m128i x = _mm_add_epi32(_mm_madd_epi16(a, near0), _mm_madd_epi16(b, far0));
    __m128i y = _mm_add_epi32(_mm_madd_epi16(c, near1), _mm_madd_epi16(d, far1));
    x = _mm_srai_epi32(_mm_add_epi32(x, half), WEIGHT_BITS);
    y = _mm_srai_epi32(_mm_add_epi32(y, half), WEIGHT_BITS);
    return _mm_packs_epi32(x, y);
}

// Four colours of half a register of weights.
__attribute__((target("avx2"))) static inline void weigh_four(
    const int16_t *points, const uint64_t *places, __m128i near, __m128i far, uint16_t *out
) {
    __m128i a = weigh(
        points, places, _mm_shuffle_epi32(near, 0x00), _mm_shuffle_epi32(far, 0x00),
        _mm_shuffle_epi32(near, 0x55), _mm_shuffle_epi32(far, 0x55)
    );
    __m128i b = weigh(
        points, places + 1, _mm_shuffle_epi32(near, 0xAA), _mm_shuffle_epi32(far, 0xAA),
        _mm_shuffle_epi32(near, 0xFF), _mm_shuffle_epi32(far, 0xFF)
    );
    _mm_storeu_si128((__m128i *)out, a);
    _mm_storeu_si128((__m128i *)(out + 8), b);
}

// The same integers, eight colours at a time; count is a multiple of eight.
__attribute__((target("avx2"))) static void tile_avx2(
    const grade_table *table, const int32_t *r, const int32_t *g, const int32_t *b, int32_t count,
    uint16_t *out
) {
    const __m256i step = _mm256_set1_epi32((int32_t)place_step(table->size));
    const __m256i one = _mm256_set1_epi32(1), row = _mm256_set1_epi32(table->size);
    const __m256i sheet = _mm256_set1_epi32(table->size * table->size);
    const __m256i all = _mm256_add_epi32(one, _mm256_add_epi32(row, sheet));
    const __m256i mask = _mm256_set1_epi32(0xFFFFFF), whole = _mm256_set1_epi32(WEIGHT_SUM);
    for (int32_t i = 0; i < count; i += 8) {
        __m256i pr = _mm256_mullo_epi32(_mm256_loadu_si256((const __m256i *)(r + i)), step);
        __m256i pg = _mm256_mullo_epi32(_mm256_loadu_si256((const __m256i *)(g + i)), step);
        __m256i pb = _mm256_mullo_epi32(_mm256_loadu_si256((const __m256i *)(b + i)), step);
        __m256i cg = _mm256_mullo_epi32(_mm256_srli_epi32(pg, PLACE_BITS), row);
        __m256i cb = _mm256_mullo_epi32(_mm256_srli_epi32(pb, PLACE_BITS), sheet);
        __m256i base = _mm256_add_epi32(_mm256_srli_epi32(pr, PLACE_BITS), _mm256_add_epi32(cg, cb));
        __m256i fr = _mm256_srli_epi32(_mm256_and_si256(pr, mask), PLACE_BITS - WEIGHT_BITS);
        __m256i fg = _mm256_srli_epi32(_mm256_and_si256(pg, mask), PLACE_BITS - WEIGHT_BITS);
        __m256i fb = _mm256_srli_epi32(_mm256_and_si256(pb, mask), PLACE_BITS - WEIGHT_BITS);
        __m256i top = _mm256_max_epi32(_mm256_max_epi32(fr, fg), fb);
        __m256i low = _mm256_min_epi32(_mm256_min_epi32(fr, fg), fb);
        __m256i sum = _mm256_add_epi32(_mm256_add_epi32(fr, fg), fb);
        __m256i middle = _mm256_sub_epi32(sum, _mm256_add_epi32(top, low));
        __m256i first = _mm256_blendv_epi8(sheet, row, _mm256_cmpeq_epi32(top, fg));
        first = _mm256_blendv_epi8(first, one, _mm256_cmpeq_epi32(top, fr));
        __m256i last = _mm256_blendv_epi8(one, row, _mm256_cmpeq_epi32(low, fg));
        last = _mm256_blendv_epi8(last, sheet, _mm256_cmpeq_epi32(low, fb));
        __m256i end = _mm256_add_epi32(base, all);
        __m256i w0 = _mm256_sub_epi32(whole, top), w1 = _mm256_sub_epi32(top, middle);
        __m256i w2 = _mm256_sub_epi32(middle, low);
        uint64_t places[16] __attribute__((aligned(32)));
        // Eight bytes a point.
        _mm256_store_si256((__m256i *)places, _mm256_slli_epi32(base, 3));
        __m256i p1 = _mm256_add_epi32(base, first), p2 = _mm256_sub_epi32(end, last);
        _mm256_store_si256((__m256i *)(places + 4), _mm256_slli_epi32(p1, 3));
        _mm256_store_si256((__m256i *)(places + 8), _mm256_slli_epi32(p2, 3));
        _mm256_store_si256((__m256i *)(places + 12), _mm256_slli_epi32(end, 3));
        __m256i near = _mm256_or_si256(w0, _mm256_slli_epi32(w1, 16));
        __m256i far = _mm256_or_si256(w2, _mm256_slli_epi32(low, 16));
        uint16_t *to = out + i * 4;
        weigh_four(
            table->points, places, _mm256_castsi256_si128(near), _mm256_castsi256_si128(far), to
        );
        weigh_four(
            table->points, places + 2, _mm256_extracti128_si256(near, 1),
            _mm256_extracti128_si256(far, 1), to + 16
        );
    }
}

#endif

void grade_tile(
    const grade_table *table, const int32_t *r, const int32_t *g, const int32_t *b, int32_t count,
    uint16_t *out
) {
    int32_t done = 0;
#if defined(__x86_64__)
    if (!table->portable && __builtin_cpu_supports("avx2")) {
        done = count & ~7;
        tile_avx2(table, r, g, b, done, out);
    }
#endif
    tile_portable(table, r + done, g + done, b + done, count - done, out + done * 4);
}
