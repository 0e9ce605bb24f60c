/* Swift cannot import function-like and composite macros (AVERROR, AV_NOPTS_VALUE),
   nor index the fixed arrays of a frame, which are tuples to it. */
#ifndef CLIBAV_SHIM_H
#define CLIBAV_SHIM_H

#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/log.h>
#include <libavutil/motion_vector.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>

static const int clibav_error_eof = AVERROR_EOF;
static const int clibav_error_again = AVERROR(EAGAIN);
static const int clibav_error_invalid_data = AVERROR_INVALIDDATA;
static const int clibav_error_no_decoder = AVERROR_DECODER_NOT_FOUND;
static const int clibav_error_no_encoder = AVERROR_ENCODER_NOT_FOUND;
static const int clibav_error_no_muxer = AVERROR_MUXER_NOT_FOUND;
static const int clibav_error_patch_welcome = AVERROR_PATCHWELCOME;
static const int64_t clibav_no_pts = AV_NOPTS_VALUE;

static inline int clibav_error(int posix) { return AVERROR(posix); }

static inline uint8_t *clibav_plane(const AVFrame *frame, int index) { return frame->data[index]; }

static inline int clibav_stride(const AVFrame *frame, int index) { return frame->linesize[index]; }

/* Reads one component of a row as 32 bit numbers; the planes of a frame are a fixed
   array. */
static inline void clibav_read_line(
    void *out, const AVFrame *frame, const AVPixFmtDescriptor *facts, int row, int component,
    int width, int is_palette
) {
    av_read_image_line2(
        out, (const uint8_t **)frame->data, frame->linesize, facts, 0, row, component, width,
        is_palette, 4
    );
}

static inline int clibav_set_option(void *object, const char *key, const char *value) {
    return av_opt_set(object, key, value, AV_OPT_SEARCH_CHILDREN);
}

/* The options of every stream are one array of dictionaries, which libav fills
   with what it did not know; Swift would have to build and free it. */
static inline int clibav_find_stream_info(AVFormatContext *context, const char *max_pixels) {
    unsigned count = context->nb_streams;
    AVDictionary **options = count ? av_calloc(count, sizeof *options) : NULL;
    if (count && !options) return AVERROR(ENOMEM);
    for (unsigned i = 0; i < count; i++) av_dict_set(&options[i], "max_pixels", max_pixels, 0);
    int code = avformat_find_stream_info(context, options);
    for (unsigned i = 0; i < count; i++) av_dict_free(&options[i]);
    av_free(options);
    return code;
}

#endif
