#include <math.h>

#include "include/plane_frame.h"

enum { SIDE = PLANE_NOISE, COUNT = SIDE * SIDE };

// How crowded each place is by the points there are. Whole numbers, so that no
// two machines break a tie differently.
typedef struct crowd {
    int64_t at[COUNT];
    int32_t reach[SIDE][SIDE];
    uint8_t has[COUNT];
} crowd;

static void make_reach(crowd *crowd) {
    const double width = 1.5;
    for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
            int dx = x < SIDE - x ? x : SIDE - x, dy = y < SIDE - y ? y : SIDE - y;
            double reach = exp(-(dx * dx + dy * dy) / (2 * width * width));
            crowd->reach[y][x] = (int32_t)lround(reach * (1 << 24));
        }
    }
}

static void put(crowd *crowd, int place, int sign) {
    crowd->has[place] = sign > 0;
    int px = place % SIDE, py = place / SIDE;
    for (int y = 0; y < SIDE; y++) {
        const int32_t *row = crowd->reach[(y - py + SIDE) % SIDE];
        for (int x = 0; x < SIDE; x++) {
            crowd->at[y * SIDE + x] += sign * row[(x - px + SIDE) % SIDE];
        }
    }
}

// The most crowded of the points, or the least crowded of the other places.
static int find(const crowd *crowd, int point) {
    int best = -1;
    for (int i = 0; i < COUNT; i++) {
        if (crowd->has[i] != point) { continue; }
        if (best < 0 || (point ? crowd->at[i] > crowd->at[best] : crowd->at[i] < crowd->at[best])) {
            best = i;
        }
    }
    return best;
}

// A tenth of all places, each as far from the others as they can be.
static int scatter(crowd *crowd) {
    const int points = COUNT / 10;
    uint32_t state = 1;
    for (int n = 0; n < points;) {
        state = state * 1664525u + 1013904223u;
        int place = (int)(state >> 16) % COUNT;
        if (!crowd->has[place]) {
            put(crowd, place, 1);
            n++;
        }
    }
    for (;;) {
        int tight = find(crowd, 1);
        put(crowd, tight, -1);
        int free = find(crowd, 0);
        put(crowd, free, 1);
        if (free == tight) { return points; }
    }
}

void plane_fill_noise(uint8_t *noise) {
    static const int least = 13, most = 242;
    crowd first = {0};
    make_reach(&first);
    int points = scatter(&first);
    crowd second = first;
    int rank[COUNT];
    // The first points by taking away the most crowded, the others by filling
    // the largest void.
    for (int n = points - 1; n >= 0; n--) {
        int place = find(&first, 1);
        put(&first, place, -1);
        rank[place] = n;
    }
    for (int n = points; n < COUNT; n++) {
        int place = find(&second, 0);
        put(&second, place, 1);
        rank[place] = n;
    }
    for (int x = 0; x < SIDE; x++) {
        for (int y = 0; y < PLANE_NOISE_STRIDE; y++) {
            int place = x * SIDE + y % SIDE;
            noise[x * PLANE_NOISE_STRIDE + y] =
                (uint8_t)(least + rank[place] * (most - least + 1) / COUNT);
        }
    }
}
