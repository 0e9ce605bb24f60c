// From linear light to sRGB, without a table: each octave of light is a constant
// and a share of one curve, which is a polynomial of the place within the octave.
#ifndef KINEMA_PLANE_CODES_H
#define KINEMA_PLANE_CODES_H

#include "plane_tile.h"

// The curve (((1 + t) / 2)^(5/12) - q) / (1 - q), where q = 2^(-5/12), as
// t + t (a + t (b + t (c + t d))): the factors in 32768ths.
enum { CURVE_A = 7966, CURVE_B = -11425, CURVE_C = 4554, CURVE_D = -1096 };

// Light below this is on the straight part of sRGB, of so many 128ths a step.
enum { STRAIGHT_LIGHT = 91, STRAIGHT_SLOPE = 3723 };

// The code at which each octave of light begins, from 64 on, and how far it
// goes up, in 256ths of an 8 bit step. The first five are not reached.
static const uint16_t octave_base[16] = {0,    0,     0,     0,     0,     1796,  3599, 6007,
                                         9220, 13509, 19235, 26878, 37080, 50698, 0,    0};
static const uint16_t octave_rise[16] = {0,    0,    0,    0,     0,     1803,  2407, 3213,
                                         4289, 5726, 7643, 10202, 13618, 18178, 0,    0};

static inline int32_t codes_share(int32_t a, int32_t b) { return (a * b + 16384) >> 15; }

// Turns `count` times sixteen values of light, PLANE_WHITE at most, into 256ths
// of an 8 bit step: to one and a half of them.
static inline void codes_portable(uint16_t *light, int32_t count) {
    for (int32_t i = 0; i < count * LANES; i++) {
        const uint32_t value = light[i];
        if (value < STRAIGHT_LIGHT) {
            light[i] = (uint16_t)((value << 9) * STRAIGHT_SLOPE >> 16);
            continue;
        }
        const int octave = 31 - __builtin_clz(value);
        const int32_t place = (int32_t)(value << (15 - octave)) - 32768;
        int32_t curve = codes_share(CURVE_D, place) + CURVE_C;
        curve = codes_share(curve, place) + CURVE_B;
        curve = codes_share(curve, place) + CURVE_A;
        curve = codes_share(curve, place) + place;
        light[i] = (uint16_t)(octave_base[octave - 1] + codes_share(curve, octave_rise[octave - 1]));
    }
}

#if defined(__x86_64__)

// One table of sixteen numbers as two of bytes, each in both halves of a vector.
__attribute__((target("avx2"))) static inline void codes_split(
    const uint16_t *table, __m256i *low, __m256i *high
) {
    const __m128i even = _mm_setr_epi8(0, 2, 4, 6, 8, 10, 12, 14, -1, -1, -1, -1, -1, -1, -1, -1);
    const __m128i odd = _mm_setr_epi8(1, 3, 5, 7, 9, 11, 13, 15, -1, -1, -1, -1, -1, -1, -1, -1);
    __m128i first = _mm_loadu_si128((const __m128i *)table);
    __m128i second = _mm_loadu_si128((const __m128i *)(table + 8));
    __m128i lower = _mm_unpacklo_epi64(_mm_shuffle_epi8(first, even), _mm_shuffle_epi8(second, even));
    __m128i upper = _mm_unpacklo_epi64(_mm_shuffle_epi8(first, odd), _mm_shuffle_epi8(second, odd));
    *low = _mm256_broadcastsi128_si256(lower);
    *high = _mm256_broadcastsi128_si256(upper);
}

// The same. A float knows the octave of a number
// and the place within it.
__attribute__((target("avx2"))) static inline void codes_avx2(uint16_t *light, int32_t count) {
    const __m256i zero = _mm256_setzero_si256();
    // Of four numbers of 32 bits: bytes 1 and 2 of each, then byte 3 of each twice.
    const __m256i gather = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(1, 2, 5, 6, 9, 10, 13, 14, 3, 3, 7, 7, 11, 11, 15, 15)
    );
    __m256i base_low, base_high, rise_low, rise_high;
    codes_split(octave_base, &base_low, &base_high);
    codes_split(octave_rise, &rise_low, &rise_high);
    for (int32_t i = 0; i < count; i++) {
        __m256i *at = (__m256i *)(light + i * LANES);
        __m256i value = _mm256_load_si256(at);
        __m256 first = _mm256_cvtepi32_ps(_mm256_unpacklo_epi16(value, zero));
        __m256 second = _mm256_cvtepi32_ps(_mm256_unpackhi_epi16(value, zero));
        // Twice the bits: the exponent fills the last byte, the place the two before.
        __m256i low = _mm256_castps_si256(first), high = _mm256_castps_si256(second);
        low = _mm256_shuffle_epi8(_mm256_add_epi32(low, low), gather);
        high = _mm256_shuffle_epi8(_mm256_add_epi32(high, high), gather);
        __m256i place = _mm256_srli_epi16(_mm256_unpacklo_epi64(low, high), 1);
        // The exponent's upper bit keeps a byte out of a shuffle; it is taken away
        // from the one that chooses.
        __m256i octave = _mm256_unpackhi_epi64(low, high);
        __m256i lower = _mm256_xor_si256(octave, _mm256_set1_epi16(0x0080));
        __m256i upper = _mm256_xor_si256(octave, _mm256_set1_epi16((int16_t)0x8000));
        __m256i base = _mm256_or_si256(
            _mm256_shuffle_epi8(base_low, lower), _mm256_shuffle_epi8(base_high, upper)
        );
        __m256i rise = _mm256_or_si256(
            _mm256_shuffle_epi8(rise_low, lower), _mm256_shuffle_epi8(rise_high, upper)
        );
        __m256i curve = _mm256_mulhrs_epi16(_mm256_set1_epi16(CURVE_D), place);
        curve = _mm256_add_epi16(curve, _mm256_set1_epi16(CURVE_C));
        curve = _mm256_add_epi16(_mm256_mulhrs_epi16(curve, place), _mm256_set1_epi16(CURVE_B));
        curve = _mm256_add_epi16(_mm256_mulhrs_epi16(curve, place), _mm256_set1_epi16(CURVE_A));
        curve = _mm256_add_epi16(_mm256_mulhrs_epi16(curve, place), place);
        __m256i bent = _mm256_add_epi16(base, _mm256_mulhrs_epi16(curve, rise));
        __m256i straight =
            _mm256_mulhi_epu16(_mm256_slli_epi16(value, 9), _mm256_set1_epi16(STRAIGHT_SLOPE));
        __m256i dark = _mm256_cmpgt_epi16(_mm256_set1_epi16(STRAIGHT_LIGHT), value);
        _mm256_store_si256(at, _mm256_blendv_epi8(bent, straight, dark));
    }
}

#endif

#endif
