#pragma once
#include <zlib.h>

// Swift can't see macros that call with the size of a type.

/// Starts inflating deflated bytes without a header or check sum, as a ZIP keeps them.
static inline int kb_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

/// Starts deflating to such bytes.
static inline int kb_deflate_init_raw(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
}
