#include "include/look.h"
#include "look_maths.h"

// The distance of what a pixel shows, 1 being the subject.
static float distance_at(look_depth depth, float x, float y) {
    int32_t column = (int32_t)(x * (float)depth.width), row = (int32_t)(y * (float)depth.height);
    column = column < depth.width ? column : depth.width - 1;
    row = row < depth.height ? row : depth.height - 1;
    float w = 0.6f + 0.8f * depth.nearness[(int64_t)row * depth.width + column];
    return 1 / w;
}

// How much of a sprite covers a pixel at (x, y) from its middle, along and across
// its way; both in radii.
static inline float cover(float along, float across) {
    float square = along * along + across * across;
    return square < 1 ? (1 - square) * (1 - square) : 0;
}

static void sprite_rows(
    look_picture light, const look_sprite *s, look_depth depth, int32_t first_row, int32_t end_row
) {
    const float reach = s->radius + s->length * 0.5f;
    const float half_x = fabsf(s->dx) * s->length * 0.5f + s->radius;
    int32_t top = (int32_t)floorf(s->y - reach), bottom = (int32_t)ceilf(s->y + reach) + 1;
    int32_t left = (int32_t)floorf(s->x - half_x), right = (int32_t)ceilf(s->x + half_x) + 1;
    top = top > first_row ? top : first_row;
    bottom = bottom < end_row ? bottom : end_row;
    left = left > 0 ? left : 0;
    right = right < light.width ? right : light.width;
    const look_px colour = {s->r, s->g, s->b, 0};
    const float across = 1 / s->radius, along = 1 / (s->length * 0.5f + s->radius);
    for (int32_t y = top; y < bottom; y++) {
        look_px *out = (look_px *)light.pixels + (int64_t)y * light.width;
        for (int32_t x = left; x < right; x++) {
            float px = (float)x + 0.5f - s->x, py = (float)y + 0.5f - s->y;
            float u = (px * s->dx + py * s->dy) * along, v = (px * s->dy - py * s->dx) * across;
            float alpha = cover(u, v) * s->alpha;
            if (alpha <= 0) { continue; }
            if (depth.nearness) {
                float behind = distance_at(
                    depth, (x + 0.5f) / (float)light.width, (y + 0.5f) / (float)light.height
                );
                alpha *= look_smooth(s->depth - 0.06f, s->depth + 0.02f, behind);
            }
            out[x] += (colour - out[x] * look_all(1 - s->glow)) * look_all(alpha);
        }
    }
}

void look_sprites(
    look_picture light, const look_sprite *sprites, int32_t count, look_depth depth,
    int32_t first_row, int32_t end_row
) {
    for (int32_t i = 0; i < count; i++) { sprite_rows(light, sprites + i, depth, first_row, end_row); }
}

void look_fog_rows(
    look_picture light, const look_fog *fog, look_depth depth, int32_t first_row, int32_t end_row
) {
    enum { STEP = 8 };
    const float height = (float)light.height;
    const look_px colour = {fog->r, fog->g, fog->b, 0};
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *out = (look_px *)light.pixels + (int64_t)y * light.width;
        float v = ((float)y + 0.5f) / height;
        // Without a depth map the ground runs away upwards, as it does in most pictures.
        float plain = look_mix(1.62f, 0.92f, look_smooth(0.42f, 1.05f, v));
        float bank[2] = {0, 0};
        for (int32_t x = 0; x < light.width; x++) {
            // Banks are wide: one value for every few pixels, and a line between two.
            if (x % STEP == 0) {
                for (int k = 0; k < 2; k++) {
                    float u = ((float)(x + k * STEP) + 0.5f) / height;
                    // Two sheets at two distances drift past each other.
                    float a = look_fbm((u - fog->drift_x) / fog->size, (v * 1.7f - fog->drift_y) / fog->size, fog->seed);
                    float b = look_fbm(
                        (u - fog->drift_x * 1.7f) / fog->size * 1.9f + 5,
                        (v * 1.9f - fog->drift_y * 1.7f) / fog->size * 1.9f, fog->seed + 77
                    );
                    bank[k] = 1 + fog->alpha * 2.4f * (0.6f * a + 0.4f * b - 0.5f) * 2;
                }
            }
            float n = look_mix(bank[0], bank[1], (float)(x % STEP) / STEP);
            float z = depth.nearness
                ? distance_at(depth, ((float)x + 0.5f) / (float)light.width, v) : plain;
            float thick = fog->density * (z > fog->near ? z - fog->near : 0) * (n > 0.05f ? n : 0.05f);
            out[x] += (colour - out[x]) * look_all(1 - look_fade(thick));
        }
    }
}
