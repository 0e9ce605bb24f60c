// From light to the bytes of a frame, compiled once for each instruction set:
// TARGET is the attribute that names it, NAME the suffix of its functions,
// SHARE and UPPER the products of plane_tile.h. Integer arithmetic throughout,
// so that each gives the same bits. Everything goes by columns of sixteen rows,
// which are turned into rows last of all.

#define ALWAYS inline __attribute__((always_inline))

// Turns sixteen rows of sixteen samples on their side.
TARGET static ALWAYS void NAME(turn)(const void *rows, int64_t stride, void *out) {
    typedef int16_t half_lanes __attribute__((vector_size(16)));
    lanes a[LANES], b[LANES];
    // Eight vectors of which each has the same eight columns of two rows, eight
    // apart; then as many of the other columns. What is left happens within halves.
    for (int i = 0; i < LANES; i++) {
        const int16_t *row = (const int16_t *)rows + (i % 8) * stride + i / 8 * 8;
        half_lanes upper = *(const half_lanes *)row, lower = *(const half_lanes *)(row + 8 * stride);
        a[i] = __builtin_shufflevector(
            upper, lower, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        );
    }
#define LOW 0, 16, 1, 17, 2, 18, 3, 19, 8, 24, 9, 25, 10, 26, 11, 27
#define HIGH 4, 20, 5, 21, 6, 22, 7, 23, 12, 28, 13, 29, 14, 30, 15, 31
#define ROUND(from, to)                                                                            \
    for (int side = 0; side < LANES; side += 8) {                                                  \
        for (int i = 0; i < 4; i++) {                                                              \
            lanes first = from[side + i], second = from[side + i + 4];                             \
            to[side + 2 * i] = __builtin_shufflevector(first, second, LOW);                        \
            to[side + 2 * i + 1] = __builtin_shufflevector(first, second, HIGH);                   \
        }                                                                                          \
    }
    ROUND(a, b)
    ROUND(b, a)
    ROUND(a, b)
    for (int i = 0; i < LANES; i++) { ((lanes *)out)[i] = b[i]; }
}

// Turns the light of a tile into the one that all of it fades to.
TARGET static inline void NAME(fade)(const plane_frame *frame, finish_tile *tile, int channel) {
    uint16_t *light = tile->columns[channel][1];
    for (int32_t i = 0; i < tile->count * LANES; i++) {
        int32_t rest = frame->faded[channel] - light[i];
        light[i] = (uint16_t)(light[i] + ((rest * frame->fade + 16384) >> 15));
    }
}

// Turns the light of a tile, which is PLANE_WHITE at most, into codes, in place.
TARGET static inline void NAME(encode)(const plane_frame *frame, finish_tile *tile) {
    for (int c = 0; c < 3; c++) {
        if (frame->fade) { NAME(fade)(frame, tile, c); }
        NAME(codes)(tile->columns[c][1], tile->count);
    }
}

// The thresholds of a column of luma.
#define THRESHOLDS(frame, x, y)                                                                    \
    __builtin_convertvector(                                                                       \
        *(const loose_byte_lanes *)((frame)->noise + (x) % PLANE_NOISE * PLANE_NOISE_STRIDE        \
                                    + (y) % PLANE_NOISE),                                          \
        code_lanes                                                                                 \
    )

// Luma in 256ths of an 8 bit step, 16 to 235. The products are rounded down;
// red's factor makes up for it, so that white is 235 exactly.
#define LUMA(r, g, b)                                                                              \
    (UPPER(r, (code_lanes){0} + 11967) + UPPER(g, (code_lanes){0} + 40254)                         \
     + UPPER(b, (code_lanes){0} + 4064) + 16 * 256)

// Copies a line, which mostly has the usual length.
TARGET static ALWAYS void NAME(put)(
    uint8_t *out, const void *line, size_t bytes, const size_t usual
) {
    if (bytes == usual) {
        __builtin_memcpy(out, line, usual);
    } else {
        __builtin_memcpy(out, line, bytes);
    }
}

// Writes sixteen columns of R, G, B and 255.
TARGET static inline void NAME(finish_rgba)(
    const plane_frame *frame, const finish_tile *tile, int32_t x
) {
    _Alignas(64) uint16_t first[LANES][LANES], second[LANES][LANES], turned[2][LANES][LANES];
    for (int i = 0; i < LANES; i++) {
        code_lanes threshold = THRESHOLDS(frame, tile->left + x + i, tile->top), c[3];
        for (int k = 0; k < 3; k++) {
            c[k] = *(const code_lanes *)tile->columns[k][1 + x + i] + threshold;
        }
        *(code_lanes *)first[i] = c[0] >> 8 | (c[1] & 0xFF00);
        *(code_lanes *)second[i] = c[2] >> 8 | 0xFF00;
    }
    NAME(turn)(first, LANES, turned[0]);
    NAME(turn)(second, LANES, turned[1]);
    const size_t count = (size_t)(tile->count - x < LANES ? tile->count - x : LANES);
    uint8_t *out = frame->plane0 + tile->top * frame->stride0 + (ptrdiff_t)(tile->left + x) * 4;
    for (int32_t at = 0; at < tile->rows; at++) {
        lanes rg = *(const lanes *)turned[0][at], ba = *(const lanes *)turned[1][at];
        lanes line[2] = {
            __builtin_shufflevector(rg, ba, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23),
            __builtin_shufflevector(
                rg, ba, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
            ),
        };
        NAME(put)(out + at * frame->stride0, line, count * 4, LANES * 4);
    }
}

// Turns sixteen columns into rows and writes `count` samples of each, of 8 or
// 16 bits. Row i goes to where `rows` says.
TARGET static ALWAYS void NAME(put_columns)(
    uint16_t (*columns)[LANES], uint8_t *const *rows, int32_t row_count, int32_t count, int deep
) {
    _Alignas(64) uint16_t turned[LANES][LANES];
    NAME(turn)(columns, LANES, turned);
    for (int32_t at = 0; at < row_count; at++) {
        if (deep) {
            NAME(put)(rows[at], turned[at], (size_t)count * 2, LANES * 2);
        } else {
            byte_lanes line = __builtin_convertvector(*(code_lanes *)turned[at], byte_lanes);
            NAME(put)(rows[at], &line, (size_t)count, LANES);
        }
    }
}

// Writes the luma of sixteen columns.
TARGET static ALWAYS void NAME(finish_luma)(
    const plane_frame *frame, const finish_tile *tile, int32_t x, int deep
) {
    _Alignas(64) uint16_t columns[LANES][LANES];
    for (int i = 0; i < LANES; i++) {
        code_lanes r = *(const code_lanes *)tile->columns[0][1 + x + i];
        code_lanes g = *(const code_lanes *)tile->columns[1][1 + x + i];
        code_lanes b = *(const code_lanes *)tile->columns[2][1 + x + i];
        code_lanes luma = LUMA(r, g, b);
        code_lanes threshold = THRESHOLDS(frame, tile->left + x + i, tile->top);
        *(code_lanes *)columns[i] = deep ? (luma + (threshold >> 2)) >> 6 : (luma + threshold) >> 8;
    }
    uint8_t *rows[LANES];
    for (int i = 0; i < LANES; i++) {
        rows[i] = frame->plane0 + (tile->top + i) * frame->stride0
            + ((ptrdiff_t)(tile->left + x) << deep);
    }
    int32_t count = tile->count - x < LANES ? tile->count - x : LANES;
    NAME(put_columns)(columns, rows, tile->rows, count, deep);
}

// The light that two columns of chroma stand for, in 128ths of a step: pairs of
// rows, and three columns of which the middle one is where chroma is sited.
// Their eight rows lie in the order of PAIRS.
#define PAIRS(a, b, first)                                                                         \
    __builtin_shufflevector(                                                                       \
        a, b, first, first + 2, first + 4, first + 6, first + 16, first + 18, first + 20,          \
        first + 22, first + 8, first + 10, first + 12, first + 14, first + 24, first + 26,         \
        first + 28, first + 30                                                                     \
    )
TARGET static ALWAYS void NAME(chroma_light)(const uint16_t (*columns)[LANES], lanes *out) {
    code_lanes pair[2];
    for (int i = 0; i < 2; i++) {
        // Halves, so that two of them stay within sixteen bits.
        pair[i] = (*(const code_lanes *)columns[2 * i] >> 3)
            + (*(const code_lanes *)columns[2 * i + 1] >> 2)
            + (*(const code_lanes *)columns[2 * i + 2] >> 3);
    }
    *out = (lanes)((PAIRS(pair[0], pair[1], 0) + PAIRS(pair[0], pair[1], 1)) >> 1);
}

// Writes sixteen columns of chroma. Differences to green are what is weighed,
// so that a grey is 128 exactly.
TARGET static ALWAYS void NAME(finish_chroma)(
    const plane_frame *frame, const finish_tile *tile, int32_t x, int deep
) {
    _Alignas(64) uint16_t columns[LANES][LANES];
    const int32_t left = tile->left / 2 + x, top = tile->top / 2;
    for (int i = 0; i < LANES; i += 2) {
        lanes light[3];
        for (int c = 0; c < 3; c++) {
            NAME(chroma_light)(tile->columns[c] + 2 * (x + i), light + c);
        }
        lanes b = light[2] - light[1], r = light[0] - light[1];
        lanes blue = SHARE(b, (lanes){0} + 14392) - SHARE(r, (lanes){0} + 3298) + 128 * 128;
        lanes red = SHARE(r, (lanes){0} + 14392) - SHARE(b, (lanes){0} + 1320) + 128 * 128;
        // A column of eight blue rows and eight red ones, by fours.
        code_lanes pair[2] = {
            (code_lanes)__builtin_shufflevector(
                blue, red, 0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27
            ),
            (code_lanes)__builtin_shufflevector(
                blue, red, 4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31
            ),
        };
        for (int k = 0; k < 2; k++) {
            // Other thresholds than the luma's, the same for blue and red.
            code_lanes threshold = THRESHOLDS(frame, left + i + k + 11, top);
            threshold = __builtin_shufflevector(
                threshold, threshold, 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 4, 5, 6, 7
            );
            *(code_lanes *)columns[i + k] =
                deep ? (pair[k] + (threshold >> 3)) >> 5 : (pair[k] + (threshold >> 1)) >> 7;
        }
    }
    uint8_t *rows[LANES], spare[LANES * 2];
    const int32_t row_count = (tile->rows + 1) / 2;
    for (int i = 0; i < LANES; i++) {
        int32_t row = i / 8 * 4 + i % 4;
        uint8_t *plane = i % 8 < 4 ? frame->plane1 + (top + row) * frame->stride1
                                   : frame->plane2 + (top + row) * frame->stride2;
        rows[i] = row < row_count ? plane + ((ptrdiff_t)left << deep) : spare;
    }
    int32_t count = (tile->count + 1) / 2 - x;
    NAME(put_columns)(columns, rows, LANES, count < LANES ? count : LANES, deep);
}

// Chroma looks a column to either side: left of the frame there is its first
// column again, right of it its last, and between two tiles the neighbour's.
TARGET static inline void NAME(finish_edges)(finish_tile *tile) {
    for (int c = 0; c < 3; c++) {
        uint16_t(*columns)[LANES] = tile->columns[c];
        if (tile->left == 0) { *(lanes *)columns[0] = *(lanes *)columns[1]; }
        *(lanes *)columns[1 + tile->count] = *(lanes *)columns[tile->count];
    }
}

// Writes a tile whose codes are filled; the tiles of a row go from left to right.
TARGET static void NAME(finish)(const plane_frame *frame, finish_tile *tile) {
    NAME(finish_edges)(tile);
    for (int32_t x = 0; x < tile->count; x += LANES) {
        switch (frame->format) {
        case PLANE_RGBA8: NAME(finish_rgba)(frame, tile, x); break;
        case PLANE_YUV8: NAME(finish_luma)(frame, tile, x, 0); break;
        case PLANE_YUV10: NAME(finish_luma)(frame, tile, x, 1); break;
        }
    }
    for (int32_t x = 0; x < (tile->count + 1) / 2; x += LANES) {
        if (frame->format == PLANE_YUV8) { NAME(finish_chroma)(frame, tile, x, 0); }
        if (frame->format == PLANE_YUV10) { NAME(finish_chroma)(frame, tile, x, 1); }
    }
    for (int c = 0; c < 3; c++) {
        *(lanes *)tile->columns[c][0] = *(lanes *)tile->columns[c][tile->count];
    }
}
