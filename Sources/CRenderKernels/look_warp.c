#include "include/look.h"
#include "look_maths.h"

static inline int32_t inside(int32_t i, int32_t count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

// Four weights of a cubic that goes through its points (Catmull and Rom, 1974).
static inline void cubic(float t, float *w) {
    w[0] = t * (-0.5f + t * (1 - 0.5f * t));
    w[1] = 1 + t * t * (-2.5f + 1.5f * t);
    w[2] = t * (0.5f + t * (2 - 1.5f * t));
    w[3] = t * t * (-0.5f + 0.5f * t);
}

// The picture at a place in pixels, whose centres lie at .5; the edge repeats.
static inline look_px sample(look_picture in, float x, float y) {
    x = look_clamp(x - 0.5f, -1, (float)in.width);
    y = look_clamp(y - 0.5f, -1, (float)in.height);
    float fx = floorf(x), fy = floorf(y), wx[4], wy[4];
    cubic(x - fx, wx);
    cubic(y - fy, wy);
    int32_t x0 = (int32_t)fx - 1, y0 = (int32_t)fy - 1, column[4];
    for (int k = 0; k < 4; k++) { column[k] = inside(x0 + k, in.width); }
    look_px sum = look_all(0);
    for (int k = 0; k < 4; k++) {
        const look_px *row = (const look_px *)in.pixels + (int64_t)inside(y0 + k, in.height) * in.width;
        look_px line = row[column[0]] * look_all(wx[0]) + row[column[1]] * look_all(wx[1])
            + row[column[2]] * look_all(wx[2]) + row[column[3]] * look_all(wx[3]);
        sum += line * look_all(wy[k]);
    }
    return sum;
}

void look_warp(const look_warp_job *job, int32_t first_row, int32_t end_row) {
    const look_picture in = job->in;
    const float middle_x = in.width * 0.5f, middle_y = in.height * 0.5f;
    const float corner = 1 / (middle_x * middle_x + middle_y * middle_y);
    const float level = 1 / (1 + job->distort);
    const float c = cosf(job->turn) / job->enlarge, s = sinf(job->turn) / job->enlarge;
    for (int32_t y = first_row; y < end_row; y++) {
        look_px *out = (look_px *)job->out.pixels + (int64_t)y * in.width;
        for (int32_t x = 0; x < in.width; x++) {
            float dx = (float)x + 0.5f - middle_x, dy = (float)y + 0.5f - middle_y;
            float tx = dx * c - dy * s + job->move_x, ty = dx * s + dy * c + job->move_y;
            float square = (tx * tx + ty * ty) * corner;
            float bend = (1 + job->distort * square) * level;
            float px = tx * bend, py = ty * bend;
            look_px colour = sample(in, middle_x + px, middle_y + py);
            float part = job->aberration * square;
            if (part != 0) {
                // Red is drawn larger, so it is fetched from nearer the middle.
                float red = 1 / (1 + part), blue = 1 / (1 - part);
                colour[0] = sample(in, middle_x + px * red, middle_y + py * red)[0];
                colour[2] = sample(in, middle_x + px * blue, middle_y + py * blue)[2];
            }
            out[x] = colour;
        }
    }
}
