#include "dither.h"

#include <stdlib.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* The 8 by 8 ordered dither of Bayer, from its recursive definition. */
static int threshold(int x, int y) {
    int value = 0;
    for (int bit = 0; bit < 3; bit++) {
        int quadrant = (x >> bit & 1) ^ (y >> bit & 1);
        value = value << 2 | quadrant << 1 | (y >> bit & 1);
    }
    return value;
}

/* A pattern a little flatter than a level, so that a level's own colour is not dithered and noise
 * costs less; flatter still, and skies show steps. */
static uint16_t share(int levels, int x, int y) {
    double shift = (threshold(x, y) + 0.5) / 64.0 - 0.5;
    return (uint16_t)((0.5 + shift * 0.93) * 65535.0 / levels);
}

cpicture_dither *cpicture_dither_make(void) {
    cpicture_dither *dither = malloc(sizeof *dither);
    if (!dither) return NULL;
    for (int y = 0; y < dither_side; y++) {
        for (int x = 0; x < dither_side; x++) {
            dither->red[y][x] = share(levels_red, x, y);
            dither->green[y][x] = share(levels_green, x, y);
            dither->blue[y][x] = share(levels_blue, x, y);
        }
    }
    return dither;
}

void cpicture_dither_free(cpicture_dither *dither) { free(dither); }

void cpicture_palette(int index, uint8_t rgb[3]) {
    rgb[0] = (uint8_t)(index / (levels_green * levels_blue) * 255 / (levels_red - 1));
    rgb[1] = (uint8_t)(index / levels_blue % levels_green * 255 / (levels_green - 1));
    rgb[2] = (uint8_t)(index % levels_blue * 255 / (levels_blue - 1));
}

/* value / 255 * (levels - 1) plus the share of a level, cut: in 16 bits, where the factor leaves
 * room for the share below 65536. */
#define LEVEL(value, add, levels) \
    ((uint16_t)((uint32_t)(uint16_t)((value) * (257u * ((levels) - 1) / (levels)) + (add)) * \
                    (levels) >> 16))

typedef struct {
    uint16_t red[dither_side], green[dither_side], blue[dither_side];
} shares;

static uint8_t index_of(const uint8_t *pixel, const shares *add, int i) {
    int r = LEVEL(pixel[0], add->red[i], levels_red);
    int g = LEVEL(pixel[1], add->green[i], levels_green);
    int b = LEVEL(pixel[2], add->blue[i], levels_blue);
    return (uint8_t)((r * levels_green + g) * levels_blue + b);
}

#if defined(__SSE2__)
static inline __m128i level8(__m128i values, const uint16_t *add, int levels) {
    __m128i factor = _mm_set1_epi16((short)(257 * (levels - 1) / levels));
    __m128i sum = _mm_add_epi16(_mm_mullo_epi16(values, factor),
                                _mm_loadu_si128((const __m128i *)add));
    return _mm_mulhi_epu16(sum, _mm_set1_epi16((short)levels));
}

/* Eight pixels at once, with the same results. */
static inline __m128i index8(const uint8_t *pixels, const shares *add) {
    __m128i first = _mm_loadu_si128((const __m128i *)pixels);
    __m128i second = _mm_loadu_si128((const __m128i *)(pixels + 16));
    __m128i byte = _mm_set1_epi32(255);
    __m128i red = _mm_packs_epi32(_mm_and_si128(first, byte), _mm_and_si128(second, byte));
    __m128i green = _mm_packs_epi32(_mm_and_si128(_mm_srli_epi32(first, 8), byte),
                                    _mm_and_si128(_mm_srli_epi32(second, 8), byte));
    __m128i blue = _mm_packs_epi32(_mm_and_si128(_mm_srli_epi32(first, 16), byte),
                                   _mm_and_si128(_mm_srli_epi32(second, 16), byte));
    __m128i index = _mm_add_epi16(
        _mm_mullo_epi16(level8(red, add->red, levels_red), _mm_set1_epi16(levels_green)),
        level8(green, add->green, levels_green));
    return _mm_add_epi16(_mm_mullo_epi16(index, _mm_set1_epi16(levels_blue)),
                         level8(blue, add->blue, levels_blue));
}
#endif

void dither_row(const cpicture_dither *dither, const uint8_t *pixels, int x, int y, int count,
                uint8_t *indices) {
    shares add;
    int line = y & (dither_side - 1), done = 0;
    for (int i = 0; i < dither_side; i++) {
        int place = (x + i) & (dither_side - 1);
        add.red[i] = dither->red[line][place];
        add.green[i] = dither->green[line][place];
        add.blue[i] = dither->blue[line][place];
    }
#if defined(__SSE2__)
    for (; done + dither_side <= count; done += dither_side) {
        __m128i index = index8(pixels + done * 4, &add);
        _mm_storel_epi64((__m128i *)(indices + done), _mm_packus_epi16(index, index));
    }
#endif
    for (; done < count; done++)
        indices[done] = index_of(pixels + done * 4, &add, done & (dither_side - 1));
}
