// Kernels of the sketch for places that a sky over land does not make: streets,
// rooms, halls, caves, space and deep water; and for lights that hang in the air.
#ifndef CRENDERKERNELS_SKETCH_PLACES_H
#define CRENDERKERNELS_SKETCH_PLACES_H

#include "sketch.h"

/// A street that runs to a vanishing point at column `vanish`, between walls
/// `half` scene units to either side.
typedef struct {
    uint32_t seed;
    float vanish, half;
    /// 1 at night, when windows and shops are lit.
    float dark;
    /// Share of coloured signs' light, 0…1.
    float neon;
    /// How wet the ground is, 0…1.
    float wet;
    float snow;
    sketch_rgb wall, lamp;
} sketch_street_plan;

/// Paints the houses above the ground, and what they hide of the sky.
void sketch_street_walls(
    sketch_canvas c, const sketch_air *a, const sketch_street_plan *p, int32_t row0, int32_t row1);
/// Paints the ground; reads the rows above the horizon, which must be finished.
void sketch_street_ground(
    sketch_canvas c, const sketch_air *a, const sketch_street_plan *p, int32_t row0, int32_t row1);

/// A sign that faces the viewer, in pixels, at distance z.
typedef struct {
    float x0, y0, x1, y1, z;
    float glow;
    sketch_rgb colour;
    uint32_t seed;
} sketch_sign;
void sketch_signs(
    sketch_canvas c, const sketch_air *a, const sketch_sign *signs, int32_t count, int32_t row0, int32_t row1);

/// A light in the air: a bright middle and a wide glow, added where nothing
/// nearer than z hides it.
typedef struct {
    float x, y, z;
    /// Radii in pixels at which each part has fallen to a third.
    float core, halo;
    float core_light, halo_light;
    sketch_rgb colour;
} sketch_glow;
void sketch_glows(
    sketch_canvas c, const sketch_glow *glows, int32_t count, int32_t row0, int32_t row1);

/// A beam from (x, y) along (dx, dy), widening by `spread` of its length.
typedef struct {
    float x, y, dx, dy, spread, reach, light, z;
    sketch_rgb colour;
} sketch_beam;
void sketch_beams(sketch_canvas c, const sketch_beam *beams, int32_t count, int32_t row0, int32_t row1);

enum { sketch_room_bare, sketch_room_books };

/// A room seen along its length, a window in one wall.
typedef struct {
    uint32_t seed;
    float vanish;
    int32_t kind;
    /// 1 puts the window on the left, -1 on the right.
    float side;
    /// Strength of what falls through the window, and of a lamp above.
    float window, lamp;
    sketch_rgb pane, lamp_colour, floor, wall;
    float fog;
} sketch_room_plan;
void sketch_room(sketch_canvas c, const sketch_air *a, const sketch_room_plan *p, int32_t row0, int32_t row1);

/// A tall hall of columns with windows along its sides.
typedef struct {
    uint32_t seed;
    float vanish, side;
    float window, lamp;
    sketch_rgb pane, lamp_colour, stone;
    float dust;
} sketch_hall_plan;
void sketch_hall(sketch_canvas c, const sketch_air *a, const sketch_hall_plan *p, int32_t row0, int32_t row1);

/// Rock around an opening through which the scene so far is seen.
typedef struct {
    uint32_t seed;
    /// Middle and half axes of the opening, in pixels.
    float x, y, wide, tall;
    sketch_rgb rock, light;
    float lava;
} sketch_cave_plan;
void sketch_cave(sketch_canvas c, const sketch_air *a, const sketch_cave_plan *p, int32_t row0, int32_t row1);

/// Stars and coloured clouds, without a horizon.
typedef struct {
    uint32_t seed;
    sketch_rgb deep, warm, cool, dust;
    float strength;
} sketch_space_plan;
void sketch_space(sketch_canvas c, const sketch_air *a, const sketch_space_plan *p, int32_t row0, int32_t row1);

/// A planet in pixels at distance z, lit from the scene's sun.
typedef struct {
    uint32_t seed;
    float x, y, radius, z;
    sketch_rgb dark, light, air;
    /// 1 draws rings around it.
    float rings;
    /// How cloudy and banded it is, 0 rock … 1 gas.
    float gas;
    /// How much of a bright sky shows through its dark side.
    float veil;
} sketch_planet;
void sketch_paint_planet(
    sketch_canvas c, const sketch_air *a, const sketch_planet *p, int32_t row0, int32_t row1);

/// Water from below its surface.
typedef struct {
    uint32_t seed;
    sketch_rgb near_light, middle, deep, abyss;
    sketch_rgb ray;
    float rays;
} sketch_deep_plan;
void sketch_deep(sketch_canvas c, const sketch_air *a, const sketch_deep_plan *p, int32_t row0, int32_t row1);
/// Light that waves net upon what is nearer than `far`.
void sketch_caustics(sketch_canvas c, const sketch_air *a, float far, float strength, int32_t row0, int32_t row1);

/// Smoke that rises from (x, y).
typedef struct {
    uint32_t seed;
    float x, y, rise, width, lean, z, density;
    sketch_rgb lit, shade;
    /// Light of fire at its foot.
    sketch_rgb fire;
} sketch_plume;
void sketch_paint_plume(
    sketch_canvas c, const sketch_air *a, const sketch_plume *p, int32_t row0, int32_t row1);

/// Curtains of polar light, and a bow across from the sun.
void sketch_aurora(sketch_canvas c, const sketch_air *a, float strength, int32_t row0, int32_t row1);
void sketch_rainbow(sketch_canvas c, const sketch_air *a, float strength, int32_t row0, int32_t row1);

#endif
