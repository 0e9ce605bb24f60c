#include "binding.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include <libavcodec/version_major.h>
#include <libavformat/version_major.h>
#include <libavutil/log.h>
#include <libavutil/macros.h>
#include <libavutil/version.h>
#include <libswscale/version_major.h>

#define HIDDEN __attribute__((visibility("hidden")))
#define RELEASE(name, major) name ".so." AV_STRINGIFY(major)

/* What libav has to say would be written over the screen; what matters is in
   the codes that its functions return. */
static void silence(void *handle) {
    __typeof__(&av_log_set_level) set = (__typeof__(set))dlsym(handle, "av_log_set_level");
    if (set) set(AV_LOG_QUIET);
}

HIDDEN struct late_library late_avutil = {
    RELEASE("libavutil", LIBAVUTIL_VERSION_MAJOR), 0, silence
};
HIDDEN struct late_library late_avcodec = {
    RELEASE("libavcodec", LIBAVCODEC_VERSION_MAJOR), 0, silence
};
HIDDEN struct late_library late_avformat = {
    RELEASE("libavformat", LIBAVFORMAT_VERSION_MAJOR), 0, silence
};
HIDDEN struct late_library late_swscale = {
    RELEASE("libswscale", LIBSWSCALE_VERSION_MAJOR), 0, silence
};
/* Its major has been this since 2006. */
HIDDEN struct late_library late_curl = {"libcurl.so.4", 0, 0};

/* Two threads may both come here first; the loader hands both the same library. */
static void *load(struct late_library *library) {
    void *handle = atomic_load(&library->handle);
    if (handle) return handle;
    handle = dlopen(library->file, RTLD_LAZY);
    if (!handle) return 0;
    if (library->begin) library->begin(handle);
    atomic_store(&library->handle, handle);
    return handle;
}

void *late_find(struct late_function *function) {
    void *handle = load(function->library);
    void *address = handle ? dlsym(handle, function->name) : 0;
    if (!address) {
        fprintf(
            stderr, "kinema: %s is needed here and is missing or of another release; install it.\n",
            function->library->file
        );
        abort();
    }
    atomic_store(&function->address, address);
    return address;
}
