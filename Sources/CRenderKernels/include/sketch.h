// Kernels of the sketch: each paints one layer into rows (or columns) of a
// canvas. Light is linear, lengths are pixels unless said, and a band of rows
// gives the same bits whatever the other bands do.
#ifndef CRENDERKERNELS_SKETCH_H
#define CRENDERKERNELS_SKETCH_H

#include <stdint.h>

typedef struct {
    float r, g, b;
} sketch_rgb;

/// The picture while it is painted. `rgb` is packed linear light; `z` is the
/// distance in scene units, negative where water is still to be painted.
typedef struct {
    int32_t width, height;
    float *rgb;
    float *z;
} sketch_canvas;

/// What every layer knows of camera, light and air.
///
/// A point (x, height h, z) lies at column `width/2 + focal x/z` and row
/// `horizon - focal (h - camera)/z`.
typedef struct {
    uint32_t seed;
    float horizon, focal, camera;
    float sun_x, sun_y, sun_visible;
    float fog_density;
    sketch_rgb sun, ambient, fog, glow, zenith, cloud_lit, cloud_shade;
} sketch_air;

typedef struct {
    /// Sky colours from zenith to horizon, packed RGB, `ramp_count` of them.
    const float *ramp;
    int32_t ramp_count;
    /// 0 clear … 1 closed.
    float coverage;
    /// Strength of the heaped banks near the horizon, 0…1.
    float cumulus;
    float stars;
    /// Radius of the sun or moon as a fraction of the height; 0 hides it.
    float disc;
    int32_t is_moon;
} sketch_sky_plan;

enum {
    sketch_land_mountains,
    sketch_land_dunes,
    sketch_land_hills,
    sketch_land_mesas,
    sketch_land_headland,
    sketch_land_swell,
    sketch_land_beach,
    sketch_land_ice,
    sketch_land_craters,
    sketch_land_volcano,
    sketch_land_clouds,
    sketch_land_mounds
};

typedef struct {
    int32_t kind;
    float amplitude;
    /// Tangent of the screen direction in which the land opens.
    float gap;
    float near_z, far_z;
    /// 1 leaves ground below zero to the water layer.
    int32_t has_water;
    /// Relative height above which snow lies; 2 for none.
    float snow_line;
    /// How much of the low ground glows, 0…1.
    float lava;
    sketch_rgb low, high, snow;
    /// Direction to the light, of length 1.
    float light_x, light_y, light_z;
} sketch_land_plan;

typedef struct {
    float ripple, sparkle;
    sketch_rgb deep;
    /// 1 paints only where the land left water; 0 everything below the horizon.
    int32_t only_marked;
} sketch_water_plan;

typedef struct {
    sketch_rgb low, high;
    float scale;
    /// Depth of furrows that run to the vanishing point, 0…1.
    float furrows;
    /// How far grass breaks the ground's colour up, 0…1.
    float tufts;
    /// How many of its tufts bloom, 0…1, and in which colour.
    float flowers;
    sketch_rgb flower_colour;
    /// Half width of a road to the horizon in scene units; 0 for none.
    float road;
    sketch_rgb road_colour;
} sketch_ground_plan;

typedef struct {
    float base, amplitude, frequency, z;
    int32_t octaves;
    /// Height of the conifers on the ridge as a fraction of the picture.
    float trees;
    /// 1 gives them round crowns.
    int32_t is_broad;
    sketch_rgb colour;
    uint32_t seed;
} sketch_ridge_plan;

typedef struct {
    float base, z;
    /// Fractions of the picture's height and width.
    float tallest, narrowest;
    float lit_windows;
    int32_t is_neon;
    sketch_rgb colour;
    uint32_t seed;
} sketch_skyline_plan;

void sketch_sky(sketch_canvas c, const sketch_air *a, const sketch_sky_plan *p, int32_t row0, int32_t row1);
/// Paints columns `column0..<column1`.
void sketch_land(
    sketch_canvas c, const sketch_air *a, const sketch_land_plan *p, int32_t column0, int32_t column1);
/// Reads rows above the horizon only, which must be finished.
void sketch_water(
    sketch_canvas c, const sketch_air *a, const sketch_water_plan *p, int32_t row0, int32_t row1);
void sketch_ground(
    sketch_canvas c, const sketch_air *a, const sketch_ground_plan *p, int32_t row0, int32_t row1);
/// How far to the left the middle of a road lies at distance z, in scene units.
float sketch_road_bend(float z);
/// Paints columns `column0..<column1`.
void sketch_ridge(
    sketch_canvas c, const sketch_air *a, const sketch_ridge_plan *p, int32_t column0, int32_t column1);
/// Paints columns `column0..<column1`.
void sketch_skyline(
    sketch_canvas c, const sketch_air *a, const sketch_skyline_plan *p, int32_t column0, int32_t column1);

/// Lays fog over what is far. `strength` 0…1.
void sketch_haze(sketch_canvas c, const sketch_air *a, float strength, int32_t row0, int32_t row1);

/// A mark of rain, snow or a bird: a soft line from (x, y) to (x + dx, y + dy).
typedef struct {
    float x, y, dx, dy, radius, alpha;
} sketch_mark;
/// Draws marks that lighten what lies under them by `colour`.
void sketch_marks(
    sketch_canvas c, const sketch_mark *marks, int32_t count, sketch_rgb colour, float veil, int32_t row0,
    int32_t row1);

/// One part of a silhouette in its own unit space: x right, y up, height 1,
/// feet at 0. Later parts lie over earlier ones.
typedef struct {
    int32_t kind;
    /// Ellipse: middle (x0, y0), radii (x1, y1). Limb: (x0, y0) of radius r0 to
    /// (x1, y1) of radius r1. Polygon: `count` points from `first`.
    float x0, y0, r0, x1, y1, r1;
    int32_t first, count;
    /// How light the surface is, 0…1.
    float value;
    /// Light that the part gives off; such a part never widens the outline.
    sketch_rgb emission;
    int32_t is_emissive;
} sketch_part;

enum { sketch_part_ellipse, sketch_part_limb, sketch_part_polygon };

typedef struct {
    const sketch_part *parts;
    int32_t part_count;
    /// Packed x, y of the polygons' corners.
    const float *points;
    /// Column and row of the middle of the feet, height in pixels, distance.
    float x, y, size, z;
    /// The box around the parts, in units of the height.
    float left, right, top, bottom;
    /// -1 mirrors the parts, 1 leaves them.
    float facing;
    sketch_rgb tint;
    float rim, sunlit, translucency, fog_share, emission;
    /// Strength of the contact shadow, of the shadow cast towards the viewer,
    /// and of the mirror image in wet ground or water.
    float contact, cast, mirror;
    /// The row from which on water hides it.
    float waterline;
    int32_t frame_width, frame_height;
} sketch_subject;

/// The floats of scratch that painting a subject takes, and the rows it has in
/// it. The passes below follow each other; those that take rows of the scratch
/// may run in bands.
int64_t sketch_subject_scratch(const sketch_subject *s);
int32_t sketch_subject_rows(const sketch_subject *s);
int32_t sketch_subject_columns(const sketch_subject *s);
/// Writes left, right, low and high of every part.
void sketch_subject_bounds(const sketch_subject *s, float *bounds);
void sketch_subject_draw(
    const sketch_air *a, const sketch_subject *s, const float *bounds, float *scratch, int32_t row0, int32_t row1);
void sketch_subject_soften_rows(const sketch_subject *s, float *scratch, int32_t row0, int32_t row1);
/// Softens columns `column0..<column1` of all rows.
void sketch_subject_soften_columns(const sketch_subject *s, float *scratch, int32_t column0, int32_t column1);
void sketch_subject_light(
    const sketch_air *a, const sketch_subject *s, float *scratch, int32_t row0, int32_t row1);
/// Paints contact, cast shadow and mirror image, before the subject.
void sketch_subject_ground(sketch_canvas c, const sketch_air *a, const sketch_subject *s, float *scratch);
/// Lays the subject over the picture where nothing nearer stands.
void sketch_subject_lay(sketch_canvas c, const sketch_subject *s, float *scratch, int32_t row0, int32_t row1);

/// A conifer with its root at column x, row y.
typedef struct {
    float x, y, size, z;
    uint32_t seed;
} sketch_pine;
/// Paints conifers in columns `column0..<column1`, later ones over earlier.
void sketch_pines(
    sketch_canvas c, const sketch_air *a, const sketch_pine *pines, int32_t count, sketch_rgb colour,
    int32_t column0, int32_t column1);

/// A sheet of mist at distance z around `row`, fading over `thickness` rows.
void sketch_mist(
    sketch_canvas c, const sketch_air *a, float z, float row, float thickness, float strength, uint32_t seed,
    int32_t row0, int32_t row1);

/// Blades of grass before everything, growing from `row` up to `tallest`.
void sketch_grass(
    sketch_canvas c, const sketch_air *a, float row, float tallest, sketch_rgb colour, uint32_t seed,
    int32_t column0, int32_t column1);

/// Shafts of light from the sun through what is open to the sky. `open` holds
/// how open every cell of `step` pixels is.
void sketch_openness(
    sketch_canvas c, int32_t step, float *open, int32_t columns, int32_t rows, int32_t cell0, int32_t cell1);
void sketch_rays(
    sketch_canvas c, const sketch_air *a, const float *open, int32_t columns, int32_t rows, int32_t step,
    float strength, int32_t row0, int32_t row1);

#endif
