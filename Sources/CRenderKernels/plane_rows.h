// The body of the plane kernel, compiled once for each instruction set: TARGET
// is the attribute that names it, NAME the suffix of its functions. Everything
// here is integer arithmetic or single IEEE operations in a fixed order, so
// that every instruction set gives the same bits.

// Puts a place on the picture, or on the picture's mirror images around it.
TARGET static inline double NAME(fold)(double at, double side) {
    double round = at - 2 * side * floor(at / (2 * side));
    return round < side ? round : 2 * side - round;
}

// Finds where the tile's pixels, whose places in the source are given, lie in a level.
TARGET static inline void NAME(locate)(
    const plane_level *level, const double *u, const double *v, plane_places *places
) {
    double right = level->width + 1, bottom = level->height + 1, scale = 1 / level->reduction;
    const int32_t stride = (int32_t)level->stride;
    for (int i = 0; i < TILE; i++) {
        double x = u[i] * scale - 0.5, y = v[i] * scale - 0.5;
        // Beyond the padding there is only more of the edge; NaN goes to -2 too.
        x = x > -2 ? x : -2;
        y = y > -2 ? y : -2;
        x = x < right ? x : right;
        y = y < bottom ? y : bottom;
        int32_t across = (int32_t)((x + PLANE_PAD) * PLANE_PHASES + 0.5);
        int32_t down = (int32_t)((y + PLANE_PAD) * PLANE_PHASES + 0.5);
        places->x[i] = across & (PLANE_PHASES - 1);
        places->y[i] = down & (PLANE_PHASES - 1);
        places->start[i] = ((down / PLANE_PHASES - 1) * stride + across / PLANE_PHASES - 1) * 4;
    }
}

// The places of a tile's pixels in the straight frame, swollen by the lens.
TARGET static inline void NAME(swell)(
    const plane_job *job, double strength, int32_t left, int32_t row, double *x, double *y
) {
    const double middle = job->frame.width / 2.0, height = job->frame.height / 2.0;
    const double corner = middle * middle + height * height;
    const double dy = row + 0.5 - height, scale = 1 / (1 + strength);
    for (int i = 0; i < TILE; i++) {
        double dx = left + i + 0.5 - middle;
        double factor = (1 + strength * ((dx * dx + dy * dy) / corner)) * scale;
        x[i] = middle + dx * factor;
        y[i] = height + dy * factor;
    }
}

// The places of a tile's pixels in the source.
TARGET static inline void NAME(place)(
    const plane_job *job, const plane_pass *pass, int32_t left, int32_t row, double *u, double *v
) {
    const double *m = pass->map;
    const double y = row + 0.5;
    double u0 = m[1] * y + m[2], v0 = m[4] * y + m[5], depth0 = m[7] * y + m[8];
    if (pass->swell != 0) {
        double xs[TILE], ys[TILE];
        NAME(swell)(job, pass->swell, left, row, xs, ys);
        for (int i = 0; i < TILE; i++) {
            double inverse = 1 / (m[6] * xs[i] + m[7] * ys[i] + m[8]);
            u[i] = (m[0] * xs[i] + m[1] * ys[i] + m[2]) * inverse;
            v[i] = (m[3] * xs[i] + m[4] * ys[i] + m[5]) * inverse;
        }
    } else if (m[6] == 0 && m[7] == 0) {
        // A camera that looks straight on: one depth for all.
        double inverse = 1 / m[8];
        for (int i = 0; i < TILE; i++) {
            double x = left + i + 0.5;
            u[i] = (m[0] * x + u0) * inverse;
            v[i] = (m[3] * x + v0) * inverse;
        }
    } else {
        for (int i = 0; i < TILE; i++) {
            double x = left + i + 0.5, inverse = 1 / (m[6] * x + depth0);
            u[i] = (m[0] * x + u0) * inverse;
            v[i] = (m[3] * x + v0) * inverse;
        }
    }
    if (!job->mirrors) { return; }
    for (int i = 0; i < TILE; i++) {
        u[i] = NAME(fold)(u[i], job->source_width);
        v[i] = NAME(fold)(v[i], job->source_height);
    }
}

// The light of the tile at (left, row) at one moment: four numbers a pixel.
TARGET static inline void NAME(light)(
    const plane_job *job, const plane_pass *pass, plane_choice choice, int32_t left, int32_t row,
    int32_t *light
) {
    double u[TILE], v[TILE];
    NAME(place)(job, pass, left, row, u, v);
    plane_places places;
    const plane_level *level = job->levels + choice.fine;
    NAME(locate)(level, u, v, &places);
    if (job->coarse) {
        NAME(sample_small)(level, &places, light);
    } else {
        NAME(sample)(level, job->weights + choice.filter * PLANE_PHASES * 4, &places, light);
    }
    if (choice.mix > 0 && !job->coarse) {
        int32_t other[TILE * 4];
        NAME(locate)(level + 1, u, v, &places);
        NAME(sample)(level + 1, job->weights, &places, other);
        for (int i = 0; i < TILE * 4; i++) {
            light[i] = (light[i] >> 8) * (256 - choice.mix) + (other[i] >> 8) * choice.mix;
        }
    }
    for (int i = 0; i < TILE * 4; i++) {
        int32_t value = (light[i] + PLANE_WEIGHT_SUM / 2) >> 14;
        value = value > 0 ? value : 0;
        light[i] = value < PLANE_WHITE ? value : PLANE_WHITE;
    }
}

// Adds a tile's light at one moment to what the others gave.
TARGET static inline void NAME(add_light)(
    const plane_job *job, int32_t pass, plane_choice choice, int32_t left, int32_t row, int32_t *light
) {
    if (pass == 0) {
        NAME(light)(job, job->passes, choice, left, row, light);
    } else {
        int32_t more[TILE * 4];
        NAME(light)(job, job->passes + pass, choice, left, row, more);
        for (int i = 0; i < TILE * 4; i++) { light[i] += more[i]; }
    }
}

// Fills a tile, a column of narrower ones after the other, because a rolled frame
// reads many rows of the source along one of its own.
TARGET static void NAME(plane_tile)(const plane_job *job, finish_tile *tile) {
    const float share = 1.0f / (float)job->pass_count;
    int32_t light[LANES][TILE * 4];
    for (int32_t x = 0; x < tile->count; x += TILE) {
        for (int32_t p = 0; p < job->pass_count; p++) {
            plane_choice choice = {0, 0, 0};
            for (int32_t at = 0; at < LANES; at++) {
                // Rows beyond the last repeat it.
                int32_t left = tile->left + x;
                int32_t row = tile->top + (at < tile->rows ? at : tile->rows - 1);
                // Rows choose together, by where they lie in the frame, not in the tile.
                if (at == 0 || row % CHOICE_ROWS == 0) {
                    double middle = row / CHOICE_ROWS * CHOICE_ROWS + CHOICE_ROWS / 2;
                    choice = choose(job, job->passes + p, left + TILE / 2, middle);
                }
                NAME(add_light)(job, p, choice, left, row, light[at]);
            }
        }
        for (int32_t at = 0; at < LANES; at++) {
            if (job->pass_count > 1) {
                for (int i = 0; i < TILE * 4; i++) {
                    light[at][i] = (int32_t)((float)light[at][i] * share + 0.5f);
                }
            }
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < TILE; i++) {
                    tile->columns[c][1 + x + i][at] = (uint16_t)light[at][i * 4 + c];
                }
            }
        }
    }
    NAME(encode)(&job->frame, tile);
    NAME(finish)(&job->frame, tile);
}

TARGET static void NAME(plane)(const plane_job *job, int32_t first_row, int32_t end_row) {
    finish_tile tile;
    for (int32_t top = first_row; top < end_row; top += LANES) {
        tile.top = top;
        tile.rows = end_row - top < LANES ? end_row - top : LANES;
        for (int32_t left = 0; left < job->frame.width; left += FINISH_WIDTH) {
            int32_t rest = job->frame.width - left;
            tile.left = left;
            tile.count = rest < FINISH_WIDTH ? rest : FINISH_WIDTH;
            NAME(plane_tile)(job, &tile);
        }
    }
}
