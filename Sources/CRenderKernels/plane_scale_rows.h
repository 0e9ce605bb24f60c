// The body of the kernel for moves that neither turn nor tilt the picture,
// compiled once for each instruction set: TARGET is the attribute that names
// it, NAME the suffix of its functions, SHARE two vectors' product in
// 32768ths. Sixteen rows are filtered down, turned on their side, and filtered
// the same way again.

// Keeps a filtered value within an eighth of what lies around its place: a ring
// is cut where the eye would find it.
#define HELD(value, low, high)                                                                     \
    __builtin_elementwise_min(                                                                     \
        __builtin_elementwise_max(value, (low) - ((low) >> 3)), (high) + ((high) >> 3)             \
    )

#define BETWEEN_BLACK_AND_WHITE(value)                                                             \
    __builtin_elementwise_min(__builtin_elementwise_max(value, (lanes){0}), white)

// Filters groups begin..<end of the columns of a row of the frame.
TARGET static ALWAYS void NAME(down)(
    const int16_t *const *rows, const int16_t *weights, int32_t begin, int32_t end, int16_t *out,
    int taps, int rings
) {
    const lanes white = (lanes){0} + PLANE_WHITE;
    const int own = (taps - 1) / 2;
    lanes w[SCALE_TAPS];
    for (int k = 0; k < taps; k++) { w[k] = (lanes){0} + weights[k]; }
    for (int32_t g = begin; g < end; g++) {
        lanes middle = *(const lanes *)(rows[own] + g * LANES);
        lanes sum = middle, low = middle, high = middle;
#pragma clang loop unroll(full)
        for (int k = 0; k < taps; k++) {
            if (k == own) { continue; }
            lanes other = *(const lanes *)(rows[k] + g * LANES);
            sum += SHARE(middle - other, w[k]);
            if (is_beside(k, taps)) {
                low = __builtin_elementwise_min(low, other);
                high = __builtin_elementwise_max(high, other);
            }
        }
        if (rings) { sum = HELD(sum, low, high); }
        *(lanes *)(out + g * LANES) = taps < 4 ? sum : BETWEEN_BLACK_AND_WHITE(sum);
    }
}

// Filters a column of the frame, sixteen rows at once, of R, G and B alike.
TARGET static ALWAYS void NAME(across)(
    int16_t (*const *strips)[LANES], ptrdiff_t column, const int16_t *weights,
    int16_t (*const *out)[LANES], int32_t to, int taps, int rings
) {
    const lanes white = (lanes){0} + PLANE_WHITE;
    const int own = (taps - 1) / 2;
    lanes w[SCALE_TAPS];
    for (int k = 0; k < taps; k++) { w[k] = (lanes){0} + weights[k]; }
#pragma clang loop unroll(full)
    for (int c = 0; c < 3; c++) {
        const lanes *seen = (const lanes *)strips[c][column];
        lanes middle = seen[0], sum = middle, low = middle, high = middle;
#pragma clang loop unroll(full)
        for (int k = 0; k < taps; k++) {
            if (k == own) { continue; }
            lanes other = seen[k - own];
            sum += SHARE(middle - other, w[k]);
            if (is_beside(k, taps)) {
                low = __builtin_elementwise_min(low, other);
                high = __builtin_elementwise_max(high, other);
            }
        }
        if (rings) { sum = HELD(sum, low, high); }
        *(lanes *)out[c][to] = taps < 4 ? sum : BETWEEN_BLACK_AND_WHITE(sum);
    }
}

// Reads sixteen columns of which some lie beyond the padding.
TARGET static void NAME(gather)(
    const scale_job *job, const scale_level *level, const int16_t *const *rows, int32_t first,
    int32_t group, int taps, int16_t (*out)[LANES]
) {
    for (int k = 0; k < taps; k++) {
        // The rows start at column `first`.
        const int16_t *row = rows[k] - first;
        for (int i = 0; i < LANES; i++) {
            out[k][i] = row[scale_inside(first + group * LANES + i, level->width, job->mirrors)];
        }
    }
}

// Asks for what the tile to the right reads anew: rows this short are not guessed ahead.
TARGET static inline void NAME(fetch)(
    const scale_job *job, const scale_pass *pass, const finish_tile *tile, const int16_t *base,
    int32_t groups
) {
    const scale_level *level = pass->level;
    const int32_t after = pass->down.taps / 2;
    const int32_t top = pass->down.own[tile->top] + after;
    const int32_t bottom = pass->down.own[tile->top + tile->rows - 1] + after;
    for (int32_t row = top; row <= bottom; row++) {
        const int16_t *next = base + scale_inside(row, level->height, job->mirrors) * level->stride;
        for (int32_t g = groups; g < 2 * groups; g += 2) { __builtin_prefetch(next + g * LANES, 0, 2); }
    }
}

// The columns of a level that a tile reads, filtered down: a lane each row.
TARGET static ALWAYS void NAME(fill_strip)(
    const scale_job *job, const scale_pass *pass, const finish_tile *tile, int channel,
    int32_t first, int32_t groups, int16_t *strip, int taps, int rings
) {
    _Alignas(64) int16_t rows[LANES][STRIP_LANES];
    const scale_level *level = pass->level;
    const int16_t *base = level->samples + channel * level->channel + SCALE_PAD + first;
    const int32_t ready = (int32_t)(level->stride - SCALE_PAD - first) / LANES;
    const int32_t begin = first < -SCALE_PAD ? (-SCALE_PAD - first) / LANES : 0;
    const int32_t end = groups < ready ? groups : ready;
    if (pass == job->passes) { NAME(fetch)(job, pass, tile, base, groups); }
    for (int i = 0; i < LANES; i++) {
        int32_t y = tile->top + (i < tile->rows ? i : tile->rows - 1);
        const int16_t *weights = pass->down.weights + (size_t)y * SCALE_TAPS;
        const int16_t *seen[SCALE_TAPS];
        for (int k = 0; k < taps; k++) {
            int32_t row = pass->down.own[y] + k - (taps - 1) / 2;
            seen[k] = base + scale_inside(row, level->height, job->mirrors) * level->stride;
        }
        NAME(down)(seen, weights, begin, end, rows[i], taps, rings);
        // What repeats the edge is in the padding; only a mirror shows anything else.
        for (int32_t g = 0; g < groups; g++) {
            if (g >= begin && g < end) { continue; }
            _Alignas(64) int16_t beyond[SCALE_TAPS][LANES];
            const int16_t *there[SCALE_TAPS];
            NAME(gather)(job, level, seen, first, g, taps, beyond);
            for (int k = 0; k < taps; k++) { there[k] = beyond[k]; }
            NAME(down)(there, weights, 0, 1, rows[i] + g * LANES, taps, rings);
        }
    }
    for (int32_t g = 0; g < groups; g++) {
        NAME(turn)(rows[0] + g * LANES, STRIP_LANES, strip + g * LANES * LANES);
    }
}

TARGET static ALWAYS void NAME(cross_strips)(
    const scale_pass *pass, int16_t (*const *strips)[LANES], int32_t first,
    const finish_tile *tile, int16_t (*const *out)[LANES], int taps, int rings
) {
    for (int32_t i = 0; i < tile->count; i++) {
        int32_t x = tile->left + i;
        const int16_t *weights = pass->across.weights + (size_t)x * SCALE_TAPS;
        NAME(across)(strips, pass->across.own[x] - first, weights, out, i, taps, rings);
    }
}

#define FOR_TAPS(axis, CALL)                                                                       \
    if ((axis).rings) {                                                                            \
        if ((axis).taps == 4) { CALL(4, 1); } else { CALL(5, 1); }                                 \
    } else {                                                                                       \
        switch ((axis).taps) {                                                                     \
        case 2: CALL(2, 0); break;                                                                 \
        case 3: CALL(3, 0); break;                                                                 \
        case 4: CALL(4, 0); break;                                                                 \
        case 5: CALL(5, 0); break;                                                                 \
        case 6: CALL(6, 0); break;                                                                 \
        default: CALL(7, 0); break;                                                                \
        }                                                                                          \
    }

// Filters a tile at one moment: for R, G and B columns of sixteen rows.
TARGET static void NAME(scale_light)(
    const scale_job *job, const scale_pass *pass, const finish_tile *tile,
    int16_t (*const *light)[LANES]
) {
    _Alignas(64) int16_t red[STRIP_LANES][LANES], green[STRIP_LANES][LANES], blue[STRIP_LANES][LANES];
    int16_t(*const strips[3])[LANES] = {red, green, blue};
    const int32_t before = (pass->across.taps - 1) / 2;
    const int32_t first = (pass->across.own[tile->left] - before) & -LANES;
    const int32_t last = pass->across.own[tile->left + tile->count - 1] + pass->across.taps - before;
    const int32_t groups = (last - first + LANES - 1) / LANES;
    for (int c = 0; c < 3; c++) {
#define DOWN(taps, rings)                                                                          \
    NAME(fill_strip)(job, pass, tile, c, first, groups, strips[c][0], taps, rings)
        FOR_TAPS(pass->down, DOWN)
    }
#define ACROSS(taps, rings) NAME(cross_strips)(pass, strips, first, tile, light, taps, rings)
    FOR_TAPS(pass->across, ACROSS)
}

// The mean of all moments.
TARGET static void NAME(scale_mean)(
    const scale_job *job, const finish_tile *tile, int16_t (*const *light)[LANES]
) {
    typedef float float_lanes __attribute__((vector_size(64)));
    _Alignas(64) wide_lanes sums[3][FINISH_WIDTH] = {0};
    const float share = 1.0f / (float)job->pass_count;
    for (int32_t p = 0; p < job->pass_count; p++) {
        NAME(scale_light)(job, job->passes + p, tile, light);
        for (int c = 0; c < 3; c++) {
            for (int32_t i = 0; i < tile->count; i++) {
                sums[c][i] += __builtin_convertvector(*(const lanes *)light[c][i], wide_lanes);
            }
        }
    }
    for (int c = 0; c < 3; c++) {
        for (int32_t i = 0; i < tile->count; i++) {
            float_lanes mean = __builtin_convertvector(sums[c][i], float_lanes) * share + 0.5f;
            *(lanes *)light[c][i] = __builtin_convertvector(mean, lanes);
        }
    }
}

TARGET static void NAME(scale_tile)(const scale_job *job, finish_tile *tile) {
    int16_t(*light[3])[LANES];
    for (int c = 0; c < 3; c++) { light[c] = (int16_t(*)[LANES])(void *)tile->columns[c][1]; }
    if (job->pass_count == 1) {
        NAME(scale_light)(job, job->passes, tile, light);
    } else {
        NAME(scale_mean)(job, tile, light);
    }
    NAME(encode)(&job->frame, tile);
    NAME(finish)(&job->frame, tile);
}

// Whether what a tile reads finds room in a strip.
static inline int NAME(fits)(const scale_job *job, int32_t left, int32_t count) {
    for (int32_t p = 0; p < job->pass_count; p++) {
        const int32_t *own = job->passes[p].across.own;
        if (own[left + count - 1] - own[left] + SCALE_TAPS + LANES > STRIP_LANES) { return 0; }
    }
    return 1;
}

TARGET static void NAME(scale)(const scale_job *job, int32_t first_row, int32_t end_row) {
    finish_tile tile;
    for (int32_t top = first_row; top < end_row; top += LANES) {
        tile.top = top;
        tile.rows = end_row - top < LANES ? end_row - top : LANES;
        for (int32_t left = 0; left < job->frame.width; left += tile.count) {
            int32_t rest = job->frame.width - left;
            tile.left = left;
            tile.count = rest < FINISH_WIDTH ? rest : FINISH_WIDTH;
            while (tile.count > FINISH_LEAST && !NAME(fits)(job, left, tile.count)) {
                tile.count = tile.count / 2 / FINISH_LEAST * FINISH_LEAST;
            }
            NAME(scale_tile)(job, &tile);
        }
    }
}
