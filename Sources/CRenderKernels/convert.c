#include "include/plane.h"
#include "include/plane_scale.h"

#include <math.h>
#include <stdlib.h>

// Four channels of one pixel.
typedef float pixel __attribute__((vector_size(16)));

// The source pixels that make each target pixel along one axis.
typedef struct taps {
    int32_t count;
    int32_t *first;
    float *weights;
} taps;

static double lanczos(double x) {
    if (x == 0) { return 1; }
    if (fabs(x) >= 3) { return 0; }
    double t = x * 3.14159265358979323846;
    return 3 * sin(t) * sin(t / 3) / (t * t);
}

// Weights that would fall beyond the source go to its edge.
static void fill_tap(taps *taps, int32_t target, int32_t source, double step) {
    double centre = (target + 0.5) * step - 0.5;
    int32_t low = (int32_t)ceil(centre - 3 * step), high = (int32_t)floor(centre + 3 * step);
    int32_t first = low < 0 ? 0 : low;
    if (first > source - taps->count) { first = source - taps->count; }
    float *weights = taps->weights + (size_t)target * taps->count;
    double total = 0;
    for (int32_t i = low; i <= high; i++) { total += lanczos((i - centre) / step); }
    for (int32_t i = low; i <= high; i++) {
        int32_t at = i < 0 ? 0 : i >= source ? source - 1 : i;
        weights[at - first] += (float)(lanczos((i - centre) / step) / total);
    }
    taps->first[target] = first;
}

static int make_taps(taps *taps, int32_t source, int32_t target, double step) {
    int32_t count = (int32_t)floor(6 * step) + 1;
    taps->count = count < source ? count : source;
    taps->first = calloc((size_t)target, sizeof(int32_t));
    taps->weights = calloc((size_t)target * taps->count, sizeof(float));
    if (!taps->first || !taps->weights) { return -1; }
    for (int32_t i = 0; i < target; i++) { fill_tap(taps, i, source, step); }
    return 0;
}

static void free_taps(taps *taps) {
    free(taps->first);
    free(taps->weights);
}

// As fine as ten bits need where sRGB is steep.
#define FINE_CODES 4096

static double light_of(double c) {
    double light = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
    return light * PLANE_WHITE;
}

// The light of each code of the source: 256 of sRGB, or FINE_CODES for planes.
static void fill_linear(float *linear, const convert_source *source) {
    if (source->rgba) {
        for (int code = 0; code < 256; code++) { linear[code] = (float)lround(light_of(code / 255.0)); }
    } else if (source->luma) {
        for (int code = 0; code < FINE_CODES; code++) {
            linear[code] = (float)light_of(code / (FINE_CODES - 1.0));
        }
    }
}

static float fine(const float *linear, float value) {
    float code = value * (FINE_CODES - 1) + 0.5f;
    return linear[code < 0 ? 0 : code >= FINE_CODES ? FINE_CODES - 1 : (int32_t)code];
}

// Puts a row of 10 bit planes into linear light. Chroma lies between two rows, and on every
// other column.
static void load_planes(const convert_source *source, const float *linear, int32_t row, pixel *out) {
    const int32_t width = (source->width + 1) / 2, height = (source->height + 1) / 2;
    int32_t near = row / 2, far = row % 2 ? near + 1 : near - 1;
    far = far < 0 ? 0 : far >= height ? height - 1 : far;
    const ptrdiff_t step = source->chroma_stride / 2;
    const uint16_t *luma = source->luma + row * (source->luma_stride / 2);
    const uint16_t *blue[] = {source->blue + near * step, source->blue + far * step};
    const uint16_t *red[] = {source->red + near * step, source->red + far * step};
    for (int32_t x = 0; x < source->width; x++) {
        int32_t at = x / 2, next = at + x % 2;
        next = next < width ? next : width - 1;
        // Three of the nearer row and one of the further, of two columns: eighths.
        float b = (3 * (blue[0][at] + blue[0][next]) + blue[1][at] + blue[1][next]) / 8.0f;
        float r = (3 * (red[0][at] + red[0][next]) + red[1][at] + red[1][next]) / 8.0f;
        float y = (luma[x] - 64) / 876.0f;
        b = (b - 512) / 896;
        r = (r - 512) / 896;
        out[x] = (pixel){
            fine(linear, y + 1.5748f * r),
            fine(linear, y - 0.187324f * b - 0.468124f * r),
            fine(linear, y + 1.8556f * b),
            0,
        };
    }
}

// Puts a row of the source into linear light.
static void load(const convert_source *source, const float *linear, int32_t row, pixel *out) {
    if (source->luma) {
        load_planes(source, linear, row, out);
        return;
    }
    if (source->rgba) {
        const uint8_t *in = source->rgba + row * source->rgba_stride;
        for (int32_t x = 0; x < source->width; x++, in += 4) {
            float alpha = in[3] / 255.0f;
            out[x] = (pixel){linear[in[0]], linear[in[1]], linear[in[2]], 0} * alpha;
        }
        return;
    }
    if (source->sheets) {
        const scale_level *level = source->sheets;
        const int16_t *in = level->samples + row * level->stride + SCALE_PAD;
        for (int32_t x = 0; x < source->width; x++) {
            out[x] = (pixel){in[x], in[level->channel + x], in[2 * level->channel + x], 0};
        }
        return;
    }
    const plane_level *level = source->level;
    const uint16_t *in = level->pixels + ((row + PLANE_PAD) * level->stride + PLANE_PAD) * 4;
    for (int32_t x = 0; x < source->width; x++, in += 4) {
        out[x] = (pixel){in[0], in[1], in[2], 0};
    }
}

static void filter_row(const pixel *in, const taps *taps, int32_t width, pixel *out) {
    for (int32_t x = 0; x < width; x++) {
        const pixel *from = in + taps->first[x];
        const float *weights = taps->weights + (size_t)x * taps->count;
        pixel sum = {0, 0, 0, 0};
        for (int32_t k = 0; k < taps->count; k++) { sum += from[k] * weights[k]; }
        out[x] = sum;
    }
}

static uint16_t sample(float value) {
    value = value > 0 ? value : 0;
    value = value < PLANE_WHITE ? value : PLANE_WHITE;
    return (uint16_t)(value + 0.5f);
}

// Where filtered rows go: to pixels, or to channels.
typedef struct shelf {
    const plane_level *level;
    const scale_level *sheets;
    int32_t mirrors;
} shelf;

// Writes a row of the level and repeats its ends into the padding.
static void store(const pixel *row, const plane_level *level, int32_t y) {
    uint16_t *start = level->pixels + (y + PLANE_PAD) * level->stride * 4;
    for (int32_t x = -PLANE_PAD; x < level->width + PLANE_PAD; x++) {
        int32_t at = x < 0 ? 0 : x >= level->width ? level->width - 1 : x;
        uint16_t *out = start + (x + PLANE_PAD) * 4;
        for (int c = 0; c < 3; c++) { out[c] = sample(row[at][c]); }
        out[3] = 0;
    }
}

// Fills the padding of a row of each channel.
static void pad_sheets(const shelf *shelf, int32_t y) {
    const scale_level *level = shelf->sheets;
    const int64_t columns = level->stride - SCALE_PAD;
    for (int c = 0; c < 3; c++) {
        int16_t *out = level->samples + c * level->channel + y * level->stride + SCALE_PAD;
        for (int32_t x = -SCALE_PAD; x < 0; x++) {
            out[x] = out[scale_inside(x, level->width, shelf->mirrors)];
        }
        for (int32_t x = level->width; x < columns; x++) {
            out[x] = out[scale_inside(x, level->width, shelf->mirrors)];
        }
    }
}

static void store_sheets(const pixel *row, const shelf *shelf, int32_t y) {
    const scale_level *level = shelf->sheets;
    for (int c = 0; c < 3; c++) {
        int16_t *out = level->samples + c * level->channel + y * level->stride + SCALE_PAD;
        for (int32_t x = 0; x < level->width; x++) { out[x] = (int16_t)sample(row[x][c]); }
    }
    pad_sheets(shelf, y);
}

static void put(const pixel *row, const shelf *shelf, int32_t y) {
    if (shelf->level) {
        store(row, shelf->level, y);
    } else {
        store_sheets(row, shelf, y);
    }
}

// What a band of rows works in: a ring of rows filtered across.
typedef struct bench {
    taps across, down;
    pixel *line, *sum, *ring;
    float linear[FINE_CODES];
} bench;

static int make_bench(
    bench *bench, const convert_source *source, int32_t columns, int32_t rows, double step
) {
    fill_linear(bench->linear, source);
    if (make_taps(&bench->across, source->width, columns, step)) { return -1; }
    if (make_taps(&bench->down, source->height, rows, step)) { return -1; }
    size_t width = (size_t)columns;
    bench->line = aligned_alloc(16, (size_t)source->width * sizeof(pixel));
    bench->sum = aligned_alloc(16, width * sizeof(pixel));
    bench->ring = aligned_alloc(16, width * bench->down.count * sizeof(pixel));
    return bench->line && bench->sum && bench->ring ? 0 : -1;
}

static void free_bench(bench *bench) {
    free_taps(&bench->across);
    free_taps(&bench->down);
    free(bench->line);
    free(bench->sum);
    free(bench->ring);
}

// A row of sRGB that is kept at its size.
static void split_row(const convert_source *source, const uint16_t *linear, int32_t y, const shelf *shelf) {
    const scale_level *level = shelf->sheets;
    const uint8_t *in = source->rgba + y * source->rgba_stride;
    int16_t *out = level->samples + y * level->stride + SCALE_PAD;
    for (int32_t x = 0; x < source->width; x++, in += 4) {
        for (int c = 0; c < 3; c++) {
            int32_t light = linear[in[c]];
            out[c * level->channel + x] = (int16_t)(in[3] == 255 ? light : (light * in[3] + 127) / 255);
        }
    }
    pad_sheets(shelf, y);
}

static int32_t split(const convert_source *source, const shelf *shelf, int32_t first, int32_t end) {
    float linear[256];
    uint16_t whole[256];
    fill_linear(linear, source);
    for (int code = 0; code < 256; code++) { whole[code] = (uint16_t)linear[code]; }
    for (int32_t y = first; y < end; y++) { split_row(source, whole, y, shelf); }
    return 0;
}

// The rows as they are: nothing to filter.
static int32_t copy(const convert_source *source, const shelf *shelf, int32_t first, int32_t end) {
    if (source->rgba && shelf->sheets) { return split(source, shelf, first, end); }
    float linear[FINE_CODES];
    fill_linear(linear, source);
    pixel *line = aligned_alloc(16, (size_t)source->width * sizeof(pixel));
    if (!line) { return -1; }
    for (int32_t y = first; y < end; y++) {
        load(source, linear, y, line);
        put(line, shelf, y);
    }
    free(line);
    return 0;
}

static int32_t reduce(
    const convert_source *source, const shelf *shelf, int32_t columns, int32_t rows, double step,
    int32_t first_row, int32_t end_row
) {
    if (step == 1) { return copy(source, shelf, first_row, end_row); }
    bench bench = {0};
    if (make_bench(&bench, source, columns, rows, step)) {
        free_bench(&bench);
        return -1;
    }
    const size_t width = (size_t)columns;
    const int32_t count = bench.down.count;
    int32_t ready = bench.down.first[first_row];
    for (int32_t y = first_row; y < end_row; y++) {
        int32_t first = bench.down.first[y];
        for (; ready < first + count; ready++) {
            load(source, bench.linear, ready, bench.line);
            pixel *slot = bench.ring + (ready % count) * width;
            filter_row(bench.line, &bench.across, columns, slot);
        }
        __builtin_memset(bench.sum, 0, width * sizeof(pixel));
        for (int32_t k = 0; k < count; k++) {
            const pixel *row = bench.ring + ((first + k) % count) * width;
            float weight = bench.down.weights[(size_t)y * count + k];
            for (size_t x = 0; x < width; x++) { bench.sum[x] += row[x] * weight; }
        }
        put(bench.sum, shelf, y);
    }
    free_bench(&bench);
    return 0;
}

int32_t convert_reduce(
    const convert_source *source, const plane_level *target, double step, int32_t first_row,
    int32_t end_row
) {
    shelf shelf = {target, 0, 0};
    return reduce(source, &shelf, target->width, target->height, step, first_row, end_row);
}

int32_t convert_split(
    const convert_source *source, const scale_level *target, double step, int32_t mirrors,
    int32_t first_row, int32_t end_row
) {
    shelf shelf = {0, target, mirrors};
    return reduce(source, &shelf, target->width, target->height, step, first_row, end_row);
}

void convert_pad(const plane_level *level) {
    const size_t bytes = (size_t)level->stride * 4 * sizeof(uint16_t);
    const int64_t row = level->stride * 4;
    const uint16_t *top = level->pixels + PLANE_PAD * row;
    const uint16_t *bottom = level->pixels + (PLANE_PAD + level->height - 1) * row;
    for (int32_t i = 0; i < PLANE_PAD; i++) {
        __builtin_memcpy(level->pixels + i * row, top, bytes);
        __builtin_memcpy(level->pixels + (PLANE_PAD + level->height + i) * row, bottom, bytes);
    }
}
