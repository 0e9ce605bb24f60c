#include "include/look.h"
#include "look_maths.h"

static inline int32_t inside(int32_t i, int32_t count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

void look_gather_run(look_picture in, look_cells out, int32_t first_row, int32_t end_row) {
    const int32_t step = out.step;
    for (int32_t row = first_row; row < end_row; row++) {
        look_px *to = (look_px *)out.values + (int64_t)row * out.columns;
        for (int32_t column = 0; column < out.columns; column++) {
            look_px sum = {0, 0, 0, 0};
            for (int32_t y = row * step; y < (row + 1) * step && y < in.height; y++) {
                const look_px *here = (const look_px *)in.pixels + (int64_t)y * in.width;
                const look_px *up = (const look_px *)in.pixels + (int64_t)inside(y - 1, in.height) * in.width;
                const look_px *down = (const look_px *)in.pixels + (int64_t)inside(y + 1, in.height) * in.width;
                for (int32_t x = column * step; x < (column + 1) * step && x < in.width; x++) {
                    int32_t left = inside(x - 1, in.width), right = inside(x + 1, in.width);
                    float gx = look_luma(here[right] - here[left]), gy = look_luma(down[x] - up[x]);
                    sum += (look_px){gx * gx, gy * gy, gx * gy, 0};
                }
            }
            to[column] = sum;
        }
    }
}

// The direction in which the picture changes least, of length 1.
static inline void tangent(look_px run, float *tx, float *ty) {
    float difference = run[0] - run[1], twice = 2 * run[2];
    float root = sqrtf(difference * difference + twice * twice);
    // The eigenvector of the smaller eigenvalue; where there is none, across.
    float x = difference > 0 ? -twice : root - difference;
    float y = difference > 0 ? difference + root : -twice;
    float length = sqrtf(x * x + y * y);
    if (length < 1e-9f) {
        x = 1;
        y = 0.25f;
        length = 1.0308f;
    }
    *tx = x / length;
    *ty = y / length;
}

void look_brush(
    look_picture in, look_picture out, look_cells run, float length, uint32_t seed,
    int32_t first_row, int32_t end_row
) {
    enum { STEPS = 8 };
    const look_px *pixels = (const look_px *)in.pixels, *cells = (const look_px *)run.values;
    const float scale = 1 / (float)run.step, stride = length / STEPS;
    const float bristle = 720 / (float)in.height * 0.6f;
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *to = (look_px *)out.pixels + (int64_t)y * in.width;
        for (int32_t x = 0; x < in.width; x++) {
            look_px sum = pixels[(int64_t)y * in.width + x];
            float trace = look_noise((float)x * bristle, (float)y * bristle, seed);
            for (int way = -1; way <= 1; way += 2) {
                float px = (float)x, py = (float)y, last_x = 0, last_y = 0;
                for (int i = 0; i < STEPS; i++) {
                    float cx = (px + 0.5f) * scale - 0.5f, cy = (py + 0.5f) * scale - 0.5f, tx, ty;
                    int32_t c = inside((int32_t)(cx + 0.5f), run.columns);
                    int32_t r = inside((int32_t)(cy + 0.5f), run.rows);
                    tangent(cells[(int64_t)r * run.columns + c], &tx, &ty);
                    // A direction has no sign: go on as before.
                    float sign = i == 0 ? (float)way : tx * last_x + ty * last_y < 0 ? -1 : 1;
                    last_x = tx * sign;
                    last_y = ty * sign;
                    px += last_x * stride;
                    py += last_y * stride;
                    int32_t ix = inside((int32_t)floorf(px + 0.5f), in.width);
                    int32_t iy = inside((int32_t)floorf(py + 0.5f), in.height);
                    sum += pixels[(int64_t)iy * in.width + ix];
                    trace += look_noise(px * bristle, py * bristle, seed);
                }
            }
            sum *= look_all(1.0f / (2 * STEPS + 1));
            sum[3] = trace * (1.0f / (2 * STEPS + 1));
            to[x] = sum;
        }
    }
}

void look_relief(
    look_picture in, look_picture out, float amount, float dx, float dy, float size,
    int32_t first_row, int32_t end_row
) {
    const look_px *pixels = (const look_px *)in.pixels;
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *to = (look_px *)out.pixels + (int64_t)y * in.width;
        for (int32_t x = 0; x < in.width; x++) {
            float ox = dx * size, oy = dy * size;
            look_px a = look_cell_at(pixels, in.width, in.height, (float)x + ox, (float)y + oy);
            look_px b = look_cell_at(pixels, in.width, in.height, (float)x - ox, (float)y - oy);
            float slope = (look_luma(a) - look_luma(b)) * 0.7f + (a[3] - b[3]) * 1.6f;
            to[x] = pixels[(int64_t)y * in.width + x] * look_all(1 + look_clamp(slope * amount, -0.35f, 0.35f));
        }
    }
}
