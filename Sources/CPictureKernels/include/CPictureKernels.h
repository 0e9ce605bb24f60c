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

/* Whether two RGBA rectangles of the same stride differ by more than a tolerance in R, G or B. */
int cpicture_differs(const uint8_t *a, const uint8_t *b, size_t stride, int width, int height,
                     int tolerance);

/* One cell of glyphs. A colour is 0xRRGGBB, or a palette index when the writer is told so; -1 is
 * the terminal's own. */
typedef struct {
    uint32_t glyph;
    int32_t foreground;
    int32_t background;
} cpicture_cell;

/* Two pixels a cell; the source is `columns` by `2 * rows`. */
void cpicture_half(const uint8_t *source, int columns, int rows, int indexed,
                   cpicture_cell *cells);
/* Four pixels a cell in the best two colours; the source is `2 * columns` by `2 * rows`. */
void cpicture_quad(const uint8_t *source, int columns, int rows, int indexed,
                   cpicture_cell *cells);
/* Brightness by letters; the source is `columns` by `2 * rows`. */
void cpicture_ascii(const uint8_t *source, int columns, int rows, cpicture_cell *cells);
/* The nearest of the 256 colours' cube and greys. */
int cpicture_index256(int red, int green, int blue);

enum { cpicture_direct = 0, cpicture_indexed = 1, cpicture_plain = 2 };

/* Writes the cells that are not yet shown. A shown glyph of zero is unknown and always written;
 * covered cells are skipped and become unknown. Row and column of the upper left count from 0. */
void cpicture_write_cells(cpicture_buffer *out, const cpicture_cell *cells, cpicture_cell *shown,
                          const uint8_t *covered, int columns, int rows, int row, int column,
                          int colours, int tolerance);

/* The fixed palette: 6 reds, 7 greens, 6 blues, and how pixels are dithered to it. */
enum { cpicture_palette_count = 252, cpicture_transparent = 252 };
typedef struct cpicture_dither cpicture_dither;
cpicture_dither *cpicture_dither_make(void);
void cpicture_dither_free(cpicture_dither *dither);
void cpicture_palette(int index, uint8_t rgb[3]);

/* One sixel image of a rectangle of an RGBA picture, its dither fixed to the picture. */
void cpicture_sixel(cpicture_buffer *out, const cpicture_dither *dither, const uint8_t *source,
                    int width, int x, int y, int rect_width, int rect_height);

/* An indexed PNG of a rectangle of an RGBA picture. `covered`, when there is one, has a byte for
 * each of columns by rows cells; pixels of covered cells become transparent. */
void cpicture_png(cpicture_buffer *out, const cpicture_dither *dither, const uint8_t *source,
                  int width, int x, int y, int rect_width, int rect_height,
                  const uint8_t *covered, int columns, int rows);

void cpicture_base64(cpicture_buffer *out, const uint8_t *bytes, size_t count);

#endif
