#pragma once
#include <stddef.h>

// SHA-256 (FIPS 180-4) from the system's own library. OpenSSL's plain functions, not its EVP ones: those
// read a configuration file and look for providers first, which every start would pay for.
#if defined(__APPLE__)
#include <CommonCrypto/CommonDigest.h>

static inline void kb_sha256(const void *bytes, size_t count, unsigned char *digest) {
  CC_SHA256_CTX context;
  CC_SHA256_Init(&context);
  CC_SHA256_Update(&context, bytes, (CC_LONG)count);
  CC_SHA256_Final(digest, &context);
}
#else
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

static inline void kb_sha256(const void *bytes, size_t count, unsigned char *digest) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes, count);
  SHA256_Final(digest, &context);
}
#endif
