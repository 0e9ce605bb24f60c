#include "include/sketch_places.h"
#include "sketch_maths.h"

// A nave: side walls at ±2.1, a vault above, columns at ±1.15 every two units.
static const float SK_NAVE = 2.1f, SK_NAVE_FLOOR = -.62f, SK_VAULT = 2.9f, SK_NAVE_END = 19, SK_COLUMN = 1.15f;
static const float SK_GIRTH = .17f;

typedef struct {
    float x, y, z, nx, ny, nz;
    int is_end, is_floor, is_column, is_vault;
} sk_stone;

// How open the wall is: one tall window with a round head in every bay.
SK_INLINE float sk_bay(float z, float y, float soft) {
    float u = (sk_fract((z - 2.4f) / 2) - .5f) * 2, half = .30f, top = 1.35f;
    float arch = y > top ? sqrtf(u * u + sk_square((y - top) * .75f)) : sk_abs(u);
    float bar = 1 - .8f * sk_step(.035f + soft, .02f, sk_abs(u));
    return sk_step(half + soft, half - soft, arch) * sk_step(.10f - soft, .10f + soft, y) * bar * sk_step(1.2f, 1.8f, z);
}

SK_INLINE sk_stone sk_nave(float rx, float ry) {
    sk_stone s = {0};
    float side = SK_NAVE / sk_max(sk_abs(rx), 1e-4f), level = 1e9f;
    if (ry < 0) level = SK_NAVE_FLOOR / sk_min(ry, -1e-4f);
    else if (ry > 1e-4f) {
        level = SK_VAULT / ry;
        for (int i = 0; i < 4; i++) {
            float x = sk_clamp(rx * level / SK_NAVE, -1, 1);
            level = (SK_VAULT - 1.05f * x * x) / ry;
        }
    }
    float z = sk_min(SK_NAVE_END, sk_min(side, level));
    s.is_end = z == SK_NAVE_END, s.is_floor = z == level && ry < 0, s.is_vault = z == level && ry > 0;
    if (z == side) s.nx = rx > 0 ? -1 : 1;
    else if (s.is_floor) s.ny = 1;
    else if (s.is_vault) s.ny = -1;
    else s.nz = -1;
    for (int k = 0; k < 9; k++) {
        float middle = 2.4f + 2 * (float)k;
        if (middle - SK_GIRTH > z) break;
        for (int right = -1; right <= 1; right += 2) {
            // A cylinder upright at (±1.15, middle).
            float cx = SK_COLUMN * (float)right, a = rx * rx + 1, b = rx * cx + middle, d = b * b - a * (cx * cx + middle * middle - SK_GIRTH * SK_GIRTH);
            if (d < 0) continue;
            float t = (b - sqrtf(d)) / a;
            float y = ry * t;
            float foot = sk_step(.16f, .10f, y - SK_NAVE_FLOOR) + sk_step(.20f, .0f, sk_abs(y - 1.75f));
            (void)foot;
            if (t <= 0 || t >= z || y > 2.05f) continue;
            z = t, s.nx = (rx * t - cx) / SK_GIRTH, s.nz = (t - middle) / SK_GIRTH, s.ny = 0;
            s.is_column = 1, s.is_end = s.is_floor = s.is_vault = 0;
        }
        if (s.is_column) break;
    }
    s.x = rx * z, s.y = ry * z, s.z = z;
    return s;
}

// Follows the light back to the wall on the left.
SK_INLINE float sk_nave_sun(float x, float y, float z, float extra) {
    float s = (x + SK_NAVE) / .80f;
    if (s < .01f) return 0;
    return sk_bay(z - .10f * s, y + .58f * s, .03f + .02f * s + extra);
}

SK_INLINE sketch_rgb sk_nave_light(const sk_stone *s, const sketch_air *a, const sketch_hall_plan *p) {
    float facing = sk_max(0, -s->nx * .80f + s->ny * .58f - s->nz * .10f);
    if (s->is_floor || s->is_column) facing = sk_max(facing, s->is_floor ? .58f : 0);
    float sun = s->is_column && s->nx > .2f ? 0 : sk_nave_sun(s->x, s->y, s->z, 0) * facing;
    float beyond = sk_exp(-(SK_NAVE_END - s->z) / 5) * .5f, walls = .18f + .30f * sk_max(0, .5f + .5f * -s->nx);
    sketch_rgb light = sk_add(sk_scale(a->ambient, .16f), sk_scale(p->pane, walls * .5f * p->window));
    light = sk_add(light, sk_scale(p->pane, beyond * (.4f + .6f * sk_max(0, s->nz))));
    light = sk_add(light, sk_scale(a->sun, sun * 1.1f * p->window));
    if (p->lamp > 0) {
        // A lamp burns at every column.
        float dz = (sk_fract((s->z - 2.4f) / 2 + .5f) - .5f) * 2, dx = sk_abs(s->x) - SK_COLUMN + .22f, dy = s->y - .55f;
        light = sk_add(light, sk_scale(p->lamp_colour, p->lamp * .10f / (.06f + dx * dx + dy * dy + dz * dz)));
    }
    return light;
}

SK_KERNEL void sketch_hall(sketch_canvas c, const sketch_air *a, const sketch_hall_plan *p, int32_t row0, int32_t row1) {
    float height = (float)c.height;
    for (int32_t row = row0; row < row1; row++)
        for (int32_t column = 0; column < c.width; column++) {
            float px = (float)column + .5f, py = (float)row + .5f;
            float rx = (px - p->vanish) / a->focal * p->side, ry = (a->horizon - py) / a->focal;
            sk_stone s = sk_nave(rx, ry);
            float stain = sk_fbm(s.x * 2 + s.z * .9f, s.y * 2.2f, 4, p->seed + 1);
            sketch_rgb k = sk_scale(p->stone, 1 + .28f * stain);
            if (s.is_floor) {
                int32_t tile = sk_floor(s.x * 2.2f) + sk_floor(s.z * 2.2f);
                k = sk_scale(k, (tile & 1 ? .80f : .52f) * (1 + .15f * stain));
            }
            // Ribs cross the vault and courses of stone the walls.
            float rib = sk_abs(sk_fract((s.z - 2.4f) / 2 + .5f) - .5f) * 2;
            if (s.is_vault) k = sk_scale(k, rib < .09f ? 1.15f : .62f);
            if (!s.is_floor && !s.is_vault && !s.is_column)
                k = sk_scale(k, 1 - .18f * sk_step(.44f, .5f, sk_abs(sk_fract(s.y * 4) - .5f)));
            if (s.is_column) {
                k = sk_scale(k, 1 - .25f * sk_step(.2f, .5f, sk_abs(sk_fract((s.nx + 1) * 3.5f) - .5f)));
                if (s.y > 1.78f || s.y < SK_NAVE_FLOOR + .14f) k = sk_scale(k, 1.35f);
            }
            k = sk_times(k, sk_nave_light(&s, a, p));
            if (!s.is_floor && !s.is_vault && !s.is_column && !s.is_end)
                k = sk_mix(k, sk_scale(p->pane, rx < 0 ? 1.9f * p->window + .1f : .8f * p->window + .05f), sk_bay(s.z, s.y, .02f));
            if (s.is_end) {
                float rose = sqrtf(s.x * s.x + sk_square(s.y - 1.75f)), petal = .75f + .25f * sk_sin(rose * 30);
                float door = sk_step(.62f, .52f, s.y > .9f ? sqrtf(s.x * s.x + sk_square(s.y - .9f)) : sk_abs(s.x)) * (s.y > -.55f);
                float glass = sk_max(door, sk_step(.62f, .56f, rose) * petal);
                k = sk_mix(k, sk_add(sk_scale(p->pane, 2.4f), sk_scale(a->sun, .7f * p->window)), glass);
            }
            float sum = 0;
            for (int i = 0; i < 13; i++) {
                float z = sk_min(s.z, 12) * ((float)i + .5f) / 13;
                if (ry * z < 2.4f) sum += sk_nave_sun(rx * z, ry * z, z, .05f) * sk_min(s.z, 12) / 13;
            }
            float drift = 1 + .6f * sk_fbm(px / height * 3, py / height * 3, 3, p->seed + 8);
            k = sk_add(k, sk_scale(a->sun, sum * .035f * p->dust * drift * p->window));
            float far = 1 - sk_exp(-sk_square(s.z * .055f));
            k = sk_mix(k, sk_add(sk_scale(p->pane, .55f), sk_scale(a->sun, .05f * p->window)), far * .65f);
            int64_t at = (int64_t)row * c.width + column;
            sk_store(c.rgb + 3 * at, k), c.z[at] = s.z;
        }
}
