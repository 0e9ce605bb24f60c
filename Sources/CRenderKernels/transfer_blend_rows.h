// The body of the blend between two pictures, compiled once for each instruction set: TARGET is
// the attribute that names it, NAME the suffix of its functions. All arithmetic is of whole
// numbers, so that every instruction set gives the same bits.

// Reads a tile moved by 16ths of a pixel, as 64ths of a level.
TARGET ALWAYS void NAME(read)(
    const plane *p, int32_t cell, int32_t step, int32_t x, int32_t y, int32_t dx, int32_t dy,
    int16_t *out
) {
    uint8_t scratch[ROWS * LOAD * 4];
    int16_t across[ROWS * TRANSFER_CELL * 4 + 16];
    const int32_t count = cell * step, rows = cell + TAPS - 1;
    x += (dx >> 4) - 2;
    y += (dy >> 4) - 2;
    const uint8_t *from = p->pixels + y * p->stride + x * step;
    ptrdiff_t stride = p->stride;
    if (x < 0 || y < 0 || x + LOAD > p->width || y + rows > p->height) {
        gather(p, x, y, LOAD, rows, scratch);
        from = scratch;
        stride = LOAD * step;
    }
    for (int32_t r = 0; r < rows; r++, from += stride) {
        NAME(filter_across)(from, step, filters[dx & 15], count, across + r * count);
    }
    // Each row may write a little of the next, which then follows.
    for (int32_t r = 0; r < cell; r++) {
        NAME(filter_down)(across + r * count, filters[dy & 15], count, out + r * count);
    }
}

// Reads a tile from both pictures and mixes the two, in levels.
TARGET ALWAYS void NAME(mix)(
    const transfer_blend *b, int32_t cell, int32_t step, int32_t x, int32_t y, transfer_choice c,
    int16_t *out
) {
    int16_t before[TILE + 16], after[TILE + 16];
    const plane earlier = {b->earlier, b->earlier_stride, b->width, b->height, step};
    const plane later = {b->later, b->later_stride, b->width, b->height, step};
    const double back = -b->time * cell / TRANSFER_CELL, on = (1 - b->time) * cell / TRANSFER_CELL;
    NAME(read)(
        &earlier, cell, step, x, y, (int32_t)__builtin_lrint(c.x * back),
        (int32_t)__builtin_lrint(c.y * back), before
    );
    NAME(read)(
        &later, cell, step, x, y, (int32_t)__builtin_lrint(c.x * on),
        (int32_t)__builtin_lrint(c.y * on), after
    );
    // A whole share is one 32768th more than a number of 16 bits holds.
    int16_t first = (int16_t)(c.earlier == 256 ? 32767 : c.earlier << 7);
    int16_t second = (int16_t)(c.later == 256 ? 32767 : c.later << 7);
    for (int32_t i = 0; i < cell * cell * step; i++) {
        int16_t value = (int16_t)(part(before[i], first) + part(after[i], second) + 32) >> 6;
        value = value < 0 ? 0 : value;
        out[i] = value > 255 ? 255 : value;
    }
}

// Adds what one of the four cells around a tile has to say, by its window.
TARGET ALWAYS void NAME(add)(
    const int16_t *values, int32_t cell, int32_t step, int32_t is_right, int32_t is_lower,
    uint16_t *sums
) {
    const uint8_t *window = windows[cell / 8];
    for (int32_t r = 0; r < cell; r++) {
        uint16_t tall = window[is_lower ? r : cell + r];
        for (int32_t i = 0; i < cell * step; i++) {
            uint16_t weight = (uint16_t)(tall * window[is_right ? i / step : cell + i / step]);
            int32_t k = r * cell * step + i;
            sums[k] = (uint16_t)(sums[k] + (uint16_t)values[k] * weight);
        }
    }
}

// Writes what lies inside of a tile.
TARGET ALWAYS void NAME(store)(
    const transfer_blend *b, int32_t cell, int32_t step, int32_t x, int32_t y, const int16_t *values
) {
    int32_t left = x < 0 ? -x : 0, right = x + cell < b->width ? cell : b->width - x;
    for (int32_t r = 0; r < cell; r++) {
        if (y + r < 0 || y + r >= b->height) { continue; }
        uint8_t *out = b->result + (y + r) * b->result_stride + x * step;
        const int16_t *in = values + r * cell * step;
        for (int32_t i = left * step; i < right * step; i++) { out[i] = (uint8_t)in[i]; }
    }
}

TARGET ALWAYS void NAME(tile)(
    const transfer_blend *b, int32_t cell, int32_t step, int32_t column, int32_t row
) {
    const int32_t x = column * cell - cell / 2, y = row * cell - cell / 2;
    transfer_choice around[4], mean;
    int16_t values[TILE + 16];
    find_around(b, column, row, around);
    if (is_alike(around, &mean)) {
        NAME(mix)(b, cell, step, x, y, mean, values);
    } else {
        uint16_t sums[TILE] = {0};
        for (int32_t k = 0; k < 4; k++) {
            NAME(mix)(b, cell, step, x, y, around[k], values);
            NAME(add)(values, cell, step, k & 1, k >> 1, sums);
        }
        for (int32_t i = 0; i < cell * cell * step; i++) {
            values[i] = (int16_t)((uint16_t)(sums[i] + 128) >> 8);
        }
    }
    NAME(store)(b, cell, step, x, y, values);
}

TARGET static void NAME(tiles)(const transfer_blend *b, int32_t row) {
    for (int32_t column = 0; column <= b->columns; column++) {
        if (b->step == 4) {
            NAME(tile)(b, 8, 4, column, row);
        } else if (b->cell == 8) {
            NAME(tile)(b, 8, 1, column, row);
        } else {
            NAME(tile)(b, 4, 1, column, row);
        }
    }
}
