#ifndef KINEMA_PARALLAX_FRAME_H
#define KINEMA_PARALLAX_FRAME_H

#include "include/parallax.h"

// Cells to the left and to the right of a frame's, and the most that one seed covers.
enum { CELL_MARGIN = 8 };
// Positions are solved to a tenth of a pixel, in at most so many steps; what is
// then still farther off than this is no longer shown as solved.
static const float NEAR_ENOUGH = 0.1f, TOO_FAR = 1.5f;
// Half resolution will do where it falls or bends by less, and rises along a row
// by less, in pixels.
static const float SMOOTH = 0.25f, STEEP = 0.8f;
// Alpha from which a pixel counts as covered.
static const int32_t COVERED = PLANE_WHITE - 57;

static inline int32_t cell_columns(int32_t width) { return (width + 1) / 2 + 2 * CELL_MARGIN; }
static inline int32_t cell_rows(int32_t height) { return (height + 1) / 2; }

// A view with the nearness folded in: a pixel of the frame at (x, y), seen at
// nearness d, comes from the pixel a + d b of the scene, centres of pixels at whole numbers.
typedef struct frame_view {
    float ray[9];
    // What is taken from a, and the share of it that is added, for d = 0 and for each d.
    float shift[2][2], pull[2];
} frame_view;

#endif
