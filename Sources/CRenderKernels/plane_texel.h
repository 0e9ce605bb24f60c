// Four by four pixels of four levels each as one, a row of pixels a register.
#ifndef KINEMA_PLANE_TEXEL_H
#define KINEMA_PLANE_TEXEL_H

#include "include/plane.h"

#if defined(__x86_64__)
#include <immintrin.h>

// `p` is the first of the sixteen, `next` a row of samples; the weights are four
// each, of a sum of PLANE_WEIGHT_SUM. The halves of what is returned are to be
// added: levels times PLANE_WEIGHT_SUM, not rounded yet.
__attribute__((target("avx2"))) static inline __m256i plane_texel_avx2(
    const uint16_t *p, int64_t next, const int16_t *wx, const int16_t *wy
) {
    const __m256i half = _mm256_set1_epi32(PLANE_WEIGHT_SUM / 2);
    const __m256i spread = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
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
    return _mm256_madd_epi16(pairs, w);
}

#endif
#endif
