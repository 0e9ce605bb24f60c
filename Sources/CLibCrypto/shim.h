#ifndef CLIBCRYPTO_SHIM_H
#define CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/hmac.h>

/* EVP_DigestInit is a macro in some versions, and HMAC takes an int for a length. */
static inline EVP_MD_CTX *clibcrypto_begin_sha256(void) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1) return context;
    EVP_MD_CTX_free(context);
    return NULL;
}
static inline int clibcrypto_hmac_sha256(const void *key, size_t key_length, const unsigned char *data,
                                         size_t length, unsigned char out[32]) {
    unsigned int count = 32;
    return HMAC(EVP_sha256(), key, (int)key_length, data, length, out, &count) != NULL && count == 32;
}

#endif
