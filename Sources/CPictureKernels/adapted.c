#include "adapted.h"

#include <stdlib.h>
#include <string.h>

/* Colours in 5, 6 and 5 bits, and the pixels that have them. */
enum { bin_count = 1 << 16 };

typedef struct {
    uint32_t sums[3];
    uint32_t count;
} bin;

/* Some bins that share one colour of the palette: a stretch of their list. */
typedef struct {
    int start, end;
    int channel;  /* in which they differ most */
    double error; /* how much, over all their pixels */
} box;

static int bin_of(const uint8_t *pixel) {
    return (pixel[0] >> 3) << 11 | (pixel[1] >> 2) << 5 | pixel[2] >> 3;
}

static double level_of(const bin *bins, int index, int channel) {
    return (double)bins[index].sums[channel] / bins[index].count;
}

/* Green counts most to the eye, then red. */
static const double weights[3] = {3, 4, 2};

static void measure(box *box, const bin *bins, const int *list) {
    box->error = -1;
    for (int channel = 0; channel < 3; channel++) {
        double sum = 0, squares = 0, count = 0;
        for (int i = box->start; i < box->end; i++) {
            double n = bins[list[i]].count, level = level_of(bins, list[i], channel);
            sum += n * level;
            squares += n * level * level;
            count += n;
        }
        double error = weights[channel] * (squares - sum * sum / count);
        if (error > box->error) {
            box->error = error;
            box->channel = channel;
        }
    }
}

/* Parts a box at the mean of the channel in which its pixels differ most. */
static int part(box *low, box *high, const bin *bins, int *list) {
    double sum = 0, count = 0;
    for (int i = low->start; i < low->end; i++) {
        sum += bins[list[i]].sums[low->channel];
        count += bins[list[i]].count;
    }
    int at = low->start;
    for (int i = low->start; i < low->end; i++) {
        if (level_of(bins, list[i], low->channel) >= sum / count) continue;
        int swapped = list[at];
        list[at++] = list[i];
        list[i] = swapped;
    }
    if (at == low->start || at == low->end) return 0;
    *high = (box){.start = at, .end = low->end};
    low->end = at;
    measure(low, bins, list);
    measure(high, bins, list);
    return 1;
}

static int choose(const bin *bins, int *list, int listed, uint8_t palette[][3]) {
    box boxes[adapted_count];
    int count = 1;
    boxes[0] = (box){.start = 0, .end = listed};
    measure(&boxes[0], bins, list);
    while (count < adapted_count) {
        int worst = 0;
        for (int i = 1; i < count; i++)
            if (boxes[i].error > boxes[worst].error) worst = i;
        if (boxes[worst].error <= 0) break;
        if (part(&boxes[worst], &boxes[count], bins, list)) count++;
        else boxes[worst].error = 0;
    }
    for (int i = 0; i < count; i++) {
        double sums[3] = {0}, total = 0;
        for (int k = boxes[i].start; k < boxes[i].end; k++) {
            for (int c = 0; c < 3; c++) sums[c] += bins[list[k]].sums[c];
            total += bins[list[k]].count;
        }
        for (int c = 0; c < 3; c++) palette[i][c] = (uint8_t)(sums[c] / total + 0.5);
    }
    return count;
}

static int nearest(const int rgb[3], uint8_t palette[][3], int count) {
    int best = 0, least = 1 << 30;
    for (int i = 0; i < count; i++) {
        int error = 0;
        for (int c = 0; c < 3; c++) {
            int difference = palette[i][c] - rgb[c];
            error += (int)weights[c] * difference * difference;
        }
        if (error < least) least = error, best = i;
    }
    return best;
}

/* Each pixel gets the nearest colour, and its error is shared with the pixels after it: 7, 3, 5 and
 * 1 sixteenths, as Floyd and Steinberg have it. What was found for a colour of 15 bits is kept. */
static void spread(const uint8_t *pixels, int width, int height, uint8_t palette[][3], int count,
                   int16_t *errors, int16_t *known, uint8_t *indices) {
    memset(known, -1, sizeof(int16_t) << 15);
    size_t line = ((size_t)width + 2) * 3;
    memset(errors, 0, line * 2 * sizeof(int16_t));
    for (int y = 0; y < height; y++) {
        int16_t *here = errors + (y & 1) * line + 3, *below = errors + (~y & 1) * line + 3;
        memset(below - 3, 0, line * sizeof(int16_t));
        for (int x = 0; x < width; x++, pixels += 4) {
            int rgb[3];
            for (int c = 0; c < 3; c++) {
                int level = pixels[c] + (here[x * 3 + c] + 8) / 16;
                rgb[c] = level < 0 ? 0 : level > 255 ? 255 : level;
            }
            int16_t *found = &known[(rgb[0] >> 3) << 10 | (rgb[1] >> 3) << 5 | rgb[2] >> 3];
            if (*found < 0) *found = (int16_t)nearest(rgb, palette, count);
            for (int c = 0; c < 3; c++) {
                int error = rgb[c] - palette[*found][c];
                here[(x + 1) * 3 + c] = (int16_t)(here[(x + 1) * 3 + c] + error * 7);
                below[(x - 1) * 3 + c] = (int16_t)(below[(x - 1) * 3 + c] + error * 3);
                below[x * 3 + c] = (int16_t)(below[x * 3 + c] + error * 5);
                below[(x + 1) * 3 + c] = (int16_t)(below[(x + 1) * 3 + c] + error);
            }
            *indices++ = (uint8_t)*found;
        }
    }
}

int adapt(const uint8_t *pixels, int width, int height, uint8_t palette[][3], uint8_t *indices) {
    bin *bins = calloc(bin_count, sizeof *bins);
    int *list = malloc(sizeof(int) * bin_count), listed = 0, count = 0;
    int16_t *errors = malloc(sizeof(int16_t) * ((size_t)width + 2) * 3 * 2);
    int16_t *known = malloc(sizeof(int16_t) << 15);
    if (bins && list && errors && known) {
        for (size_t i = 0; i < (size_t)width * (size_t)height; i++) {
            bin *bin = &bins[bin_of(pixels + i * 4)];
            bin->count++;
            for (int c = 0; c < 3; c++) bin->sums[c] += pixels[i * 4 + (size_t)c];
        }
        for (int i = 0; i < bin_count; i++)
            if (bins[i].count) list[listed++] = i;
        count = choose(bins, list, listed, palette);
        spread(pixels, width, height, palette, count, errors, known, indices);
    }
    free(bins);
    free(list);
    free(errors);
    free(known);
    return count;
}
