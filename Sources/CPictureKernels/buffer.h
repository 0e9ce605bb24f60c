#ifndef BUFFER_H
#define BUFFER_H

#include "CPictureKernels.h"

/* Makes room for `more` bytes; 0 when there is none. */
int cpicture_reserve(cpicture_buffer *buffer, size_t more);

/* These three need room made before. */
static inline void put_byte(cpicture_buffer *out, uint8_t byte) { out->bytes[out->count++] = byte; }

static inline void put_text(cpicture_buffer *out, const char *text) {
    while (*text) put_byte(out, (uint8_t)*text++);
}

/* Writes a number where there is room and returns the place behind it. A place of one's own is
 * much quicker than a buffer: the compiler must assume that any byte written is its count. */
static inline uint8_t *write_number(uint8_t *at, unsigned number) {
    if (number >= 10000) {
        unsigned scale = 10000;
        while (number / scale >= 10) scale *= 10;
        for (; scale >= 10000; scale /= 10) *at++ = (uint8_t)('0' + number / scale % 10);
    }
    if (number >= 1000) *at++ = (uint8_t)('0' + number / 1000 % 10);
    if (number >= 100) *at++ = (uint8_t)('0' + number / 100 % 10);
    if (number >= 10) *at++ = (uint8_t)('0' + number / 10 % 10);
    *at++ = (uint8_t)('0' + number % 10);
    return at;
}

static inline void put_number(cpicture_buffer *out, unsigned number) {
    out->count = (size_t)(write_number(out->bytes + out->count, number) - out->bytes);
}

#endif
