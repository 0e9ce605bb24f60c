/* Pictures become a terminal's bytes: the loops that would be slow in Swift. */
#ifndef CPICTUREKERNELS_H
#define CPICTUREKERNELS_H

#include <stddef.h>
#include <stdint.h>

/* Bytes that grow. Zeroed is empty; when memory runs out `failed` is set and nothing is added. */
typedef struct {
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    int failed;
} cpicture_buffer;

void cpicture_buffer_free(cpicture_buffer *buffer);
void cpicture_append(cpicture_buffer *buffer, const uint8_t *bytes, size_t count);

/* Scales RGBA by area; equal sizes copy. */
void cpicture_scale(const uint8_t *source, int width, int height, uint8_t *target,
                    int target_width, int target_height);

/* A picture in Y, U and V of 8 bits, chroma with half the rows and half the columns. */
typedef struct {
    const uint8_t *planes[3];
    ptrdiff_t strides[3];
    int width, height;
    int matrix; /* 0 is BT.601, 1 BT.709, 2 BT.2020 */
    int full_range;
} cpicture_planar;

/* Makes RGBA of another extent, by means where it is smaller; 0 when there is no memory. */
int cpicture_scale_planar(const cpicture_planar *source, uint8_t *target, int target_width,
                          int target_height);

/* Marks in `dirty` the cells, of width by height pixels, in which two RGBA pictures differ by more
 * than a tolerance in R, G or B, and those that are not `known`. Covered cells are never dirty and
 * become unknown. */
void cpicture_compare(const uint8_t *picture, const uint8_t *shown, int columns, int rows,
                      int width, int height, int tolerance, const uint8_t *covered, uint8_t *known,
                      uint8_t *dirty);

/* Copies a rectangle of pixels between RGBA pictures of the same stride, in pixels. */
void cpicture_copy(const uint8_t *picture, uint8_t *target, int stride, int x, int y, int width,
                   int height);

/* Puts in twice what two RGBA pictures differ by; `count` pixels, whose alpha stays. */
void cpicture_difference(uint8_t *picture, const uint8_t *other, size_t count);

/* Brings a rectangle of RGBA down to a fifth, or half way to white. The stride is in pixels, and the
 * rectangle lies within the picture. */
void cpicture_darken(uint8_t *picture, int stride, int x, int y, int width, int height);
void cpicture_lighten(uint8_t *picture, int stride, int x, int y, int width, int height);

/* Paints red over the pixels of an RGBA picture at which its lightness turns sharply: where the
 * Laplacian of its 3x3 neighbourhood is steep. Returns -1 when there is no memory. */
int cpicture_mark_edges(uint8_t *picture, int width, int height);

/* Copies columns of an RGBA picture, from the column `from` on, to the column `to` of one of the same
 * stride; both may be the same picture. */
void cpicture_move(const uint8_t *picture, int from, uint8_t *target, int to, int stride, int width,
                   int height);

/* How a cell's colours are meant: 0xRRGGBB, an index of the 256 colours or of the first 16; or
 * there are none. */
enum {
    cpicture_direct = 0,
    cpicture_indexed = 1,
    cpicture_plain = 2,
    cpicture_sixteen = 3
};

/* One cell of glyphs; a colour of -1 is the terminal's own. */
typedef struct {
    uint32_t glyph;
    int32_t foreground;
    int32_t background;
} cpicture_cell;

/* Two pixels a cell; the source is `columns` by `2 * rows`. */
void cpicture_half(const uint8_t *source, int columns, int rows, int coding,
                   cpicture_cell *cells);
/* Four pixels a cell in the best two colours; the source is `2 * columns` by `2 * rows`. */
void cpicture_quad(const uint8_t *source, int columns, int rows, int coding,
                   cpicture_cell *cells);
/* Six and eight pixels a cell: sextants of 2 by 3 and braille dots of 2 by 4. */
void cpicture_sextant(const uint8_t *source, int columns, int rows, int coding,
                      cpicture_cell *cells);
void cpicture_braille(const uint8_t *source, int columns, int rows, int coding,
                      cpicture_cell *cells);
/* Brightness by letters; the source is `columns` by `2 * rows`. */
void cpicture_ascii(const uint8_t *source, int columns, int rows, cpicture_cell *cells);
/* The nearest of the 256 colours' cube and greys, and a colour as a cell of some coding has it. */
int cpicture_index256(int red, int green, int blue);
int32_t cpicture_colour(int red, int green, int blue, int coding);

/* Returns the least tolerance, at least that given, at which no more cells than `limit` are to be
 * written; cells that are unknown always are. */
int cpicture_tolerance(const cpicture_cell *cells, const cpicture_cell *shown,
                       const uint8_t *covered, int count, int coding, int tolerance, int limit);

/* Writes the cells that are not yet shown, at most `limit` of them. A shown glyph of zero is unknown and always written;
 * covered cells are skipped and become unknown. Row and column of the upper left count from 0. */
void cpicture_write_cells(cpicture_buffer *out, const cpicture_cell *cells, cpicture_cell *shown,
                          const uint8_t *covered, int columns, int rows, int row, int column,
                          int coding, int tolerance, int limit);

/* The fixed palette: 4 reds, 6 greens, 4 blues, and how pixels are dithered to it. More colours
 * make the grain finer and cost bytes: 6, 7 and 6 come to a quarter more for 3 dB. */
enum { cpicture_palette_count = 96, cpicture_transparent = 96 };
typedef struct cpicture_dither cpicture_dither;
cpicture_dither *cpicture_dither_make(void);
void cpicture_dither_free(cpicture_dither *dither);
void cpicture_palette(int index, uint8_t rgb[3]);

/* A picture on the terminal's cells: `columns` by some rows of them, each `across` by `down` pixels
 * of the RGBA picture and `cell_width` by `cell_height` of the terminal's, which are no fewer. */
typedef struct {
    const uint8_t *pixels;
    int columns;
    int across, down;
    int cell_width, cell_height;
} cpicture_grid;

/* One sixel image of a rectangle of cells, its dither fixed to the picture. */
void cpicture_sixel(cpicture_buffer *out, const cpicture_dither *dither,
                    const cpicture_grid *grid, int column, int row, int columns, int rows);

/* One sixel image of an RGBA picture of the terminal's own pixels, in colours chosen for it: ten
 * times as dear and much finer, for a picture that stays a while. */
void cpicture_sixel_adapted(cpicture_buffer *out, const uint8_t *source, int width, int height);

/* An indexed PNG of a rectangle of an RGBA picture. `covered`, when there is one, has a byte for
 * each of columns by rows cells; pixels of covered cells become transparent. */
void cpicture_png(cpicture_buffer *out, const cpicture_dither *dither, const uint8_t *source,
                  int width, int x, int y, int rect_width, int rect_height,
                  const uint8_t *covered, int columns, int rows);

/* The same rectangle as a PNG with all its colours: for a picture that stays a while. */
void cpicture_png_full(cpicture_buffer *out, const uint8_t *source, int width, int x, int y,
                       int rect_width, int rect_height);

void cpicture_base64(cpicture_buffer *out, const uint8_t *bytes, size_t count);

#endif
