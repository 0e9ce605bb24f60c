// The body of the kernel for pictures whose light another kernel has worked
// out, compiled once for each instruction set, as plane_finish.h is.

TARGET static void NAME(show_tile)(const plane_picture *picture, finish_tile *tile) {
    for (int at = 0; at < LANES; at++) {
        // Rows beyond the last repeat it.
        int32_t row = tile->top + (at < tile->rows ? at : tile->rows - 1);
        const uint16_t *light = picture->light + (row * picture->stride + tile->left) * 4;
        for (int32_t x = 0; x < tile->count; x++) {
            for (int c = 0; c < 3; c++) {
                uint16_t value = light[x * 4 + c];
                tile->columns[c][1 + x][at] = value < PLANE_WHITE ? value : PLANE_WHITE;
            }
        }
    }
    NAME(encode)(&picture->frame, tile);
    NAME(finish)(&picture->frame, tile);
}

TARGET static void NAME(show)(const plane_picture *picture, int32_t first_row, int32_t end_row) {
    finish_tile tile;
    for (int32_t top = first_row; top < end_row; top += LANES) {
        tile.top = top;
        tile.rows = end_row - top < LANES ? end_row - top : LANES;
        for (int32_t left = 0; left < picture->frame.width; left += FINISH_WIDTH) {
            int32_t rest = picture->frame.width - left;
            tile.left = left;
            tile.count = rest < FINISH_WIDTH ? rest : FINISH_WIDTH;
            NAME(show_tile)(picture, &tile);
        }
    }
}
