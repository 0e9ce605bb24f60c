// The choice of what moves through each cell of a picture between two; included where the search
// is, once for each instruction set.

TARGET static inline const transfer_vector *NAME(at)(
    const transfer_between *b, const transfer_vector *field, int32_t x, int32_t y
) {
    int32_t column = clamp(x >= 0 ? x / CELL : 0, 0, b->columns - 1);
    int32_t row = clamp(y >= 0 ? y / CELL : 0, 0, b->rows - 1);
    return field + row * b->columns + column;
}

// What is known while one cell's vector is chosen.
typedef struct NAME(pick) {
    const transfer_between *between;
    // The centre of the cell.
    int32_t x, y;
    transfer_vector best;
    int32_t best_cost, earlier_off, later_off;
} NAME(pick);

static inline int32_t NAME(apart)(transfer_vector a, int32_t x, int32_t y) {
    int32_t dx = abs(a.x - x), dy = abs(a.y - y);
    return dx > dy ? dx + dy / 2 : dy + dx / 2;
}

// Weighs a vector by how alike the two blocks on its way are, and by how far each picture's own
// field agrees that it leads from one to the other.
TARGET static inline void NAME(weigh)(NAME(pick) *pick, transfer_vector v) {
    const transfer_between *b = pick->between;
    if (v.x == pick->best.x && v.y == pick->best.y && pick->best_cost < INT32_MAX) { return; }
    double time = b->time;
    whole back = {(int32_t)__builtin_lrint(v.x * time / STEPS), (int32_t)__builtin_lrint(v.y * time / STEPS)};
    whole on = {
        (int32_t)__builtin_lrint(v.x * (1 - time) / STEPS),
        (int32_t)__builtin_lrint(v.y * (1 - time) / STEPS),
    };
    int32_t left = pick->x - CELL, top = pick->y - CELL;
    whole from = inside(b->earlier, left, top, (whole){-back.x, -back.y});
    whole to = inside(b->later, left, top, on);
    const uint8_t *a = b->earlier->pixels + (top + from.y) * b->earlier->stride + left + from.x;
    const uint8_t *c = b->later->pixels + (top + to.y) * b->later->stride + left + to.x;
    int32_t cost = NAME(difference)(a, b->earlier->stride, c, b->later->stride);
    const transfer_vector *there = NAME(at)(b, b->forward, pick->x + from.x, pick->y + from.y);
    const transfer_vector *then = NAME(at)(b, b->backward, pick->x + to.x, pick->y + to.y);
    int32_t earlier_off = NAME(apart)(*there, v.x, v.y), later_off = NAME(apart)(*then, -v.x, -v.y);
    // An eighth of a pixel is nothing; four pixels are as bad as any.
    cost += (earlier_off < 64 ? earlier_off : 64) * 4 + (later_off < 64 ? later_off : 64) * 4;
    if (cost < pick->best_cost) {
        pick->best_cost = cost;
        pick->best = v;
        pick->earlier_off = earlier_off;
        pick->later_off = later_off;
    }
}

TARGET static inline void NAME(weigh_near)(NAME(pick) *pick, int32_t dx, int32_t dy) {
    const transfer_between *b = pick->between;
    transfer_vector v = *NAME(at)(b, b->forward, pick->x + dx, pick->y + dy);
    NAME(weigh)(pick, v);
    // What passes here now was a little way off before.
    int32_t x = pick->x + dx - (int32_t)(v.x * b->time / STEPS);
    int32_t y = pick->y + dy - (int32_t)(v.y * b->time / STEPS);
    NAME(weigh)(pick, *NAME(at)(b, b->forward, x, y));
    v = *NAME(at)(b, b->backward, pick->x + dx, pick->y + dy);
    x = pick->x + dx - (int32_t)(v.x * (1 - b->time) / STEPS);
    y = pick->y + dy - (int32_t)(v.y * (1 - b->time) / STEPS);
    v = *NAME(at)(b, b->backward, x, y);
    v.x = (int16_t)-v.x;
    v.y = (int16_t)-v.y;
    NAME(weigh)(pick, v);
}

// A picture counts by its nearness in time, and the less the more its own field disagrees.
static inline transfer_choice NAME(settle)(const NAME(pick) *pick, double time) {
    double off = pick->earlier_off / (double)STEPS, later_off = pick->later_off / (double)STEPS;
    // Where both disagree neither is to be trusted more.
    double earlier = (1 - time) / (1 + off * off), later = time / (1 + later_off * later_off);
    int32_t share = (int32_t)__builtin_lrint(256 * later / (earlier + later));
    return (transfer_choice){pick->best.x, pick->best.y, (int16_t)(256 - share), (int16_t)share};
}

TARGET static void NAME(choose)(const transfer_between *b, int32_t first_row, int32_t end_row) {
    for (int32_t row = first_row; row < end_row; row++) {
        for (int32_t column = 0; column < b->columns; column++) {
            NAME(pick) pick = {
                b, column * CELL + CELL / 2, row * CELL + CELL / 2, {0}, INT32_MAX, 0, 0};
            NAME(weigh_near)(&pick, 0, 0);
            // Both pictures agree, which what is hidden in one of them does not.
            if (pick.earlier_off <= 3 && pick.later_off <= 3) {
                b->choices[row * b->columns + column] = NAME(settle)(&pick, b->time);
                continue;
            }
            NAME(weigh_near)(&pick, -BLOCK, 0);
            NAME(weigh_near)(&pick, BLOCK, 0);
            NAME(weigh_near)(&pick, 0, -BLOCK);
            NAME(weigh_near)(&pick, 0, BLOCK);
            if (b->camera) { NAME(weigh)(&pick, camera_vector(b->camera, pick.x, pick.y)); }
            b->choices[row * b->columns + column] = NAME(settle)(&pick, b->time);
        }
    }
}
