#include "parallax_prepass.h"

#include <string.h>

static uint16_t rounded(float value, float limit) {
    value = value > 0 ? value : 0;
    return (uint16_t)((value < limit ? value : limit) + 0.5f);
}

// Raises alpha until the near layer over the far one can be exactly the picture.
static float reachable(float alpha, pixel light, const uint16_t *far) {
    for (int c = 0; c < 3; c++) {
        float seen = light[c], behind = far[c], need = 0;
        if (seen < behind) { need = 1 - seen / behind; }
        if (seen > behind) { need = (seen - behind) / (PLANE_WHITE - behind); }
        alpha = alpha > need ? alpha : need;
    }
    return alpha < 0.02f ? 0 : alpha;
}

static void pack(const parallax_prepass *pass, int32_t x, int32_t y) {
    const parallax_scene *scene = &pass->scene;
    size_t i = place(pass, x, y);
    size_t at = ((size_t)(y + PLANE_PAD) * scene->stride + x + PLANE_PAD) * 4;
    uint16_t *near = scene->near_light + at, *far = scene->far_light + at;
    pixel behind = pass->far_light[i];
    if (pass->flags[i] & (SOURCE | UNDER)) { behind *= behind; }
    for (int c = 0; c < 3; c++) { far[c] = rounded(behind[c], PLANE_WHITE); }
    far[3] = PLANE_WHITE;
    pixel light = light_at(pass, x, y);
    float alpha = pass->alpha[i];
    if (alpha < 1) { alpha = reachable(alpha, light, far); }
    near[3] = rounded(alpha * PLANE_WHITE, PLANE_WHITE);
    float through = (PLANE_WHITE - near[3]) / (float)PLANE_WHITE;
    for (int c = 0; c < 3; c++) {
        near[c] = near[3] ? rounded(light[c] - through * far[c], near[3]) : 0;
    }
}

static void pack_depth(const parallax_prepass *pass, const float *depth, uint32_t *out, int32_t y) {
    const float scale = PARALLAX_NEAREST / pass->order.spread;
    const float *row = depth + place(pass, 0, y);
    uint32_t right = rounded(row[pass->width - 1] * scale, PARALLAX_NEAREST);
    uint32_t *to = out + place(pass, 0, y);
    for (int32_t x = pass->width - 1; x >= 0; x--) {
        uint32_t here = rounded(row[x] * scale, PARALLAX_NEAREST);
        to[x] = here | right << 16;
        right = here;
    }
    if (y == pass->height - 1) { memcpy(to + pass->width, to, (size_t)pass->width * sizeof *to); }
}

// Repeats the ends of a row, and the first and last rows, into the padding.
static void pad(const parallax_prepass *pass, uint16_t *light, int32_t y) {
    const int64_t stride = pass->scene.stride;
    uint16_t *row = light + (y + PLANE_PAD) * stride * 4;
    uint16_t *first = row + PLANE_PAD * 4, *last = first + (pass->width - 1) * 4;
    for (int32_t k = 0; k < PLANE_PAD; k++) {
        memcpy(row + k * 4, first, 4 * sizeof *row);
        memcpy(last + (k + 1) * 4, last, 4 * sizeof *row);
    }
    const size_t bytes = (size_t)stride * 4 * sizeof *row;
    for (int32_t k = 1; k <= PLANE_PAD; k++) {
        if (y == 0) { memcpy(row - k * stride * 4, row, bytes); }
        if (y == pass->height - 1) { memcpy(row + k * stride * 4, row, bytes); }
    }
}

void parallax_pack(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    for (int32_t y = first_row; y < end_row; y++) {
        for (int32_t x = 0; x < pass->width; x++) { pack(pass, x, y); }
        pack_depth(pass, pass->near_depth, pass->scene.near_depth, y);
        pack_depth(pass, pass->far_depth, pass->scene.far_depth, y);
        pad(pass, pass->scene.near_light, y);
        pad(pass, pass->scene.far_light, y);
    }
}

// The nearest of each two by two pixels of the near layer.
void parallax_pack_seeds(parallax_prepass *pass, int32_t first_row, int32_t end_row) {
    const parallax_scene *scene = &pass->scene;
    const int32_t columns = (pass->width + 1) / 2;
    for (int32_t y = first_row + (first_row & 1); y < end_row; y += 2) {
        const uint32_t *upper = scene->near_depth + place(pass, 0, y);
        const uint32_t *lower = upper + pass->width;
        for (int32_t x = 0; x < columns; x++) {
            uint32_t most = 0, from[2] = {upper[2 * x], lower[2 * x]};
            for (int k = 0; k < 2; k++) {
                uint32_t left = from[k] & 0xFFFF, right = from[k] >> 16;
                most = left > most ? left : most;
                most = right > most ? right : most;
            }
            scene->seeds[(size_t)(y / 2) * columns + x] = (uint16_t)most;
        }
    }
}
