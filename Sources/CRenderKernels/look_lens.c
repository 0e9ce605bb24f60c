#include "include/look.h"
#include "look_maths.h"

#include <string.h>

// Moves a light whose middle is dark, such as that of a ring, to the nearest of
// its cells.
static void settle(look_cells lights, const int32_t *cells, int32_t count, look_light *light) {
    float best = 1e9f, x = light->x, y = light->y;
    for (int32_t i = 0; i < count; i++) {
        float cx = (float)(cells[i] % lights.columns), cy = (float)(cells[i] / lights.columns);
        float off = (cx - light->x) * (cx - light->x) + (cy - light->y) * (cy - light->y);
        if (off < best) {
            best = off;
            x = cx;
            y = cy;
        }
    }
    // A middle that lies on a cell stays where it is, between cells.
    if (best > 1) {
        light->x = x;
        light->y = y;
    }
}

// Gathers the light of a patch of marked cells, and unmarks them; `cells` takes
// their places.
static look_light patch(look_cells lights, int32_t *marks, int32_t *cells, int32_t start) {
    const look_px *values = (const look_px *)lights.values;
    look_light light = {0};
    float weight = 0;
    int32_t count = 0;
    cells[count++] = start;
    marks[start] = 0;
    for (int32_t done = 0; done < count; done++) {
        int32_t at = cells[done], x = at % lights.columns, y = at / lights.columns;
        look_px value = values[at];
        float luma = look_luma(value);
        light.x += luma * (float)x;
        light.y += luma * (float)y;
        light.r += value[0];
        light.g += value[1];
        light.b += value[2];
        light.power += value[3];
        weight += luma;
        const int32_t next[4] = {at - 1, at + 1, at - lights.columns, at + lights.columns};
        const int exists[4] = {x > 0, x + 1 < lights.columns, y > 0, y + 1 < lights.rows};
        for (int i = 0; i < 4; i++) {
            if (exists[i] && marks[next[i]]) {
                marks[next[i]] = 0;
                cells[count++] = next[i];
            }
        }
    }
    float scale = weight > 0 ? 1 / weight : 0;
    light.x *= scale;
    light.y *= scale;
    light.r *= scale;
    light.g *= scale;
    light.b *= scale;
    settle(lights, cells, count, &light);
    return light;
}

int32_t look_find_lights(look_cells lights, float smallest, int32_t *marks, look_light *out) {
    const look_px *values = (const look_px *)lights.values;
    const int32_t count = lights.columns * lights.rows;
    int32_t *cells = marks + count, found = 0;
    for (int32_t i = 0; i < count; i++) { marks[i] = values[i][3] > 0.25f; }
    for (int32_t i = 0; i < count; i++) {
        if (!marks[i]) { continue; }
        look_light light = patch(lights, marks, cells, i);
        if (light.power < smallest) { continue; }
        int32_t at = found < LOOK_LIGHT_LIMIT ? found++ : LOOK_LIGHT_LIMIT;
        while (at > 0 && out[at - 1].power < light.power) { at--; }
        if (at == LOOK_LIGHT_LIMIT) { continue; }
        int32_t moved = found - 1 - at;
        memmove(out + at + 1, out + at, (size_t)moved * sizeof(look_light));
        out[at] = light;
    }
    return found;
}

// The glow around a light, with faint rays.
static void veil(look_cells to, const look_light *light, float amount) {
    look_px *out = (look_px *)to.values;
    const look_px colour = {light->r, light->g, light->b, 0};
    const float rows = (float)to.rows;
    for (int32_t row = 0; row < to.rows; row++) {
        for (int32_t column = 0; column < to.columns; column++) {
            float dx = ((float)column - light->x) / rows, dy = ((float)row - light->y) / rows;
            float square = dx * dx + dy * dy;
            float core = 1 / (1 + square * 900), wide = 1 / (1 + square * 14);
            // Six rays: the cosine of three times the angle, from its powers.
            float length = sqrtf(square) + 1e-4f, c = dx / length;
            float ray = 4 * c * c * c - 3 * c;
            ray = ray * ray;
            ray = ray * ray;
            ray = ray * ray * ray * ray;
            float glow = 0.55f * core + 0.16f * wide * wide + 0.22f * ray / (1 + square * 60);
            out[(int64_t)row * to.columns + column] += colour * look_all(glow * amount);
        }
    }
}

// One disc: soft, brighter at its rim.
static void ghost(look_cells to, float x, float y, float radius, look_px colour) {
    look_px *out = (look_px *)to.values;
    int32_t top = (int32_t)floorf(y - radius - 1), bottom = (int32_t)ceilf(y + radius + 1);
    int32_t left = (int32_t)floorf(x - radius - 1), right = (int32_t)ceilf(x + radius + 1);
    top = top < 0 ? 0 : top;
    left = left < 0 ? 0 : left;
    bottom = bottom >= to.rows ? to.rows - 1 : bottom;
    right = right >= to.columns ? to.columns - 1 : right;
    for (int32_t row = top; row <= bottom; row++) {
        for (int32_t column = left; column <= right; column++) {
            float dx = (float)column - x, dy = (float)row - y;
            float r = sqrtf(dx * dx + dy * dy) / radius;
            float disc = (1 - look_smooth(0.82f, 1, r)) * (0.45f + 0.55f * r * r);
            out[(int64_t)row * to.columns + column] += colour * look_all(disc);
        }
    }
}

void look_flare(look_cells to, const look_light *light, float amount, int32_t ghosts) {
    // Sizes in frame heights, places on the line from the light (-1) through the
    // middle (0), and what the coatings leave.
    static const float size[6] = {0.055f, 0.028f, 0.095f, 0.04f, 0.15f, 0.02f};
    static const float place[6] = {0.42f, 0.78f, 1.18f, -0.36f, 1.75f, 0.2f};
    static const float tint[6][3] = {
        {0.35f, 1, 0.75f}, {1, 0.75f, 0.4f}, {0.45f, 0.6f, 1}, {0.9f, 0.5f, 1},
        {0.4f, 0.8f, 0.65f}, {1, 0.6f, 0.5f},
    };
    float area = light->power / (float)(to.rows * to.rows);
    amount *= look_smooth(0.00003f, 0.0012f, area);
    if (amount <= 0) { return; }
    veil(to, light, amount);
    float x = (to.columns - 1) * 0.5f, y = (to.rows - 1) * 0.5f;
    for (int32_t i = 0; i < ghosts; i++) {
        const float *c = tint[i % 6];
        float along = place[i % 6] * (1 + 0.37f * (float)(i / 6));
        look_px colour = (look_px){c[0] * light->r, c[1] * light->g, c[2] * light->b, 0};
        ghost(
            to, x + (x - light->x) * along, y + (y - light->y) * along,
            size[i % 6] * (float)to.rows, colour * look_all(amount * 0.16f)
        );
    }
}

void look_smudges(look_cells to, uint32_t seed) {
    look_px *out = (look_px *)to.values;
    const float rows = (float)to.rows, aspect = to.columns / rows;
    for (int32_t row = 0; row < to.rows; row++) {
        for (int32_t column = 0; column < to.columns; column++) {
            float x = (column + 0.5f) / rows, y = (row + 0.5f) / rows;
            float wiped = look_fbm(x * 3, y * 9, seed), film = look_fbm(x * 14, y * 14, seed + 9);
            float mask = 0.22f * wiped * wiped + 0.2f * look_smooth(0.5f, 0.8f, film);
            for (uint32_t i = 0; i < 40; i++) {
                uint32_t h = look_hash2(seed, i);
                float cx = look_unit(h) * aspect, cy = look_unit(look_hash(h + 1));
                float t = look_unit(look_hash(h + 2)), radius = 0.01f + 0.05f * t * t;
                float dx = x - cx, dy = y - cy, r = sqrtf(dx * dx + dy * dy) / radius;
                if (r >= 1.1f) { continue; }
                float disc = (1 - look_smooth(0.7f, 1.1f, r)) * (0.5f + 0.5f * r);
                mask += disc * (0.25f + 0.6f * look_unit(look_hash(h + 3)));
            }
            out[(int64_t)row * to.columns + column][3] = mask;
        }
    }
}
