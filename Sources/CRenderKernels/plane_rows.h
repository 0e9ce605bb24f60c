// The body of the plane kernel, compiled once for each instruction set: TARGET
// is the attribute that names it, NAME the suffix of its functions. Everything
// here is integer arithmetic or single IEEE operations in a fixed order, so
// that every instruction set gives the same bits.

// Finds where the tile's pixels, whose places in the source are given, lie in a level.
TARGET static inline void NAME(locate)(
    const plane_level *level, const double *u, const double *v, plane_places *places
) {
    double right = level->width + 1, bottom = level->height + 1, scale = 1 / level->reduction;
    for (int i = 0; i < TILE; i++) {
        double x = u[i] * scale - 0.5, y = v[i] * scale - 0.5;
        // Beyond the padding there is only more of the edge; NaN goes to -2 too.
        x = x > -2 ? x : -2;
        y = y > -2 ? y : -2;
        x = x < right ? x : right;
        y = y < bottom ? y : bottom;
        places->x[i] = (int32_t)((x + PLANE_PAD) * PLANE_PHASES + 0.5);
        places->y[i] = (int32_t)((y + PLANE_PAD) * PLANE_PHASES + 0.5);
    }
}

// Writes the tile at (left, row) as sRGB in 256ths of a step, four numbers a pixel.
TARGET static inline void NAME(tile)(
    const plane_job *job, int32_t left, int32_t row, uint16_t *codes
) {
    const double *m = job->map;
    double y = row + 0.5, u[TILE], v[TILE];
    double u0 = m[1] * y + m[2], v0 = m[4] * y + m[5], depth0 = m[7] * y + m[8];
    for (int i = 0; i < TILE; i++) {
        double x = left + i + 0.5, inverse = 1 / (m[6] * x + depth0);
        u[i] = (m[0] * x + u0) * inverse;
        v[i] = (m[3] * x + v0) * inverse;
    }
    plane_choice choice = choose(job, left + TILE / 2, y);
    plane_places places;
    int32_t fine[TILE * 4], coarse[TILE * 4];
    const plane_level *level = job->levels + choice.fine;
    const int16_t *filter = job->weights + choice.filter * PLANE_PHASES * 4;
    NAME(locate)(level, u, v, &places);
    NAME(sample)(level, filter, &places, fine);
    if (choice.mix > 0) {
        NAME(locate)(level + 1, u, v, &places);
        NAME(sample)(level + 1, job->weights, &places, coarse);
    }
    int32_t indices[TILE * 4];
    float fine_share = (256 - choice.mix) / (256.0f * PLANE_WEIGHT_SUM);
    float coarse_share = choice.mix / (256.0f * PLANE_WEIGHT_SUM);
    for (int i = 0; i < TILE * 4; i++) {
        float value = (float)fine[i] * fine_share;
        if (choice.mix > 0) { value = value + (float)coarse[i] * coarse_share; }
        value = value > 0 ? value : 0;
        value = value < PLANE_WHITE ? value : PLANE_WHITE;
        indices[i] = (int32_t)(value + 0.5f);
    }
    for (int i = 0; i < TILE * 4; i += 4) {
        codes[i] = job->codes[indices[i]];
        codes[i + 1] = job->codes[indices[i + 1]];
        codes[i + 2] = job->codes[indices[i + 2]];
        codes[i + 3] = 255 * 256;
    }
}

TARGET static inline void NAME(rgba_tile)(const plane_job *job, int32_t left, int32_t row) {
    uint16_t codes[TILE * 4], thresholds[32];
    uint8_t bytes[TILE * 4];
    NAME(tile)(job, left, row, codes);
    for (int i = 0; i < 32; i++) { thresholds[i] = dither[row & 7][i / 4]; }
    for (int i = 0; i < TILE * 4; i += 32) {
        for (int k = 0; k < 32; k++) {
            bytes[i + k] = (uint8_t)((uint16_t)(codes[i + k] + thresholds[k]) >> 8);
        }
    }
    int32_t count = job->width - left < TILE ? job->width - left : TILE;
    __builtin_memcpy(job->plane0 + row * job->stride0 + left * 4, bytes, (size_t)count * 4);
}

// Goes down a column of tiles before it goes to the next, because a rolled frame
// reads many rows of the source along one of its own.
TARGET static void NAME(rgba)(const plane_job *job, int32_t first_row, int32_t end_row) {
    for (int32_t top = first_row; top < end_row; top += BLOCK) {
        int32_t bottom = top + BLOCK < end_row ? top + BLOCK : end_row;
        for (int32_t left = 0; left < job->width; left += TILE) {
            for (int32_t row = top; row < bottom; row++) { NAME(rgba_tile)(job, left, row); }
        }
    }
}

// Writes the luma of a tile: BT.709, 16 to 235.
TARGET static inline void NAME(luma)(
    const uint16_t *codes, int32_t count, const uint8_t *thresholds, uint8_t *out
) {
    for (int32_t i = 0; i < count; i++) {
        uint32_t y = codes[i * 4] * 11966u + codes[i * 4 + 1] * 40254u + codes[i * 4 + 2] * 4064u;
        out[i] = (uint8_t)((((y + 32768) >> 16) + 16 * 256 + thresholds[i & 7]) >> 8);
    }
}

// Writes the chroma of two rows of a tile: BT.709, 16 to 240, sited left, so each
// is centred on the pixel of even column. `above` and `below` start one pixel
// before the tile.
TARGET static inline void NAME(chroma)(
    const uint16_t *above, const uint16_t *below, int32_t count, const uint8_t *thresholds,
    uint8_t *blue, uint8_t *red
) {
    for (int32_t i = 0; i < count; i++) {
        const uint16_t *a = above + i * 8, *b = below + i * 8;
        int32_t sum[3];
        for (int c = 0; c < 3; c++) {
            sum[c] = a[c] + 2 * a[4 + c] + a[8 + c] + b[c] + 2 * b[4 + c] + b[8 + c];
        }
        int32_t cb = -412 * sum[0] - 1387 * sum[1] + 1799 * sum[2];
        int32_t cr = 1799 * sum[0] - 1634 * sum[1] - 165 * sum[2];
        int32_t threshold = thresholds[i & 7];
        blue[i] = (uint8_t)((((cb + 16384) >> 15) + 128 * 256 + threshold) >> 8);
        red[i] = (uint8_t)((((cr + 16384) >> 15) + 128 * 256 + threshold) >> 8);
    }
}

// Renders two rows of a tile. `before` holds the last pixels of the tile to the
// left, one a row, and is left holding this one's.
TARGET static inline void NAME(yuv_tile)(
    const plane_job *job, int32_t left, int32_t row, uint16_t (*before)[4]
) {
    // A pixel before the tile, the tile, and one after it for a frame of odd width.
    uint16_t above[(TILE + 2) * 4], below[(TILE + 2) * 4];
    const size_t pixel = 4 * sizeof(uint16_t);
    int32_t second = row + 1 < job->height ? row + 1 : row;
    int32_t count = job->width - left < TILE ? job->width - left : TILE;
    NAME(tile)(job, left, row, above + 4);
    NAME(tile)(job, left, second, below + 4);
    __builtin_memcpy(above, left ? before[0] : above + 4, pixel);
    __builtin_memcpy(below, left ? before[1] : below + 4, pixel);
    __builtin_memcpy(before[0], above + TILE * 4, pixel);
    __builtin_memcpy(before[1], below + TILE * 4, pixel);
    if (count % 2) {
        __builtin_memcpy(above + (count + 1) * 4, above + count * 4, pixel);
        __builtin_memcpy(below + (count + 1) * 4, below + count * 4, pixel);
    }
    NAME(luma)(above + 4, count, dither[row & 7], job->plane0 + row * job->stride0 + left);
    if (second > row) {
        uint8_t *line = job->plane0 + second * job->stride0 + left;
        NAME(luma)(below + 4, count, dither[second & 7], line);
    }
    uint8_t *blue = job->plane1 + row / 2 * job->stride1 + left / 2;
    uint8_t *red = job->plane2 + row / 2 * job->stride2 + left / 2;
    NAME(chroma)(above, below, (count + 1) / 2, dither[(row / 2) & 7], blue, red);
}

TARGET static void NAME(yuv)(const plane_job *job, int32_t first_row, int32_t end_row) {
    for (int32_t top = first_row; top < end_row; top += BLOCK) {
        int32_t bottom = top + BLOCK < end_row ? top + BLOCK : end_row;
        uint16_t before[BLOCK][4];
        for (int32_t left = 0; left < job->width; left += TILE) {
            for (int32_t row = top; row < bottom; row += 2) {
                NAME(yuv_tile)(job, left, row, before + (row - top));
            }
        }
    }
}
