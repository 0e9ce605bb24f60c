#include "CPictureKernels.h"

#include <stdlib.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* How a line of samples becomes a line of another length: each sample is a weighted sum of
 * neighbours, with weights that sum to `one`. Fewer samples are means of what they cover, more are
 * mixed of the nearest two. Each has `stride` weights, of which those past `taps` are zero. */
typedef struct {
    int count, taps, stride, one;
    int *starts;
    int16_t *weights;
} filter;

/* Rows are summed to 128 times their mean, so that a sum fits a signed half word; columns to 256
 * times that. */
enum { row_one = 128, column_one = 256, sum_shift = 15, lanes = 4 };

static void free_filter(filter *filter) {
    free(filter->starts);
    free(filter->weights);
}

static void cover(filter *filter, int source, int i) {
    int64_t left = (int64_t)i * source * 256 / filter->count;
    int64_t right = (int64_t)(i + 1) * source * 256 / filter->count;
    int start = (int)(left >> 8);
    if (start > source - filter->taps) start = source - filter->taps;
    filter->starts[i] = start;
    int16_t *weights = filter->weights + (size_t)i * (size_t)filter->stride;
    int64_t given = 0;
    for (int tap = 0; tap < filter->taps; tap++) {
        int64_t end = (int64_t)(start + tap + 1) * 256;
        end = end < left ? left : end > right ? right : end;
        int64_t due = ((end - left) * filter->one + (right - left) / 2) / (right - left);
        weights[tap] = (int16_t)(due - given);
        given = due;
    }
}

static void mix(filter *filter, int source, int i) {
    int64_t middle = ((int64_t)(2 * i + 1) * source * 256 / filter->count - 256) / 2;
    if (middle < 0) middle = 0;
    int start = (int)(middle >> 8);
    if (start > source - filter->taps) start = source - filter->taps;
    int64_t share = (middle - (int64_t)start * 256) * filter->one / 256;
    if (share > filter->one) share = filter->one;
    filter->starts[i] = start;
    int16_t *weights = filter->weights + (size_t)i * (size_t)filter->stride;
    weights[0] = (int16_t)(filter->taps > 1 ? filter->one - share : filter->one);
    if (filter->taps > 1) weights[1] = (int16_t)share;
}

static int make_filter(filter *filter, int source, int count, int one) {
    int isWider = count > source;
    filter->count = count;
    filter->one = one;
    filter->taps = isWider ? 2 : (source + count - 1) / count + (source % count ? 1 : 0);
    if (filter->taps > source) filter->taps = source;
    filter->stride = (filter->taps + lanes - 1) / lanes * lanes;
    filter->starts = malloc(sizeof(int) * (size_t)count);
    filter->weights = calloc((size_t)count * (size_t)filter->stride, sizeof(int16_t));
    if (!filter->starts || !filter->weights) return 0;
    for (int i = 0; i < count; i++) {
        if (isWider) mix(filter, source, i);
        else cover(filter, source, i);
    }
    return 1;
}

#define INLINED static inline __attribute__((always_inline))

/* Sums the rows that a line is made of. */
INLINED void sum_rows(const uint8_t *plane, ptrdiff_t stride, int width, const int16_t *weights,
                      int taps, int16_t *restrict sums) {
    for (int tap = 0; tap < taps; tap++, plane += stride) {
        int16_t weight = weights[tap];
        if (tap == 0)
            for (int x = 0; x < width; x++) sums[x] = (int16_t)(plane[x] * weight);
        else if (weight)
            for (int x = 0; x < width; x++) sums[x] = (int16_t)(sums[x] + plane[x] * weight);
    }
}

INLINED int column_sum(const int16_t *from, const int16_t *weights, int stride) {
    int sum = 1 << (sum_shift - 1);
    for (int tap = 0; tap < stride; tap++) sum += from[tap] * weights[tap];
    return sum >> sum_shift;
}

/* Sums read up to `lanes` beyond the last sample that counts, which has a weight of zero. */
INLINED void sum_columns(const int16_t *sums, const filter *across, uint8_t *restrict line) {
    const int16_t *weights = across->weights;
    int x = 0, stride = across->stride;
#if defined(__SSE2__)
    if (stride == lanes) {
        const __m128i half = _mm_set1_epi32(1 << (sum_shift - 1));
        for (; x + 4 <= across->count; x += 4, weights += 4 * lanes) {
            __m128i products[4];
            for (int i = 0; i < 4; i++)
                products[i] = _mm_madd_epi16(
                    _mm_loadl_epi64((const __m128i *)(sums + across->starts[x + i])),
                    _mm_loadl_epi64((const __m128i *)(weights + i * lanes)));
            __m128 low = _mm_castsi128_ps(_mm_unpacklo_epi64(products[0], products[1]));
            __m128 high = _mm_castsi128_ps(_mm_unpacklo_epi64(products[2], products[3]));
            __m128i even = _mm_castps_si128(_mm_shuffle_ps(low, high, 0x88));
            __m128i odd = _mm_castps_si128(_mm_shuffle_ps(low, high, 0xDD));
            __m128i sum = _mm_srai_epi32(_mm_add_epi32(_mm_add_epi32(even, odd), half), sum_shift);
            sum = _mm_packs_epi32(sum, sum);
            int bytes = _mm_cvtsi128_si32(_mm_packus_epi16(sum, sum));
            memcpy(line + x, &bytes, 4);
        }
    }
#endif
    for (; x < across->count; x++, weights += stride)
        line[x] = (uint8_t)column_sum(sums + across->starts[x], weights, stride);
}

INLINED void resample(const uint8_t *plane, ptrdiff_t stride, int width, const filter *across,
                      const filter *down, int y, int16_t *sums, uint8_t *line) {
    sum_rows(plane + down->starts[y] * stride, stride, width,
             down->weights + (size_t)y * (size_t)down->stride, down->taps, sums);
    sum_columns(sums, across, line);
}

/* In 1/8192; every product is of 16 bits, with four bits of fraction. */
typedef struct {
    int16_t black, luma, red, green_u, green_v, blue;
} matrix;

static matrix make_matrix(const cpicture_planar *source) {
    static const double red[] = {0.299, 0.2126, 0.2627}, blue[] = {0.114, 0.0722, 0.0593};
    int kind = source->matrix < 0 || source->matrix > 2 ? 1 : source->matrix;
    double kr = red[kind], kb = blue[kind], kg = 1 - kr - kb;
    double luma = source->full_range ? 1 : 255.0 / 219, chroma = source->full_range ? 1 : 255.0 / 224;
    return (matrix){
        .black = source->full_range ? 0 : 16,
        .luma = (int16_t)(luma * 8192 + 0.5),
        .red = (int16_t)(2 * (1 - kr) * chroma * 8192 + 0.5),
        .green_u = (int16_t)(2 * (1 - kb) * kb / kg * chroma * 8192 + 0.5),
        .green_v = (int16_t)(2 * (1 - kr) * kr / kg * chroma * 8192 + 0.5),
        .blue = (int16_t)(2 * (1 - kb) * chroma * 8192 + 0.5),
    };
}

/* A sample times 128 times a coefficient, the lower half word cut off: 16 times the product. */
static inline int scaled(int sample, int16_t coefficient) { return sample * 128 * coefficient >> 16; }

static inline uint8_t channel(int value) {
    value = (value + 8) >> 4;
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

#if defined(__SSE2__)
static inline __m128i scaled8(__m128i samples, int16_t coefficient) {
    return _mm_mulhi_epi16(_mm_slli_epi16(samples, 7), _mm_set1_epi16(coefficient));
}

static inline __m128i channel8(__m128i value) {
    value = _mm_srai_epi16(_mm_add_epi16(value, _mm_set1_epi16(8)), 4);
    return _mm_packus_epi16(value, value);
}

/* Eight samples of a plane in half words; of chroma that stands for two pixels, four twice. */
static inline __m128i samples8(const uint8_t *plane, int spread, int offset) {
    __m128i bytes;
    if (spread == 1) {
        bytes = _mm_loadl_epi64((const __m128i *)plane);
    } else {
        int four;
        memcpy(&four, plane, 4);
        bytes = _mm_cvtsi32_si128(four);
        bytes = _mm_unpacklo_epi8(bytes, bytes);
    }
    return _mm_sub_epi16(_mm_unpacklo_epi8(bytes, _mm_setzero_si128()),
                         _mm_set1_epi16((short)offset));
}

static inline void convert8(const uint8_t *luma, const uint8_t *u, const uint8_t *v, int spread,
                            const matrix *m, uint8_t *target) {
    __m128i y = scaled8(samples8(luma, 1, m->black), m->luma);
    __m128i cu = samples8(u, spread, 128), cv = samples8(v, spread, 128);
    __m128i red = channel8(_mm_add_epi16(y, scaled8(cv, m->red)));
    __m128i green = _mm_sub_epi16(y, scaled8(cu, m->green_u));
    green = channel8(_mm_sub_epi16(green, scaled8(cv, m->green_v)));
    __m128i blue = channel8(_mm_add_epi16(y, scaled8(cu, m->blue)));
    __m128i low = _mm_unpacklo_epi8(red, green), high = _mm_unpacklo_epi8(blue, _mm_set1_epi8(-1));
    _mm_storeu_si128((__m128i *)target, _mm_unpacklo_epi16(low, high));
    _mm_storeu_si128((__m128i *)(target + 16), _mm_unpackhi_epi16(low, high));
}
#endif

/* One line of RGBA; each chroma sample stands for `spread` pixels, 1 or 2. */
static void convert(const uint8_t *luma, const uint8_t *u, const uint8_t *v, int spread, int width,
                    const matrix *m, uint8_t *restrict target) {
    int x = 0;
#if defined(__SSE2__)
    for (; x + 8 <= width; x += 8)
        convert8(luma + x, u + (x >> (spread - 1)), v + (x >> (spread - 1)), spread, m,
                 target + x * 4);
#endif
    for (; x < width; x++) {
        int y = scaled(luma[x] - m->black, m->luma);
        int cu = u[x >> (spread - 1)] - 128, cv = v[x >> (spread - 1)] - 128;
        target[x * 4] = channel(y + scaled(cv, m->red));
        target[x * 4 + 1] = channel(y - scaled(cu, m->green_u) - scaled(cv, m->green_v));
        target[x * 4 + 2] = channel(y + scaled(cu, m->blue));
        target[x * 4 + 3] = 255;
    }
}

typedef struct {
    filter across, down, chroma_across, chroma_down;
    int16_t *sums;
    uint8_t *luma, *u, *v;
    matrix matrix;
    int spread;
} scaling;

INLINED void scale(const cpicture_planar *source, scaling *s, uint8_t *target, int width,
                   int height) {
    int chroma_width = (source->width + 1) / 2, last = -1;
    for (int y = 0; y < height; y++, target += (size_t)width * 4) {
        resample(source->planes[0], source->strides[0], source->width, &s->across, &s->down, y,
                 s->sums, s->luma);
        int line = y / s->spread;
        if (line != last) {
            last = line;
            resample(source->planes[1], source->strides[1], chroma_width, &s->chroma_across,
                     &s->chroma_down, line, s->sums, s->u);
            resample(source->planes[2], source->strides[2], chroma_width, &s->chroma_across,
                     &s->chroma_down, line, s->sums, s->v);
        }
        convert(s->luma, s->u, s->v, s->spread, width, &s->matrix, target);
    }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void scale_avx2(const cpicture_planar *source, scaling *s,
                                                       uint8_t *target, int width, int height) {
    scale(source, s, target, width, height);
}
#endif

int cpicture_scale_planar(const cpicture_planar *source, uint8_t *target, int width, int height) {
    int chroma_width = (source->width + 1) / 2, chroma_height = (source->height + 1) / 2;
    scaling s = {.matrix = make_matrix(source)};
    /* Where the picture stays nearly as large, chroma keeps half its sides. */
    s.spread = width > chroma_width || height > chroma_height ? 2 : 1;
    s.sums = calloc((size_t)source->width + lanes, sizeof(int16_t));
    s.luma = malloc((size_t)width * 3 + 3);
    int isMade = make_filter(&s.across, source->width, width, column_one) &
                 make_filter(&s.down, source->height, height, row_one) &
                 make_filter(&s.chroma_across, chroma_width, (width + s.spread - 1) / s.spread,
                             column_one) &
                 make_filter(&s.chroma_down, chroma_height, (height + s.spread - 1) / s.spread, row_one);
    if (isMade && s.sums && s.luma) {
        s.u = s.luma + width;
        s.v = s.u + width;
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx2")) scale_avx2(source, &s, target, width, height);
        else
#endif
            scale(source, &s, target, width, height);
    } else {
        isMade = 0;
    }
    free_filter(&s.across);
    free_filter(&s.down);
    free_filter(&s.chroma_across);
    free_filter(&s.chroma_down);
    free(s.sums);
    free(s.luma);
    return isMade;
}
