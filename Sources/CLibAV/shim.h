/* Swift cannot import function-like and composite macros (AVERROR, AV_NOPTS_VALUE),
   nor index the fixed arrays of a frame, which are tuples to it. The libraries
   are loaded when they are first used, by CLateBinding; libavfilter, with sixty
   more behind it, only when filters are. */
#ifndef CLIBAV_SHIM_H
#define CLIBAV_SHIM_H

#include <dlfcn.h>
#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/log.h>
#include <libavutil/motion_vector.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

static const int clibav_error_eof = AVERROR_EOF;
static const int clibav_error_again = AVERROR(EAGAIN);
static const int clibav_error_invalid_data = AVERROR_INVALIDDATA;
static const int clibav_error_no_decoder = AVERROR_DECODER_NOT_FOUND;
static const int clibav_error_no_encoder = AVERROR_ENCODER_NOT_FOUND;
static const int clibav_error_no_muxer = AVERROR_MUXER_NOT_FOUND;
static const int clibav_error_patch_welcome = AVERROR_PATCHWELCOME;
static const int64_t clibav_no_pts = AV_NOPTS_VALUE;

static inline int clibav_error(int posix) { return AVERROR(posix); }

/* Opens an encoder that leaves every thread its place. SVT-AV1, opened by root, moves the
   calling thread and each of its own to SCHED_FIFO 99, ahead of all else on the machine, and
   has no setting against it; so the thread goes without the right to ask for that meanwhile.
   Capabilities are a thread's own, and its new threads inherit what it has then. */
static inline int clibav_open_encoder(AVCodecContext *context, const AVCodec *codec) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct own[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}, {0, 0, 0}};
    int is_able = syscall(SYS_capget, &header, own) == 0
                  && (own[0].effective & CAP_TO_MASK(CAP_SYS_NICE)) != 0;
    if (is_able) {
        own[0].effective &= ~CAP_TO_MASK(CAP_SYS_NICE);
        is_able = syscall(SYS_capset, &header, own) == 0;
    }
    int answer = avcodec_open2(context, codec, NULL);
    if (is_able) {
        own[0].effective |= CAP_TO_MASK(CAP_SYS_NICE);
        (void)syscall(SYS_capset, &header, own);
    }
    return answer;
}

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

/* The planes of a frame, one after the other without padding. */
static inline int clibav_pack(uint8_t *out, int count, const AVFrame *frame) {
    return av_image_copy_to_buffer(
        out, count, (const uint8_t *const *)frame->data, frame->linesize, frame->format,
        frame->width, frame->height, 1
    );
}

static inline int clibav_unpack(AVFrame *frame, const uint8_t *bytes) {
    uint8_t *planes[4];
    int strides[4];
    int code = av_image_fill_arrays(
        planes, strides, bytes, frame->format, frame->width, frame->height, 1
    );
    if (code < 0) return code;
    if ((code = av_frame_make_writable(frame)) < 0) return code;
    av_image_copy(
        frame->data, frame->linesize, (const uint8_t **)planes, strides, frame->format,
        frame->width, frame->height
    );
    return 0;
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

/* The stereo layout is a compound literal. */
static inline void clibav_default_layout(AVChannelLayout *layout, int channels) {
    av_channel_layout_default(layout, channels);
}

/* libavfilter's functions, by their own types. */
typedef struct {
    __typeof__(&avfilter_get_by_name) find;
    __typeof__(&avfilter_graph_alloc) make;
    __typeof__(&avfilter_graph_free) drop;
    __typeof__(&avfilter_graph_alloc_filter) add;
    __typeof__(&avfilter_init_dict) start;
    __typeof__(&avfilter_link) link;
    __typeof__(&avfilter_graph_config) configure;
    __typeof__(&av_buffersrc_add_frame_flags) send;
    __typeof__(&av_buffersrc_get_nb_failed_requests) wants;
    __typeof__(&av_buffersink_get_frame) receive;
    __typeof__(&av_buffersink_set_frame_size) set_frame_size;
} clibav_filters;

/* Fills the table; 0 when this machine has no libavfilter of this release. */
static inline int clibav_open_filters(clibav_filters *out) {
    void *library = dlopen("libavfilter.so." AV_STRINGIFY(LIBAVFILTER_VERSION_MAJOR), RTLD_NOW);
    if (!library) return 0;
    struct { const char *name; void **place; } wanted[] = {
        {"avfilter_get_by_name", (void **)&out->find},
        {"avfilter_graph_alloc", (void **)&out->make},
        {"avfilter_graph_free", (void **)&out->drop},
        {"avfilter_graph_alloc_filter", (void **)&out->add},
        {"avfilter_init_dict", (void **)&out->start},
        {"avfilter_link", (void **)&out->link},
        {"avfilter_graph_config", (void **)&out->configure},
        {"av_buffersrc_add_frame_flags", (void **)&out->send},
        {"av_buffersrc_get_nb_failed_requests", (void **)&out->wants},
        {"av_buffersink_get_frame", (void **)&out->receive},
        {"av_buffersink_set_frame_size", (void **)&out->set_frame_size},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        *wanted[i].place = dlsym(library, wanted[i].name);
        if (!*wanted[i].place) return 0;
    }
    return 1;
}

#endif
