#include "include/look.h"
#include "look_maths.h"

static int32_t edge(float side, int32_t i, int32_t limit) {
    int32_t at = (int32_t)((float)i * side + 0.5f);
    return at < limit ? at : limit;
}

void look_gather_dots(
    look_picture in, look_cells out, float side, int32_t first_row, int32_t end_row
) {
    for (int32_t row = first_row; row < end_row; row++) {
        int32_t top = edge(side, row, in.height - 1), bottom = edge(side, row + 1, in.height);
        for (int32_t column = 0; column < out.columns; column++) {
            int32_t left = edge(side, column, in.width - 1), right = edge(side, column + 1, in.width);
            look_px sum = look_all(0);
            for (int32_t y = top; y < bottom; y++) {
                const look_px *from = (const look_px *)in.pixels + (int64_t)y * in.width;
                for (int32_t x = left; x < right; x++) { sum += from[x]; }
            }
            int32_t count = (right - left) * (bottom - top);
            look_px *to = (look_px *)out.values + (int64_t)row * out.columns + column;
            *to = count > 0 ? sum * look_all(1 / (float)count)
                : ((const look_px *)in.pixels)[(int64_t)top * in.width + left];
        }
    }
}

static float linear(float v) {
    v = look_clamp(v, 0, 1);
    return v <= 0.04045f ? v / 12.92f : powf((v + 0.055f) / 1.055f, 2.4f);
}

// OkLab (Ottosson, 2020).
static look_px lab(look_px encoded) {
    float r = linear(encoded[0]), g = linear(encoded[1]), b = linear(encoded[2]);
    float l = cbrtf(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f * b);
    float m = cbrtf(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f * b);
    float s = cbrtf(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f * b);
    return (look_px){
        0.2104542553f * l + 0.793617785f * m - 0.0040720468f * s,
        1.9779984951f * l - 2.428592205f * m + 0.4505937099f * s,
        0.0259040371f * l + 0.7827717662f * m - 0.808675766f * s, 0,
    };
}

static look_px encoded(look_px lab) {
    float l = lab[0] + 0.3963377774f * lab[1] + 0.2158037573f * lab[2];
    float m = lab[0] - 0.1055613458f * lab[1] - 0.0638541728f * lab[2];
    float s = lab[0] - 0.0894841775f * lab[1] - 1.291485548f * lab[2];
    l = l * l * l;
    m = m * m * m;
    s = s * s * s;
    look_px rgb = {
        4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s,
        -1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s,
        -0.0041960863f * l - 0.7034186147f * m + 1.707614701f * s, 0,
    };
    return look_encode(rgb);
}

void look_lab(look_cells in, look_cells out) {
    for (int64_t i = 0; i < (int64_t)in.columns * in.rows; i++) {
        ((look_px *)out.values)[i] = lab(((const look_px *)in.values)[i]);
    }
}

void look_palette(
    look_cells cells, const float *palette, int32_t count, float dither, int32_t first_row,
    int32_t end_row
) {
    static const uint8_t pattern[4][4] = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};
    for (int32_t row = first_row; row < end_row; row++) {
        for (int32_t column = 0; column < cells.columns; column++) {
            look_px *cell = (look_px *)cells.values + (int64_t)row * cells.columns + column;
            look_px at = lab(*cell);
            at[0] += (((float)pattern[row & 3][column & 3] + 0.5f) / 16 - 0.5f) * 0.16f * dither;
            look_px best = at;
            float least = 1e9f;
            for (int32_t i = 0; i < count; i++) {
                look_px ink = {palette[i * 4], palette[i * 4 + 1], palette[i * 4 + 2], 0};
                look_px off = ink - at;
                float square = off[0] * off[0] + 1.6f * (off[1] * off[1] + off[2] * off[2]);
                if (square < least) {
                    least = square;
                    best = ink;
                }
            }
            *cell = encoded(best);
        }
    }
}

void look_paint_dots(
    look_picture picture, look_cells cells, float side, float amount, int32_t first_row, int32_t end_row
) {
    for (int32_t row = 0; row < cells.rows; row++) {
        int32_t top = edge(side, row, picture.height), bottom = edge(side, row + 1, picture.height);
        top = top > first_row ? top : first_row;
        bottom = bottom < end_row ? bottom : end_row;
        for (int32_t y = top; y < bottom; y++) {
            look_px *out = (look_px *)picture.pixels + (int64_t)y * picture.width;
            for (int32_t column = 0; column < cells.columns; column++) {
                look_px dot = ((const look_px *)cells.values)[(int64_t)row * cells.columns + column];
                int32_t left = edge(side, column, picture.width);
                int32_t right = edge(side, column + 1, picture.width);
                for (int32_t x = left; x < right; x++) {
                    out[x] += (dot - out[x]) * look_all(amount);
                }
            }
        }
    }
}
