#include "buffer.h"

#include <stdlib.h>
#include <string.h>

int cpicture_reserve(cpicture_buffer *buffer, size_t more) {
    if (buffer->failed) return 0;
    size_t needed = buffer->count + more;
    if (needed <= buffer->capacity) return 1;
    size_t capacity = buffer->capacity ? buffer->capacity : 4096;
    while (capacity < needed) capacity *= 2;
    uint8_t *bytes = realloc(buffer->bytes, capacity);
    if (!bytes) {
        buffer->failed = 1;
        return 0;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return 1;
}

void cpicture_buffer_free(cpicture_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (cpicture_buffer){0};
}

void cpicture_append(cpicture_buffer *buffer, const uint8_t *bytes, size_t count) {
    if (count == 0 || !cpicture_reserve(buffer, count)) return;
    memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
}

void cpicture_base64(cpicture_buffer *out, const uint8_t *bytes, size_t count) {
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (!cpicture_reserve(out, (count + 2) / 3 * 4)) return;
    uint8_t *at = out->bytes + out->count;
    size_t i = 0;
    for (; i + 3 <= count; i += 3, at += 4) {
        uint32_t group = (uint32_t)bytes[i] << 16 | (uint32_t)bytes[i + 1] << 8 | bytes[i + 2];
        at[0] = (uint8_t)digits[group >> 18];
        at[1] = (uint8_t)digits[group >> 12 & 63];
        at[2] = (uint8_t)digits[group >> 6 & 63];
        at[3] = (uint8_t)digits[group & 63];
    }
    if (i < count) {
        int isPair = i + 1 < count;
        uint32_t group = (uint32_t)bytes[i] << 16 | (isPair ? (uint32_t)bytes[i + 1] << 8 : 0);
        *at++ = (uint8_t)digits[group >> 18];
        *at++ = (uint8_t)digits[group >> 12 & 63];
        *at++ = isPair ? (uint8_t)digits[group >> 6 & 63] : '=';
        *at++ = '=';
    }
    out->count = (size_t)(at - out->bytes);
}
