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

static inline void put_number(cpicture_buffer *out, unsigned number) {
    uint8_t digits[10];
    int count = 0;
    do {
        digits[count++] = (uint8_t)('0' + number % 10);
        number /= 10;
    } while (number);
    while (count) put_byte(out, digits[--count]);
}

#endif
