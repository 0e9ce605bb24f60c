#include "include/upscale.h"

#include <math.h>
#include <string.h>

enum { PAD = 8, HALF = 1 << 13 };

static double sinc(double x) {
    double t = x * 3.14159265358979323846;
    return fabs(x) < 1e-9 ? 1 : sin(t) / t;
}

// A pixel of the source is the mean over its area, which is a filter of its own:
// this one passes what lies below half the source's frequency, divided by the
// response of that mean, under a window that ends after three pixels.
static double inverse_mean(double x) {
    if (fabs(x) >= UPSCALE_REACH) { return 0; }
    enum { STEPS = 256 };
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
        double f = (i + 0.5) * 0.5 / STEPS;
        sum += cos(2 * 3.14159265358979323846 * f * x) / sinc(f);
    }
    return sum / STEPS * sinc(x / UPSCALE_REACH);
}

void upscale_fill_axis(const upscale_axis *axis, double shift) {
    const double scale = (double)axis->source / axis->target;
    for (int32_t i = 0; i < axis->target; i++) {
        double centre = (i + 0.5) * scale - 0.5 + shift;
        // Target samples lie as far to the left as source samples do, in their own pixels.
        centre -= shift * scale;
        int32_t left = (int32_t)floor(centre);
        int16_t *weights = axis->weights + (int64_t)i * UPSCALE_TAPS;
        double values[UPSCALE_TAPS] = {0}, total = 0;
        for (int k = 0; k < 2 * UPSCALE_REACH; k++) {
            values[k] = inverse_mean(left - UPSCALE_REACH + 1 + k - centre);
            total += values[k];
        }
        int32_t sum = 0, largest = 0;
        for (int k = 0; k < UPSCALE_TAPS; k++) {
            weights[k] = (int16_t)lround(values[k] / total * 2 * HALF);
            sum += weights[k];
            if (weights[k] > weights[largest]) { largest = k; }
        }
        weights[largest] = (int16_t)(weights[largest] + 2 * HALF - sum);
        axis->first[i] = left - UPSCALE_REACH + 1;
        left = left < 0 ? 0 : left;
        axis->near[i] = left < axis->source - 1 ? left : axis->source - 1;
        axis->spread[i] = (uint8_t)(axis->near[i] - axis->near[i & ~15]);
    }
}

// What a band works in: a line filtered down the columns, in 64ths of a code, with
// its ends repeated; the least and the most of the pixels around; and the same
// three for the target's pixels.
typedef struct bench {
    int16_t *line, *out;
    uint8_t *low, *high, *low_at, *high_at;
} bench;

// A room, and its size, rounded up for whole loads.
static size_t room(size_t bytes) { return (bytes + 127) & ~(size_t)63; }

size_t upscale_scratch(const upscale_job *job) {
    size_t width = (size_t)job->across->source * (size_t)job->channels;
    size_t target = (size_t)job->across->target * (size_t)job->channels;
    size_t line = (width + 2 * PAD * (size_t)job->channels) * sizeof(int16_t);
    return room(line) + 2 * room(width) + 2 * room(target) + room(target * sizeof(int16_t));
}

static bench lay_out(const upscale_job *job, void *scratch) {
    size_t width = (size_t)job->across->source * (size_t)job->channels;
    size_t target = (size_t)job->across->target * (size_t)job->channels;
    size_t line = (width + 2 * PAD * (size_t)job->channels) * sizeof(int16_t);
    bench bench;
    bench.line = scratch;
    bench.out = (int16_t *)((char *)scratch + room(line));
    bench.low = (uint8_t *)bench.out + room(target * sizeof(int16_t));
    bench.high = bench.low + room(width);
    bench.low_at = bench.high + room(width);
    bench.high_at = bench.low_at + room(target);
    return bench;
}

#define BODY static inline __attribute__((always_inline))

BODY int32_t inside(int32_t i, int32_t count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

// Filters down the columns, and finds the least and the most of two rows and of
// neighbours in them.
BODY void filter_down(const upscale_job *job, const bench *bench, int32_t y) {
    const int32_t count = job->across->source * job->channels, step = job->channels;
    const uint8_t *rows[6];
    int32_t w[6];
    for (int k = 0; k < 6; k++) {
        rows[k] = job->in + inside(job->down->first[y] + k, job->down->source) * job->in_stride;
        w[k] = job->down->weights[(int64_t)y * UPSCALE_TAPS + k];
    }
    int16_t *restrict line = bench->line + PAD * step;
    const uint8_t *restrict r0 = rows[0], *restrict r1 = rows[1], *restrict r2 = rows[2];
    const uint8_t *restrict r3 = rows[3], *restrict r4 = rows[4], *restrict r5 = rows[5];
    const int32_t w0 = w[0], w1 = w[1], w2 = w[2], w3 = w[3], w4 = w[4], w5 = w[5];
    for (int32_t x = 0; x < count; x++) {
        int32_t sum = r0[x] * w0 + r1[x] * w1 + r2[x] * w2 + r3[x] * w3 + r4[x] * w4 + r5[x] * w5;
        line[x] = (int16_t)((sum + 128) >> 8);
    }
    for (int32_t x = 0; x < PAD * step; x++) {
        line[-1 - x] = line[step - 1 - x % step];
        line[count + x] = line[count - step + x % step];
    }
    const int32_t near = job->down->near[y];
    const uint8_t *restrict a = job->in + near * job->in_stride;
    const uint8_t *restrict b = job->in + inside(near + 1, job->down->source) * job->in_stride;
    uint8_t *restrict low = bench->low, *restrict high = bench->high;
    const uint8_t *restrict c = a + step, *restrict d = b + step;
    for (int32_t x = 0; x < count - step; x++) {
        uint8_t p = a[x] < b[x] ? a[x] : b[x], q = c[x] < d[x] ? c[x] : d[x];
        low[x] = p < q ? p : q;
        p = a[x] > b[x] ? a[x] : b[x];
        q = c[x] > d[x] ? c[x] : d[x];
        high[x] = p > q ? p : q;
    }
    for (int32_t x = count - step; x < count; x++) {
        low[x] = a[x] < b[x] ? a[x] : b[x];
        high[x] = a[x] > b[x] ? a[x] : b[x];
    }
}

BODY void filter_across(const upscale_job *job, const bench *bench) {
    const int32_t step = job->channels;
    for (int32_t x = 0; x < job->across->target; x++) {
        const int16_t *from = bench->line + (job->across->first[x] + PAD) * step;
        const int16_t *w = job->across->weights + (int64_t)x * UPSCALE_TAPS;
        for (int32_t c = 0; c < step; c++) {
            int32_t sum = 0;
            for (int32_t k = 0; k < 6; k++) { sum += from[k * step + c] * w[k]; }
            bench->out[x * step + c] = (int16_t)((sum + HALF) >> 14);
        }
    }
}

// Four fifths of what rings beyond the pixels around are taken back.
BODY uint8_t calmed(int32_t value, int32_t low, int32_t high) {
    int32_t held = value < low * 64 ? low * 64 : value > high * 64 ? high * 64 : value;
    value = (value + (((held - value) * 205) >> 8) + 32) >> 6;
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

BODY void spread_one(const upscale_job *job, const bench *bench, int32_t x) {
    const int32_t from = job->across->near[x] * job->channels, to = x * job->channels;
    for (int32_t c = 0; c < job->channels; c++) {
        bench->low_at[to + c] = bench->low[from + c];
        bench->high_at[to + c] = bench->high[from + c];
    }
}

BODY void finish(const upscale_job *job, const bench *bench, int32_t y) {
    uint8_t *restrict out = job->out + y * job->out_stride;
    const int16_t *restrict value = bench->out;
    const uint8_t *restrict low = bench->low_at, *restrict high = bench->high_at;
    const int32_t count = job->across->target * job->channels;
    for (int32_t x = 0; x < count; x++) { out[x] = calmed(value[x], low[x], high[x]); }
}

static void rows_portable(
    const upscale_job *job, const bench *bench, int32_t first_row, int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        filter_down(job, bench, y);
        filter_across(job, bench);
        for (int32_t x = 0; x < job->across->target; x++) { spread_one(job, bench, x); }
        finish(job, bench, y);
    }
}

#if defined(__x86_64__)

#include <immintrin.h>

// The same sums, eight samples of a plane at a time.
__attribute__((target("avx2"))) static void across_plane(const upscale_job *job, const bench *bench) {
    const upscale_axis *axis = job->across;
    const __m128i half = _mm_set1_epi32(HALF);
    int32_t x = 0;
    for (; x + 4 <= axis->target; x += 4) {
        __m128i sums[4];
        for (int i = 0; i < 4; i++) {
            const int16_t *from = bench->line + axis->first[x + i] + PAD;
            const int16_t *w = axis->weights + (int64_t)(x + i) * UPSCALE_TAPS;
            sums[i] = _mm_madd_epi16(
                _mm_loadu_si128((const __m128i *)from), _mm_loadu_si128((const __m128i *)w)
            );
        }
        __m128i a = _mm_hadd_epi32(sums[0], sums[1]), b = _mm_hadd_epi32(sums[2], sums[3]);
        __m128i sum = _mm_add_epi32(_mm_hadd_epi32(a, b), half);
        sum = _mm_srai_epi32(sum, 14);
        _mm_storel_epi64((__m128i *)(bench->out + x), _mm_packs_epi32(sum, sum));
    }
    for (; x < axis->target; x++) {
        const int16_t *from = bench->line + axis->first[x] + PAD;
        const int16_t *w = axis->weights + (int64_t)x * UPSCALE_TAPS;
        int32_t sum = 0;
        for (int32_t k = 0; k < 6; k++) { sum += from[k] * w[k]; }
        bench->out[x] = (int16_t)((sum + HALF) >> 14);
    }
}

// The same sums, four channels at a time, two pixels to an instruction.
__attribute__((target("avx2"))) static void across_rgba(const upscale_job *job, const bench *bench) {
    const upscale_axis *axis = job->across;
    const __m128i half = _mm_set1_epi32(HALF);
    const __m128i pairs = _mm_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
    for (int32_t x = 0; x < axis->target; x++) {
        const int16_t *from = bench->line + (axis->first[x] + PAD) * 4;
        __m128i w = _mm_loadu_si128((const __m128i *)(axis->weights + (int64_t)x * UPSCALE_TAPS));
        __m128i a = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)from), pairs);
        __m128i b = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(from + 8)), pairs);
        __m128i c = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(from + 16)), pairs);
        __m128i sum = _mm_add_epi32(half, _mm_madd_epi16(a, _mm_shuffle_epi32(w, 0x00)));
        sum = _mm_add_epi32(sum, _mm_madd_epi16(b, _mm_shuffle_epi32(w, 0x55)));
        sum = _mm_add_epi32(sum, _mm_madd_epi16(c, _mm_shuffle_epi32(w, 0xAA)));
        sum = _mm_srai_epi32(sum, 14);
        _mm_storel_epi64((__m128i *)(bench->out + x * 4), _mm_packs_epi32(sum, sum));
    }
}

// Sixteen targets lie over at most sixteen pixels of the source.
__attribute__((target("avx2"))) static void spread_plane(const upscale_job *job, const bench *bench) {
    const upscale_axis *axis = job->across;
    int32_t x = 0;
    for (; x + 16 <= axis->target; x += 16) {
        __m128i places = _mm_loadu_si128((const __m128i *)(axis->spread + x));
        __m128i low = _mm_loadu_si128((const __m128i *)(bench->low + axis->near[x]));
        __m128i high = _mm_loadu_si128((const __m128i *)(bench->high + axis->near[x]));
        _mm_storeu_si128((__m128i *)(bench->low_at + x), _mm_shuffle_epi8(low, places));
        _mm_storeu_si128((__m128i *)(bench->high_at + x), _mm_shuffle_epi8(high, places));
    }
    for (; x < axis->target; x++) { spread_one(job, bench, x); }
}

static void spread_rgba(const upscale_job *job, const bench *bench) {
    for (int32_t x = 0; x < job->across->target; x++) {
        memcpy(bench->low_at + x * 4, bench->low + job->across->near[x] * 4, 4);
        memcpy(bench->high_at + x * 4, bench->high + job->across->near[x] * 4, 4);
    }
}

__attribute__((target("avx2"))) static void rows_avx2(
    const upscale_job *job, const bench *bench, int32_t first_row, int32_t end_row
) {
    for (int32_t y = first_row; y < end_row; y++) {
        filter_down(job, bench, y);
        if (job->channels == 1) {
            across_plane(job, bench);
            spread_plane(job, bench);
        } else {
            across_rgba(job, bench);
            spread_rgba(job, bench);
        }
        finish(job, bench, y);
    }
}

#endif

void upscale_rows(const upscale_job *job, void *scratch, int32_t first_row, int32_t end_row) {
    const bench bench = lay_out(job, scratch);
#if defined(__x86_64__)
    if (!job->portable && __builtin_cpu_supports("avx2")) {
        return rows_avx2(job, &bench, first_row, end_row);
    }
#endif
    rows_portable(job, &bench, first_row, end_row);
}
