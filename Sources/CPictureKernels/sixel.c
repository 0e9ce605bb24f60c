#include "adapted.h"
#include "buffer.h"
#include "dither.h"

#include <stdlib.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { band_height = 6, colour_count = 256 };

/* Where a colour has pixels in one column of a band: the column, the colour and the bits of its
 * rows. The next column's mark of the same colour and bits is larger by one column. */
typedef uint32_t mark;
static const mark one_column = 1 << 16;

static inline int mark_column(mark mark) { return (int)(mark >> 16); }
static inline int mark_colour(mark mark) { return mark >> 8 & 255; }
static inline uint8_t mark_bits(mark mark) { return mark & 255; }

/* What one band of six rows holds: a mark for each colour of each column, sorted by colours. */
typedef struct {
    mark *marks;
    mark *sorted;
    uint8_t *indices;
    uint8_t *bits;
    int starts[colour_count + 1]; /* of each colour's marks among the sorted ones */
} band;

/* The rows of a column that have the colour of one row, if no row above has it; else none. */
static uint8_t bits_of(const uint8_t *index, int width, int row, int height) {
    uint8_t colour = index[row * width], bits = 0;
    for (int other = 0; other < height; other++) {
        if (index[other * width] != colour) continue;
        if (other < row) return 0;
        bits |= (uint8_t)(1 << other);
    }
    return bits;
}

static void find_bits(band *band, int width, int height) {
    int x = 0;
#if defined(__SSE2__)
    for (; x + 16 <= width; x += 16) {
        __m128i colours[band_height], taken[band_height];
        for (int row = 0; row < height; row++) {
            colours[row] = _mm_loadu_si128((__m128i *)(band->indices + row * width + x));
            taken[row] = _mm_setzero_si128();
        }
        for (int row = 0; row < height; row++) {
            __m128i bits = _mm_set1_epi8((char)(1 << row));
            for (int below = row + 1; below < height; below++) {
                __m128i same = _mm_cmpeq_epi8(colours[row], colours[below]);
                bits = _mm_or_si128(bits, _mm_and_si128(same, _mm_set1_epi8((char)(1 << below))));
                taken[below] = _mm_or_si128(taken[below], same);
            }
            _mm_storeu_si128((__m128i *)(band->bits + row * width + x),
                             _mm_andnot_si128(taken[row], bits));
        }
    }
#endif
    for (; x < width; x++)
        for (int row = 0; row < height; row++)
            band->bits[row * width + x] = bits_of(band->indices + x, width, row, height);
}

static void sort(band *band, int count) {
    int total = 0, counts[colour_count] = {0};
    for (int i = 0; i < count; i++) counts[mark_colour(band->marks[i])]++;
    for (int colour = 0; colour < colour_count; colour++) {
        band->starts[colour] = total;
        total += counts[colour];
        counts[colour] = band->starts[colour];
    }
    band->starts[colour_count] = total;
    for (int i = 0; i < count; i++)
        band->sorted[counts[mark_colour(band->marks[i])]++] = band->marks[i];
}

/* A rectangle of the terminal's pixels over a picture that may have fewer. */
typedef struct {
    const uint8_t *source;
    int stride, x, y, width, across, down, cell_width, cell_height;
    uint8_t *line; /* the indices of the picture's own pixels of a row */
    int last;      /* the row they are of */
    const uint8_t *indices; /* of all its pixels, where they are known */
} raster;

static void index_row(raster *raster, const cpicture_dither *dither, int y, uint8_t *indices) {
    if (raster->indices) {
        memcpy(indices, raster->indices + (size_t)y * (size_t)raster->stride, (size_t)raster->width);
        return;
    }
    int row = (int)((int64_t)y * raster->down / raster->cell_height);
    int first = (int)((int64_t)raster->x * raster->across / raster->cell_width);
    int end = (int)((int64_t)(raster->x + raster->width - 1) * raster->across / raster->cell_width);
    const uint8_t *pixels =
        raster->source + ((size_t)row * (size_t)raster->stride + (size_t)first) * 4;
    if (raster->across == raster->cell_width && raster->down == raster->cell_height) {
        dither_row(dither, pixels, first, row, raster->width, indices);
        return;
    }
    if (row != raster->last) dither_row(dither, pixels, first, row, end - first + 1, raster->line);
    raster->last = row;
    for (int i = 0; i < raster->width; i++) {
        int column = (int)((int64_t)(raster->x + i) * raster->across / raster->cell_width);
        indices[i] = raster->line[column - first];
    }
}

static void gather(band *band, raster *raster, const cpicture_dither *dither, int y, int height) {
    int count = 0, width = raster->width;
    for (int row = 0; row < height; row++)
        index_row(raster, dither, y + row, band->indices + (size_t)row * (size_t)width);
    find_bits(band, width, height);
    for (int column = 0; column < width; column++) {
        for (int row = 0; row < height; row++) {
            uint8_t bits = band->bits[row * width + column];
            mark colour = band->indices[row * width + column];
            /* Without a branch, which noise would make unpredictable. */
            band->marks[count] = (mark)column << 16 | colour << 8 | bits;
            count += bits != 0;
        }
    }
    sort(band, count);
}

static inline uint8_t *put_run(uint8_t *at, int count, uint8_t sixel) {
    if (count > 3) {
        *at++ = '!';
        at = write_number(at, (unsigned)count);
        *at++ = sixel;
        return at;
    }
    /* Three bytes whether there are as many or not: there is room, and it is quicker than to ask. */
    memset(at, sixel, 3);
    return at + count;
}

static uint8_t *put_definition(uint8_t *at, int colour, const uint8_t rgb[3]) {
    *at++ = '#';
    at = write_number(at, (unsigned)colour);
    *at++ = ';';
    *at++ = '2';
    for (int i = 0; i < 3; i++) {
        *at++ = ';';
        at = write_number(at, (rgb[i] * 100u + 127) / 255);
    }
    return at;
}

static uint8_t *put_colour_row(uint8_t *at, const band *band, int colour) {
    const mark *next = band->sorted + band->starts[colour];
    const mark *end = band->sorted + band->starts[colour + 1];
    int column = 0;
    *at++ = '#';
    at = write_number(at, (unsigned)colour);
    while (next < end) {
        uint8_t bits = mark_bits(*next);
        int start = mark_column(*next), stop = start + 1;
        for (mark same = *next + one_column; ++next < end && *next == same; same += one_column)
            stop++;
        at = put_run(at, start - column, '?');
        at = put_run(at, stop - start, (uint8_t)('?' + bits));
        column = stop;
    }
    return at;
}

/* The colours of an image, and those that were told already. */
typedef struct {
    uint8_t rgb[colour_count][3];
    uint8_t isDefined[colour_count];
} palette;

static uint8_t *put_known(uint8_t *at, palette *palette, int colour) {
    if (!palette->isDefined[colour]) at = put_definition(at, colour, palette->rgb[colour]);
    palette->isDefined[colour] = 1;
    return at;
}

/* The colour that has most marks, so that its row would be among the longest. */
static int ground_of(const band *band) {
    int ground = 0, most = 0;
    for (int colour = 0; colour < colour_count; colour++) {
        int count = band->starts[colour + 1] - band->starts[colour];
        if (count > most) most = count, ground = colour;
    }
    return ground;
}

/* Writes a band where there is room for all that it can need. One colour goes first and fills the
 * whole of it, which takes a few bytes; the others are drawn over it. */
static uint8_t *put_band(uint8_t *at, const band *band, palette *palette, int width, int height) {
    int ground = ground_of(band);
    at = put_known(at, palette, ground);
    *at++ = '#';
    at = write_number(at, (unsigned)ground);
    at = put_run(at, width, (uint8_t)('?' + (1 << height) - 1));
    for (int colour = 0; colour < colour_count; colour++) {
        if (colour == ground || band->starts[colour] == band->starts[colour + 1]) continue;
        *at++ = '$';
        at = put_known(at, palette, colour);
        at = put_colour_row(at, band, colour);
    }
    return at;
}

static band *make_band(int width) {
    band *made = malloc(sizeof *made);
    if (!made) return NULL;
    /* One more than there can be: the next mark is written before it is known to be one. */
    size_t count = (size_t)band_height * (size_t)width + 1;
    made->marks = malloc(sizeof(mark) * count);
    made->sorted = malloc(sizeof(mark) * count);
    made->indices = malloc(count);
    made->bits = malloc(count);
    return made;
}

static void free_band(band *band) {
    if (!band) return;
    free(band->marks);
    free(band->sorted);
    free(band->indices);
    free(band->bits);
    free(band);
}

static int is_whole(const band *band) {
    return band && band->marks && band->sorted && band->indices && band->bits;
}

static void put_image(cpicture_buffer *out, raster *raster, const cpicture_dither *dither,
                      palette *palette, int height) {
    band *band = make_band(raster->width);
    raster->line = malloc((size_t)raster->width + 1);
    if (!is_whole(band) || !raster->line || raster->width > UINT16_MAX ||
        !cpicture_reserve(out, 64)) {
        out->failed = 1;
    } else {
        put_text(out, "\x1bP0;1;0q\"1;1;");
        put_number(out, (unsigned)raster->width);
        put_byte(out, ';');
        put_number(out, (unsigned)height);
        for (int top = 0; top < height; top += band_height) {
            int rows = height - top < band_height ? height - top : band_height;
            gather(band, raster, dither, raster->y + top, rows);
            /* Each pixel is at most one sixel with a gap of six bytes before it; and put_run
             * writes up to three bytes ahead. */
            size_t room = (size_t)raster->width * band_height * 7 + colour_count * 40;
            if (!cpicture_reserve(out, room)) break;
            if (top > 0) put_byte(out, '-');
            uint8_t *end = put_band(out->bytes + out->count, band, palette, raster->width, rows);
            out->count = (size_t)(end - out->bytes);
        }
        if (cpicture_reserve(out, 2)) put_text(out, "\x1b\\");
    }
    free(raster->line);
    free_band(band);
}

void cpicture_sixel(cpicture_buffer *out, const cpicture_dither *dither,
                    const cpicture_grid *grid, int column, int row, int columns, int rows) {
    palette palette = {0};
    for (int i = 0; i < cpicture_palette_count; i++) cpicture_palette(i, palette.rgb[i]);
    raster raster = {.source = grid->pixels,
                     .stride = grid->columns * grid->across,
                     .x = column * grid->cell_width,
                     .y = row * grid->cell_height,
                     .width = columns * grid->cell_width,
                     .across = grid->across,
                     .down = grid->down,
                     .cell_width = grid->cell_width,
                     .cell_height = grid->cell_height,
                     .last = -1};
    put_image(out, &raster, dither, &palette, rows * grid->cell_height);
}

void cpicture_sixel_adapted(cpicture_buffer *out, const uint8_t *source, int width, int height) {
    palette palette = {0};
    uint8_t *indices = malloc((size_t)width * (size_t)height);
    if (indices && adapt(source, width, height, palette.rgb, indices)) {
        raster raster = {.stride = width, .width = width, .indices = indices};
        put_image(out, &raster, NULL, &palette, height);
    } else {
        out->failed = 1;
    }
    free(indices);
}
