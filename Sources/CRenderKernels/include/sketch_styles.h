// The hands a sketch is painted in. A developed picture is packed RGB floats,
// display-encoded, 0…1 where it can be shown; passes read any of it and write
// rows of their own.
#ifndef CRENDERKERNELS_SKETCH_STYLES_H
#define CRENDERKERNELS_SKETCH_STYLES_H

#include "sketch.h"

/// What turns linear light into a picture.
typedef struct {
    float exposure, bloom, contrast, saturation, vignette, grain, black;
    sketch_rgb shadows, lights;
    /// Warm fading of the blacks, 0…1.
    float fade;
    uint32_t seed;
} sketch_look;

/// Bends colours and distances by noise into `target` and `z`.
void sketch_wobble(
    sketch_canvas c, float *target, float *z, float amount, float cells, uint32_t seed, int32_t row0, int32_t row1);
/// Draws colours together inside edges (Kuwahara, four quadrants).
void sketch_kuwahara(
    const float *source, float *target, int32_t width, int32_t height, int32_t radius, float mix, int32_t row0,
    int32_t row1);
/// Blurs what lies before or behind `focus`, at most by `radius` pixels.
void sketch_defocus(
    sketch_canvas c, float *target, float focus, float radius, int32_t row0, int32_t row1);
/// Averages the bright part of `source` into cells of `step` pixels.
void sketch_bright(
    const float *source, int32_t width, int32_t height, int32_t step, float low, float high, float *cells,
    int32_t columns, int32_t rows, int32_t cell0, int32_t cell1);
/// Blurs packed RGB in place, three box passes each way; `scratch` is as large.
void sketch_blur(float *rgb, float *scratch, int32_t width, int32_t height, float sigma);
/// Blurs packed RGB along its rows only.
void sketch_streak(float *rgb, float *scratch, int32_t width, int32_t height, float sigma);
/// Adds `weight` times `more`, and `more` in a tint.
void sketch_add(float *sum, const float *more, float weight, int64_t count);
void sketch_add_tinted(float *sum, const float *more, sketch_rgb tint, int64_t pixels);
/// Turns linear light into a developed picture. `bloom` is `columns` × `rows`
/// cells of `step` pixels.
void sketch_develop(
    const float *rgb, float *target, int32_t width, int32_t height, const float *bloom, int32_t columns, int32_t rows,
    int32_t step, const sketch_look *k, int32_t row0, int32_t row1);
/// Writes a developed picture as RGBA bytes, with its grain.
void sketch_write(
    const float *rgb, int32_t width, int32_t height, const sketch_look *k, uint8_t *bytes, int64_t stride, int32_t row0,
    int32_t row1);

/// A developed picture, its distances and what is known of it.
typedef struct {
    const float *rgb;
    const float *z;
    int32_t width, height;
    uint32_t seed;
    float horizon, focal, camera, sun_x, sun_y;
    /// Lights below which 2, 42, 72 and 97 % of the picture lie.
    float darkest, low, high, lightest;
    /// Lines of the picture, 0…1, where a style asks for them.
    const float *lines;
    /// Glow of the bright parts in cells.
    const float *glow;
    int32_t glow_columns, glow_rows, glow_step;
    uint8_t *bytes;
    int64_t stride;
} sketch_plate;

/// Lights 0…1 of a developed picture.
void sketch_lights_of(const float *rgb, float *lights, int32_t width, int32_t row0, int32_t row1);
/// Counts lights in 256 steps.
void sketch_count_lights(const float *lights, int64_t count, int32_t *counts);
/// Blurs a plane along its rows, or down its columns, by `sigma` pixels.
void sketch_gauss(
    const float *from, float *to, int32_t width, int32_t height, float sigma, int32_t is_down, int32_t row0,
    int32_t row1);
/// Finds lines where depth breaks and where `fine` dips below `coarse`.
void sketch_lines(
    const float *fine, const float *coarse, const float *z, float *lines, int32_t width, int32_t height, float tone,
    int32_t row0, int32_t row1);

/// Each paints rows of the plate's bytes.
void sketch_anime(const sketch_plate *p, int32_t row0, int32_t row1);
/// `blinds` 1 lays the shadow of a window's slats over the picture.
void sketch_noir(const sketch_plate *p, float blinds, int32_t row0, int32_t row1);
void sketch_watercolour(const sketch_plate *p, int32_t row0, int32_t row1);
void sketch_ink(const sketch_plate *p, int32_t row0, int32_t row1);
void sketch_pencil(const sketch_plate *p, int32_t row0, int32_t row1);
void sketch_blueprint(const sketch_plate *p, int32_t row0, int32_t row1);
/// `disc` 1 draws a banded sun into the sky.
void sketch_synthwave(const sketch_plate *p, float disc, int32_t row0, int32_t row1);

/// Directions of the strokes that follow a picture: packed (cos, sin, detail)
/// for cells of `step` pixels; `scratch` is as large.
void sketch_flow(
    const float *lights, int32_t width, int32_t height, int32_t step, float *cells, float *scratch, int32_t columns,
    int32_t rows);
/// Returns the detail below which a share of the cells of a flow lies.
float sketch_flow_detail(const float *cells, int64_t count, float share);
/// Lays strokes of three sizes over `target` and their heights into `relief`.
void sketch_strokes(
    const sketch_plate *p, const float *flow, int32_t step, int32_t columns, int32_t rows, float middling, float fine,
    float *target, float *relief, int32_t row0, int32_t row1);
/// Lights the strokes' relief.
void sketch_impasto(const sketch_plate *p, const float *relief, int32_t row0, int32_t row1);

/// Joins points by triangles (Delaunay). Points are packed x, y, whole numbers
/// 0…8191, no two alike. Returns how many triangles were written as three
/// indices each into `triangles`, which holds 2 `count` of them.
int32_t sketch_triangulate(const int32_t *points, int32_t count, int32_t *triangles, int32_t *scratch);
/// The numbers of scratch that joining `count` points takes.
int64_t sketch_triangulate_scratch(int32_t count);
/// Picks the points of facets: one to a cell of every level of the picture that
/// has enough edge for it. Returns how many of at most `most`.
int32_t sketch_facet_points(
    const float *lines, const float *lights, int32_t width, int32_t height, uint32_t seed, float scale, int32_t *points,
    int32_t most);
/// Fills triangles `first..<end` with flat colours, and their distance with that
/// of their middle where they lie across an edge.
void sketch_facets(
    const sketch_plate *p, const int32_t *points, const int32_t *triangles, int32_t first, int32_t end, float scale,
    float *target, float *z, int32_t row0, int32_t row1);

/// Averages a developed picture into cells of `side` pixels, and takes the
/// distance most of a cell has.
void sketch_cells(
    const float *rgb, const float *z, int32_t width, int32_t height, float side, float *cells, float *depths,
    int32_t columns, int32_t rows, int32_t cell0, int32_t cell1);
/// Chooses `count` colours of packed RGB cells by median cut; `order` holds one
/// number a cell.
void sketch_palette(const float *cells, int32_t cell_count, int32_t count, float *palette, int32_t *order);
/// Fills rows with the cells' nearest colours, dithered.
void sketch_mosaic(
    const sketch_plate *p, const float *cells, const float *depths, float side, int32_t columns, int32_t rows,
    const float *palette, int32_t count, float *z, int32_t row0, int32_t row1);

/// Returns the smallest distance, at most 200.
float sketch_nearest(const float *z, int64_t count);
/// Writes nearness 0…1 from distances; `nearest` is the smallest distance.
void sketch_depth(
    const float *z, int32_t width, int32_t height, float nearest, float *nearness, int32_t row0, int32_t row1);

#endif
