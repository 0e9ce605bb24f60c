#ifndef KINEMA_TRANSFER_H
#define KINEMA_TRANSFER_H

#include "plane.h"

#include <stddef.h>
#include <stdint.h>

enum {
    // Pixels of repeated edge on every side of a level.
    TRANSFER_PAD = 32,
    // Half the side of a tracked patch.
    TRANSFER_REACH = 8,
    TRANSFER_PATCH = 4 * TRANSFER_REACH * TRANSFER_REACH,
    // Pixels from one cell of a motion field to the next; its blocks are twice as large.
    TRANSFER_CELL = 8,
    // Steps of a vector of a motion field in one pixel.
    TRANSFER_STEPS = 16,
};

// One brightness of a picture, with TRANSFER_PAD pixels of repeated edge around it.
typedef struct transfer_level {
    // The picture's first pixel, not the padding's.
    uint8_t *_Nonnull pixels;
    int64_t stride;
    int32_t width, height;
} transfer_level;

// Writes rows first_row..<end_row of a level from R, G, B, A in bytes, or copies a plane of bytes;
// side padding included.
void transfer_load_rgba(
    const uint8_t *_Nonnull rgba, ptrdiff_t rgba_stride, const transfer_level *_Nonnull level,
    int32_t first_row, int32_t end_row
);
void transfer_load_plane(
    const uint8_t *_Nonnull plane, ptrdiff_t plane_stride, const transfer_level *_Nonnull level,
    int32_t first_row, int32_t end_row
);

// Writes a level of half the sides, rounded down, from one whose rows are all written.
void transfer_halve(
    const transfer_level *_Nonnull from, const transfer_level *_Nonnull level, int32_t first_row,
    int32_t end_row
);

// Writes the padding above and below.
void transfer_pad(const transfer_level *_Nonnull level);

// Blurs a plane of bytes by 1 2 1 both ways into sixteenths, without padding.
void transfer_soften(
    const uint8_t *_Nonnull plane, ptrdiff_t plane_stride, int32_t width, int32_t height,
    uint16_t *_Nonnull soft
);

// A softened picture; rows follow each other without gap.
typedef struct transfer_soft {
    const uint16_t *_Nonnull pixels;
    int32_t width, height;
} transfer_soft;

// A square of a picture that is known again by its pixels.
typedef struct transfer_patch {
    // The centre, between four pixels; the first pixel's centre is at 0.5.
    float x, y;
    // Half the gradients and the brightness less its mean, row by row.
    float gx[TRANSFER_PATCH], gy[TRANSFER_PATCH], value[TRANSFER_PATCH];
    // The inverse of the sums of the products of the gradients: xx, xy, yy.
    float inverse[3];
    // The root of the sum of the squares of the values.
    float contrast;
} transfer_patch;

// Finds the square with the best corner in each square cell of `cell` pixels, and returns how
// many of at most `capacity` it wrote; cells without texture have none.
int32_t transfer_find_patches(
    const transfer_soft *_Nonnull picture, int32_t cell, transfer_patch *_Nonnull patches,
    int32_t capacity
);

typedef struct transfer_match {
    // A place in one picture, and the same thing's place in another.
    double x, y, u, v;
    // How much this match counts; 0 is not at all.
    double weight;
} transfer_match;

// Looks for patches in another picture, near where `map` (nine numbers, row by row) puts them,
// to a fraction of a pixel. Writes a match each, whose weight is the correlation, or 0 where
// the patch was not found again or lies outside.
void transfer_track(
    const transfer_soft *_Nonnull picture, const transfer_patch *_Nonnull patches, int32_t count,
    const double *_Nonnull map, transfer_match *_Nonnull matches
);

typedef struct transfer_fitting {
    // 4: shift, turn and size; 6: affine; 8: projective.
    int32_t freedom;
    // The half of the picture's width and height: the map is solved around its centre.
    double half_width, half_height;
    // Matches are as exact as this, in pixels, or less.
    double grain;
    // Whether `map` is already near; otherwise the matches vote for one first.
    int32_t is_near;
} transfer_fitting;

typedef struct transfer_fit_report {
    // The share of the weight of the matches that agrees with the map.
    double share;
    // The median distance between the map and the matches that agree, in pixels.
    double error;
} transfer_fit_report;

// Fits a map (nine numbers, row by row) to matches most of which, by weight, follow one.
// Returns 0, or -1 when they say too little, or memory ran out; the map is then as it was.
int32_t transfer_fit(
    const transfer_match *_Nonnull matches, int32_t count,
    const transfer_fitting *_Nonnull fitting, double *_Nonnull map,
    transfer_fit_report *_Nonnull report
);

// Where each cell of one picture lies in another: a vector in 16ths of a pixel, and how badly
// its 16×16 block fits there, as the mean difference of a pixel in 16ths.
typedef struct transfer_vector {
    int16_t x, y;
    uint16_t error;
    uint16_t unused;
} transfer_vector;

typedef struct transfer_search {
    const transfer_level *_Nonnull from;
    const transfer_level *_Nonnull to;
    // The field of the level of half the size, if there is one.
    const transfer_vector *_Nullable coarse;
    int32_t coarse_columns, coarse_rows;
    // The field that the pair of pictures before had at this size, if there is one.
    const transfer_vector *_Nullable before;
    // Nine numbers from places of one picture to the other, or none: how the camera moved.
    const double *_Nullable camera;
    // A cell whose block fits at least as well there, in 16ths of a level, is not searched.
    int32_t camera_error;
    transfer_vector *_Nonnull field;
    int32_t columns, rows;
    // Whether the vectors go on to fractions of a pixel.
    int32_t is_fine;
    int32_t portable;
} transfer_search;

// Finds the vectors of one band of TRANSFER_BAND rows of cells. What a band finds does not depend
// on any other.
enum { TRANSFER_BAND = 8 };
void transfer_search_band(const transfer_search *_Nonnull search, int32_t band);

// How the cells of a field fit, and how many of their vectors the other picture's field does not
// lead back from within two pixels.
typedef struct transfer_tally {
    int32_t bad, poor, astray;
} transfer_tally;

// Counts the cells whose error is above `bad` and above `poor`, in 16ths of a level.
transfer_tally transfer_count(
    const transfer_vector *_Nonnull field, const transfer_vector *_Nonnull back, int32_t columns,
    int32_t rows, int32_t bad, int32_t poor
);

typedef struct transfer_choice {
    int16_t x, y;
    // How much the earlier and the later picture count; their sum is 256.
    int16_t earlier, later;
} transfer_choice;

// How a picture between two is made.
typedef struct transfer_between {
    const transfer_level *_Nonnull earlier;
    const transfer_level *_Nonnull later;
    // The field from the earlier to the later picture, and back.
    const transfer_vector *_Nonnull forward;
    const transfer_vector *_Nonnull backward;
    const double *_Nullable camera;
    int32_t columns, rows;
    // From 0, the earlier, to 1.
    double time;
    transfer_choice *_Nonnull choices;
    int32_t portable;
} transfer_between;

// Chooses what moves through each cell of the rows of the picture between.
void transfer_choose(
    const transfer_between *_Nonnull between, int32_t first_row, int32_t end_row
);

typedef struct transfer_blend {
    const uint8_t *_Nonnull earlier;
    const uint8_t *_Nonnull later;
    uint8_t *_Nonnull result;
    ptrdiff_t earlier_stride, later_stride, result_stride;
    int32_t width, height;
    // Bytes from one pixel to the next: 1 or 4.
    int32_t step;
    // 8 for a plane at the size of the field, 4 for one of half its sides.
    int32_t cell;
    const transfer_choice *_Nonnull choices;
    int32_t columns, rows;
    double time;
    int32_t portable;
} transfer_blend;

// Writes one row of tiles of a plane of the picture between: rows cell * row - cell / 2 and on,
// as many as a cell has, where they lie inside. There is one row more than the field has.
void transfer_blend_tiles(const transfer_blend *_Nonnull blend, int32_t row);

// Writes rows first_row..<end_row of a level of a picture's own size in linear light, side padding
// included; convert_pad then does the rest.
void transfer_load_linear(
    const uint8_t *_Nonnull rgba, ptrdiff_t rgba_stride, const plane_level *_Nonnull level,
    int32_t first_row, int32_t end_row
);

// Mixes two rows of bytes: `share`, 0…256, of the second.
void transfer_mix(
    const uint8_t *_Nonnull earlier, const uint8_t *_Nonnull later, int32_t count, int32_t share,
    uint8_t *_Nonnull result
);

#endif
