// Eight pixels where depth comes to an edge: a part of parallax_rows.h, compiled
// once for each instruction set like it.

// Eight pixels, each on its own.
typedef struct NAME(group) {
    NAME(rays) rays;
    // The seeds, and where the first of them led; where nothing was met `weight` is 0.
    floats first, second, d, weight;
    NAME(stack) stack;
    // The nearness that is shown.
    floats shown;
} NAME(group);

// The nearest surface. A seed that slid behind the second one gives way to it.
TARGET static inline void NAME(meet)(const parallax_job *job, NAME(group) *g) {
    const parallax_scene *scene = &job->scene;
    const floats gap = (float)scene->gap - (floats){0};
    g->d = NAME(solve)(scene, &g->rays, g->first, g->first > 0, &g->weight);
    ints slid = (g->second > 0) & ((g->d + gap < g->second) | (g->weight <= 0));
    if (NAME(bits)(slid)) {
        floats other, v = NAME(solve)(scene, &g->rays, g->second, slid, &other);
        ints better = slid & (other > 0) & ((v > g->d) | (g->weight <= 0));
        g->d = NAME(choose)(better, v, g->d);
        g->weight = NAME(choose)(better, other, g->weight);
    }
    NAME(places) places;
    float weights[8];
    __builtin_memcpy(weights, &g->weight, sizeof weights);
    NAME(place)(scene, &g->rays, g->d, &places);
    NAME(lay)(job, scene->near_light, &places, weights, NAME(bits)(g->weight > 0), &g->stack);
    g->shown = g->d;
}

// The surface behind it, where it lets something through.
TARGET static inline void NAME(meet_second)(
    const parallax_job *job, uint32_t open, NAME(group) *g
) {
    const parallax_scene *scene = &job->scene;
    const floats gap = (float)scene->gap - (floats){0};
    ints behind = (g->second > 0) & (g->second + gap < g->d);
    uint32_t lanes = open & NAME(bits)(behind);
    if (!lanes) { return; }
    floats weight, v = NAME(solve)(scene, &g->rays, g->second, behind, &weight);
    weight = NAME(choose)(v + gap < g->d, weight, (floats){0});
    NAME(places) places;
    float weights[8];
    __builtin_memcpy(weights, &weight, sizeof weights);
    NAME(place)(scene, &g->rays, v, &places);
    lanes &= NAME(bits)(weight > 0);
    NAME(lay)(job, scene->near_light, &places, weights, lanes, &g->stack);
}

// The far layer, where that lets something through too; it is looked for from the
// back where nothing was met.
TARGET static inline void NAME(meet_far)(const parallax_job *job, uint32_t open, NAME(group) *g) {
    const parallax_scene *scene = &job->scene;
    floats v = NAME(choose)(g->weight > 0, g->d, (floats){0});
    v = NAME(solve_far)(scene, &g->rays, v, open);
    NAME(places) places;
    ints is_far;
    for (int i = 0; i < 8; i++) {
        is_far[i] = open >> i & 1 && g->stack.light[i][3] < PLANE_WHITE / 2 ? -1 : 0;
    }
    g->shown = NAME(choose)(is_far, v, g->shown);
    NAME(place)(scene, &g->rays, v, &places);
    NAME(lay)(job, scene->far_light, &places, NULL, open, &g->stack);
}

TARGET static void NAME(solve_group)(
    const parallax_job *job, const NAME(rays) *rays, const uint32_t *cells, uint16_t *out,
    floats *shown
) {
    ints seeds = {
        (int)cells[0], (int)cells[0], (int)cells[1], (int)cells[1],
        (int)cells[2], (int)cells[2], (int)cells[3], (int)cells[3],
    };
    NAME(group) group = {.rays = *rays, .stack = {{{0}}}};
    group.first = __builtin_convertvector(seeds & 0xFFFF, floats);
    group.second = __builtin_convertvector((ints)((marks)seeds >> 16), floats);
    NAME(meet)(job, &group);
    uint32_t open = NAME(uncovered)(&group.stack);
    if (open) {
        NAME(meet_second)(job, open, &group);
        open = NAME(uncovered)(&group.stack);
    }
    if (open) { NAME(meet_far)(job, open, &group); }
    *shown = group.shown;
    for (int i = 0; i < 8; i++) {
        for (int c = 0; c < 4; c++) {
            float value = group.stack.light[i][c] + 0.5f;
            out[i * 4 + c] = (uint16_t)(value < PLANE_WHITE ? value : PLANE_WHITE);
        }
    }
}
