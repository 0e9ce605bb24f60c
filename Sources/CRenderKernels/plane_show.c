#include "plane_codes.h"

#define ROWS "plane_show_rows.h"
#include "plane_sets.h"

void plane_show(const plane_picture *picture, int32_t first_row, int32_t end_row) {
#if defined(__x86_64__)
    if (!picture->portable && __builtin_cpu_supports("avx2")) {
        return show_avx2(picture, first_row, end_row);
    }
#endif
    show_portable(picture, first_row, end_row);
}

void plane_add_light(const uint16_t *restrict light, uint32_t *restrict sums, int64_t count) {
    for (int64_t i = 0; i < count; i++) { sums[i] += light[i]; }
}

void plane_mean_light(
    const uint32_t *restrict sums, int32_t moments, uint16_t *restrict light, int64_t count
) {
    const float share = 1.0f / (float)moments;
    for (int64_t i = 0; i < count; i++) { light[i] = (uint16_t)((float)sums[i] * share + 0.5f); }
}
