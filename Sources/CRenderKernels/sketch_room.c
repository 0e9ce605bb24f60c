#include "include/sketch_places.h"
#include "sketch_maths.h"

// A box around the eye, which looks along its length: x across, y up, z ahead.
static const float SK_WIDE = 1.55f, SK_FLOOR = -.72f, SK_CEILING = 1.02f, SK_BACK = 3.6f;
// The window in the left wall.
static const float SK_PANE_Z0 = 1.35f, SK_PANE_Z1 = 2.75f, SK_PANE_Y0 = -.10f, SK_PANE_Y1 = .74f;

typedef struct {
    float x, y, z;
} sk_spot;

// 1 inside a…b, with soft edges.
SK_INLINE float sk_between(float x, float a, float b, float soft) { return sk_step(a - soft, a + soft, x) * sk_step(b + soft, b - soft, x); }
// How much of the window is open at its own coordinates.
SK_INLINE float sk_window(float z, float y, float soft) {
    float u = (z - SK_PANE_Z0) / (SK_PANE_Z1 - SK_PANE_Z0), v = (y - SK_PANE_Y0) / (SK_PANE_Y1 - SK_PANE_Y0);
    float bars = (1 - sk_between(u, .475f, .525f, soft)) * (1 - sk_between(v, .56f, .61f, soft));
    return sk_between(u, 0, 1, soft) * sk_between(v, 0, 1, soft) * bars;
}
// Follows the light back to the window.
SK_INLINE float sk_sunlit(sk_spot p, float extra) {
    float s = p.x + SK_WIDE;
    if (s < .01f) return 0;
    return sk_window(p.z - .32f * s, p.y + .62f * s, .012f + .02f * s + extra);
}

typedef enum { sk_side_wall, sk_floor_plane, sk_ceiling_plane, sk_back_wall } sk_plane;

SK_INLINE sk_spot sk_room_hit(float rx, float ry, sk_plane *plane) {
    float side = SK_WIDE / sk_max(sk_abs(rx), 1e-4f);
    float level = ry < 0 ? SK_FLOOR / sk_min(ry, -1e-4f) : SK_CEILING / sk_max(ry, 1e-4f);
    float z = sk_min(SK_BACK, sk_min(side, level));
    *plane = z == SK_BACK ? sk_back_wall : z == level ? (ry < 0 ? sk_floor_plane : sk_ceiling_plane) : sk_side_wall;
    return (sk_spot){rx * z, ry * z, z};
}

// Rows of books: every one has a width, a height and a binding of its own.
SK_INLINE sketch_rgb sk_books(float u, float v, float blur, uint32_t seed) {
    float shelf = v * 5.2f, f = sk_fract(shelf);
    int32_t row = sk_floor(shelf);
    float board = sk_step(.10f, .07f, f), across = u * 17 + sk_unit(row, 1, seed) * 9;
    int32_t book = sk_floor(across);
    float g = sk_fract(across), k = sk_unit(book, row, seed + 2), tall = .62f + .28f * sk_unit(book, row, seed + 3);
    static const float bindings[6][3] = {{.20f, .05f, .03f}, {.06f, .09f, .05f}, {.05f, .07f, .14f}, {.26f, .17f, .07f}, {.10f, .05f, .04f}, {.30f, .25f, .17f}};
    const float *b = bindings[(int)(k * 5.99f)];
    float spine = sk_step(.5f, .34f, sk_abs(g - .5f)) * .5f + .5f, band = sk_between(f, .30f, .34f, .01f) * .8f * (k > .5f);
    sketch_rgb c = sk_scale(sk_rgb(b[0], b[1], b[2]), (spine + band) * (.7f + .6f * sk_unit(book, row, seed + 4)));
    c = sk_mix(c, sk_rgb(.012f, .009f, .007f), sk_step(tall, tall + .03f, f));
    c = sk_mix(c, sk_rgb(.09f, .05f, .028f), board);
    return sk_mix(c, sk_rgb(.09f, .06f, .04f), sk_clamp(blur, 0, 1) * .5f);
}

SK_INLINE sketch_rgb sk_room_albedo(sk_spot p, sk_plane plane, const sketch_room_plan *r) {
    float stain = sk_fbm(p.x * 2 + p.z, p.y * 2 + p.z * .7f, 5, r->seed + 1);
    if (plane == sk_floor_plane) {
        float board = sk_unit(sk_floor(p.x * 5.5f), 3, r->seed), grain = sk_fbm(p.x * 22, p.z * 1.6f, 3, r->seed + 4);
        float joint = sk_step(.47f, .5f, sk_abs(sk_fract(p.x * 5.5f) - .5f));
        sketch_rgb c = sk_scale(r->floor, (.72f + .38f * board) * (1 + .3f * grain) * (1 - .4f * joint));
        float rug = sk_between(p.x, -.75f, .75f, .01f) * sk_between(p.z, 2.0f, 3.1f, .01f) * (r->kind == sketch_room_books || r->lamp > 0);
        float border = 1 - sk_between(p.x, -.66f, .66f, .01f) * sk_between(p.z, 2.1f, 3.0f, .01f);
        sketch_rgb wool = sk_scale(sk_mix(sk_rgb(.20f, .035f, .03f), sk_rgb(.26f, .17f, .09f), border * .8f), 1 + .3f * grain);
        return sk_mix(c, wool, rug);
    }
    if (plane == sk_ceiling_plane) return sk_scale(sk_rgb(.11f, .095f, .08f), 1 + .18f * stain);
    float along = plane == sk_back_wall ? p.x : p.z;
    sketch_rgb c = sk_scale(r->wall, 1 + .18f * stain);
    if (r->kind == sketch_room_books && (plane == sk_back_wall || p.x > 0)) c = sk_books(along, p.y + .72f, 0, r->seed + 9);
    else {
        // A picture hangs on the far wall.
        float frame = plane == sk_back_wall ? sk_between(p.x, -.92f, -.28f, .006f) * sk_between(p.y, .08f, .52f, .006f) : 0;
        float inner = sk_between(p.x, -.87f, -.33f, .006f) * sk_between(p.y, .13f, .47f, .006f);
        sketch_rgb canvas = sk_mix(sk_rgb(.10f, .13f, .16f), sk_rgb(.24f, .20f, .14f), sk_clamp((p.y - .2f) * 5 + .5f * stain, 0, 1));
        c = sk_mix(c, sk_mix(sk_rgb(.07f, .045f, .025f), canvas, inner), frame);
        if (p.y < SK_FLOOR + .10f) c = sk_scale(c, p.y > SK_FLOOR + .09f ? .35f : .62f);
    }
    return c;
}

SK_INLINE sketch_rgb sk_room_light(sk_spot p, sk_plane plane, const sketch_air *a, const sketch_room_plan *r) {
    float dw = (p.x + SK_WIDE) * (p.x + SK_WIDE) * .6f + sk_square(p.y - .35f) + sk_square(p.z - 2.05f);
    float soft = r->window * 1.1f / (1 + 1.4f * dw);
    float bx = p.x - .07f, bz = p.z - 2.6f, bounce = sk_exp(-(bx * bx + sk_square(p.y - SK_FLOOR) * 1.3f + bz * bz) / .9f) * .30f;
    float corner = plane == sk_floor_plane || plane == sk_ceiling_plane ? 1 : 1 - .45f * sk_exp(-(p.y - SK_FLOOR) / .16f);
    if (plane != sk_back_wall) corner *= 1 - .35f * sk_exp(-(SK_BACK - p.z) / .25f);
    sketch_rgb light = sk_add(sk_scale(a->ambient, .10f), sk_scale(sk_mix(r->pane, a->ambient, .5f), soft));
    light = sk_add(light, sk_scale(a->sun, bounce * .5f * r->window));
    if (r->lamp > 0) {
        float lx = p.x - .30f, ly = p.y - .52f, lz = p.z - 2.45f, d = lx * lx + ly * ly + lz * lz;
        // The shade throws its light down and lets a little out above.
        float down = sk_step(-.05f, .18f, -ly / sqrtf(d + 1e-3f)) * .85f + .15f;
        light = sk_add(light, sk_scale(r->lamp_colour, r->lamp * down * 1.0f / (.10f + d)));
    }
    light = sk_scale(light, corner * 1.25f);
    return sk_add(light, sk_scale(a->sun, sk_sunlit(p, 0) * .95f * r->window));
}

SK_KERNEL void sketch_room(sketch_canvas c, const sketch_air *a, const sketch_room_plan *r, int32_t row0, int32_t row1) {
    float height = (float)c.height;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t column = 0; column < c.width; column++) {
            float x = (float)column + .5f, y = (float)row + .5f;
            float rx = (x - r->vanish) / a->focal * r->side, ry = (a->horizon - y) / a->focal;
            sk_plane plane;
            sk_spot p = sk_room_hit(rx, ry, &plane);
            sketch_rgb k = sk_times(sk_room_albedo(p, plane, r), sk_room_light(p, plane, a, r));
            if (plane == sk_side_wall && rx < 0) {
                float glass = sk_window(p.z, p.y, .006f);
                // What lies outside is only a glow, brighter above.
                sketch_rgb day = sk_add(sk_scale(r->pane, 2.1f + .9f * sk_step(0, .7f, p.y)), sk_scale(a->sun, .4f));
                k = sk_mix(k, sk_scale(day, sk_max(r->window, .12f)), glass);
            }
            // The dust in the light, seen along the way.
            float sum = 0;
            for (int i = 0; i < 14; i++) {
                float z = p.z * ((float)i + .5f) / 14;
                sum += sk_sunlit((sk_spot){rx * z, ry * z, z}, .02f) * p.z / 14;
            }
            float drift = 1 + .5f * sk_fbm(x / height * 3, y / height * 3, 3, r->seed + 8);
            k = sk_add(k, sk_scale(a->sun, sum * .085f * drift * r->window * (1 + r->fog)));
            int64_t at = (int64_t)row * c.width + column;
            sk_store(c.rgb + 3 * at, k), c.z[at] = p.z;
        }
}
