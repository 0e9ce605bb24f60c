#include "include/look.h"
#include "look_maths.h"

// Where a pixel is fetched from.
typedef struct place {
    float x, y;
} place;

static inline look_px fetch(look_picture in, float x, float y) {
    int32_t column = (int32_t)look_clamp(x, 0, (float)(in.width - 1));
    int32_t row = (int32_t)look_clamp(y, 0, (float)(in.height - 1));
    return ((const look_px *)in.pixels)[(int64_t)row * in.width + column];
}

// Slices: bands of many heights, some of which jump sideways.
static float slice_shift(const look_digital_job *job, float v) {
    float shift = 0;
    for (uint32_t layer = 0; layer < 2; layer++) {
        float bands = layer ? 46 : 13;
        uint32_t h = look_hash2(job->seed + layer, (uint32_t)(int32_t)(v * bands));
        if (look_unit(h) < 0.22f) { shift += look_normal(look_hash(h + 1)) * job->slice; }
    }
    return shift * job->strength;
}

// Blocks that show another part of the picture.
static place block_place(const look_digital_job *job, float x, float y, float side) {
    uint32_t column = (uint32_t)(int32_t)floorf(x / (side * 2)), row = (uint32_t)(int32_t)floorf(y / side);
    uint32_t h = look_hash2(look_hash2(job->seed + 7, row), column);
    float share = 0.07f * job->strength * job->amount;
    if (look_unit(h) >= share) { return (place){x, y}; }
    float dx = (look_unit(look_hash(h + 1)) - 0.5f) * side * 14;
    float dy = floorf((look_unit(look_hash(h + 2)) - 0.5f) * 6) * side;
    return (place){x + dx, y + dy};
}

// Motion that went on without its picture: each block drags what it shows along a
// field of slow vectors, further with every frame of the burst. It is a function
// of the frame alone, so any frame can be shown before any other.
static place smear_place(const look_digital_job *job, float x, float y, float side) {
    float bx = (floorf(x / side) + 0.5f) * side, by = (floorf(y / side) + 0.5f) * side;
    const float height = (float)job->in.height, u = bx / height, v = by / height;
    const uint32_t seed = look_hash(job->burst);
    float mask = look_smooth(0.38f, 0.62f, look_fbm(u * 1.6f, v * 1.6f, seed));
    float turn = look_noise(u * 2.2f + 9, v * 2.2f, seed + 3) * 12.566f;
    float pace = 0.25f + 0.75f * look_noise(u * 5, v * 5, seed + 5);
    // Blocks of one neighbourhood agree only roughly.
    uint32_t h = look_hash2(seed + (uint32_t)(int32_t)(bx / side), (uint32_t)(int32_t)(by / side));
    turn += (look_unit(h) - 0.5f) * 0.9f;
    float reach = job->age * job->smear * mask * pace * job->strength * 0.0075f * height;
    return (place){x - cosf(turn) * reach, y - sinf(turn) * reach * 0.7f};
}

void look_digital(const look_digital_job *job, int32_t first_row, int32_t end_row) {
    const look_picture in = job->in;
    const float height = (float)in.height, block = job->block * height;
    const float side = block > 2 ? block : 2;
    const float split = job->rgb_split * height * (0.25f + job->strength);
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *out = (look_px *)job->out.pixels + (int64_t)y * in.width;
        float shift = job->slice > 0 ? slice_shift(job, (float)y / height) * height : 0;
        for (int32_t x = 0; x < in.width; x++) {
            place at = {(float)x + shift, (float)y};
            if (at.x < 0) { at.x += (float)in.width; }
            if (at.x >= (float)in.width) { at.x -= (float)in.width; }
            if (job->smear > 0) {
                at = smear_place(job, at.x, at.y, side);
            } else if (job->strength > 0) {
                at = block_place(job, at.x, at.y, side);
            }
            at.x += 0.5f;
            at.y += 0.5f;
            look_px colour = fetch(in, at.x, at.y);
            colour[0] = fetch(in, at.x - split, at.y)[0];
            colour[2] = fetch(in, at.x + split, at.y)[2];
            out[x] = colour;
        }
    }
}
