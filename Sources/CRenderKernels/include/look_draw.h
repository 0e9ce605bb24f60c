// Kernels of drawn looks.
#ifndef KINEMA_LOOK_DRAW_H
#define KINEMA_LOOK_DRAW_H

// Included by look.h, whose types it uses.

// Moves pixels by smooth noise of 45 cells in the height.
void look_wobble(
    look_picture in, look_picture out, float amount, uint32_t seed, int32_t first_row, int32_t end_row
);

// Means over 2 radius + 1 pixels along rows; the fourth becomes the mean of the
// square of luma.
void look_box_across(look_picture in, look_picture out, int32_t radius, int32_t first_row, int32_t end_row);

// The same down columns first_column..<end_column, and of all four.
void look_box_down(
    look_picture in, look_picture out, int32_t radius, int32_t first_column, int32_t end_column
);

// Takes, for each pixel, the means of eight places around it, the calmer the more
// (after Kuwahara, 1976). `means` is what the two functions above make.
void look_calm(
    look_picture means, look_picture out, float reach, int32_t first_row, int32_t end_row
);

// Writes into rows of cells how the picture runs: the gradient's xx, yy and xy.
void look_gather_run(look_picture in, look_cells out, int32_t first_row, int32_t end_row);

// Drags paint along the run of the picture, `length` pixels either way; the fourth
// becomes the bristles' trace.
void look_brush(
    look_picture in, look_picture out, look_cells run, float length, uint32_t seed,
    int32_t first_row, int32_t end_row
);

// Lights the ridges of paint from a side.
void look_relief(
    look_picture in, look_picture out, float amount, float dx, float dy, float size,
    int32_t first_row, int32_t end_row
);

enum { LOOK_LEVEL_COUNT = 1024 };

// Fills what lightness becomes in so many levels of OkLab lightness, with steps
// that are soft over 0.15 of a level; in encoded values.
void look_fill_levels(float *_Nonnull levels, float count);

void look_posterise(
    look_picture picture, const float *_Nonnull levels, int32_t first_row, int32_t end_row
);

// One plane of luma, a float a pixel.
void look_fill_luma(look_picture in, float *_Nonnull luma, int32_t first_row, int32_t end_row);

// Blurs a plane along its rows, or down its columns, by a Gaussian of at most 8 pixels.
void look_soften_across(
    const float *_Nonnull in, float *_Nonnull out, int32_t width, int32_t height, float sigma,
    int32_t first_row, int32_t end_row
);
void look_soften_down(
    const float *_Nonnull in, float *_Nonnull out, int32_t width, int32_t height, float sigma,
    int32_t first_row, int32_t end_row
);

typedef struct look_ink_job {
    // What was there, for the fade; the drawing so far; both may be `out`.
    look_picture original, drawing, out;
    // Luma blurred narrowly and widely, or null for no lines.
    const float *_Nullable narrow, *_Nullable wide;
    float edge_threshold, edge_amount, ink[4];
    // `keep` of the drawing over the fill; 1 is no fill.
    float fill[4], keep;
    float hatch_pitch, hatch_amount, hatch_levels[4], hatch_x[4], hatch_y[4];
    int32_t hatch_count;
    float dot_pitch, dot_amount, dot_x[4], dot_y[4];
    float grid_pitch, grid_weight, grid_amount, grid[4];
    float paper_size, paper_amount, paper[4];
    float amount;
    uint32_t seed;
} look_ink_job;

// Lays dots, strokes, lines and paper over a drawing, and fades it over the picture.
void look_ink(const look_ink_job *_Nonnull job, int32_t first_row, int32_t end_row);

// Averages a picture into cells whose side in pixels need not be whole.
void look_gather_dots(
    look_picture in, look_cells out, float side, int32_t first_row, int32_t end_row
);

// Puts cells into OkLab, and into the nearest of a palette's colours, which has
// four floats each; then back. `dither` is the share of a 4×4 pattern.
void look_palette(
    look_cells cells, const float *_Nonnull palette, int32_t count, float dither,
    int32_t first_row, int32_t end_row
);

// Writes the OkLab of encoded cells.
void look_lab(look_cells in, look_cells out);

// Paints the cells over a picture.
void look_paint_dots(
    look_picture picture, look_cells cells, float side, float amount, int32_t first_row, int32_t end_row
);

#endif
