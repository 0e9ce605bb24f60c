/* The functions of libcurl that the program calls. */
#include "stub.h"

    LATE curl_easy_cleanup, curl
    LATE curl_easy_getinfo, curl
    LATE curl_easy_init, curl
    LATE curl_easy_setopt, curl
    LATE curl_global_init, curl
    LATE curl_multi_add_handle, curl
    LATE curl_multi_cleanup, curl
    LATE curl_multi_info_read, curl
    LATE curl_multi_init, curl
    LATE curl_multi_perform, curl
    LATE curl_multi_poll, curl
    LATE curl_multi_remove_handle, curl
    LATE curl_multi_wakeup, curl
    LATE curl_slist_append, curl
    LATE curl_slist_free_all, curl

    .section .note.GNU-stack, "", %progbits
