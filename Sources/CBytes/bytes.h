#pragma once
#include <stdbool.h>
#include <stdint.h>

// 64 bytes of a text looked at together. Swift has such vectors, but can't make a number of the outcome of a
// comparison; clang makes it what the processor has for that: SSE2, AVX2 where there is one, or NEON.

typedef uint8_t kb_sixteen __attribute__((ext_vector_type(16)));
typedef uint8_t kb_thirtytwo __attribute__((ext_vector_type(32)));
typedef uint8_t kb_sixtyfour __attribute__((ext_vector_type(64)));
typedef bool kb_16_flags __attribute__((ext_vector_type(16)));
typedef bool kb_32_flags __attribute__((ext_vector_type(32)));
typedef bool kb_64_flags __attribute__((ext_vector_type(64)));

#define KB_BITS(size, flags) \
  __builtin_bit_cast(uint##size##_t, __builtin_convertvector(flags, kb_##size##_flags))

#define KB_ALIKE static inline __attribute__((always_inline))

KB_ALIKE uint64_t kb_ends_alike(const uint8_t *start, uint8_t delimiter, bool *has_others) {
  kb_sixtyfour here;
  __builtin_memcpy(&here, start, sizeof here);
  *has_others = KB_BITS(64, (here >= 0xC0) & ((kb_sixtyfour)(here - 0xE4) > 5)) != 0;
  return KB_BITS(64, (here == delimiter) | (here == '"') | (here < 0x20) | (here == 0x7F));
}

KB_ALIKE bool kb_are_clear_alike(const uint8_t *start) {
  kb_thirtytwo unclear = 0;
  for (int place = 0; place < 64; place += 32) {
    kb_thirtytwo here, one, two, three;
    __builtin_memcpy(&here, start + place, sizeof here);
    __builtin_memcpy(&one, start + place - 1, sizeof one);
    __builtin_memcpy(&two, start + place - 2, sizeof two);
    __builtin_memcpy(&three, start + place - 3, sizeof three);
    // By the highest bit: whether a byte has to follow those before, and whether it does.
    kb_thirtytwo wanted = __builtin_elementwise_sub_sat(one, (kb_thirtytwo)0x40)
        | __builtin_elementwise_sub_sat(two, (kb_thirtytwo)0x60)
        | __builtin_elementwise_sub_sat(three, (kb_thirtytwo)0x70);
    kb_thirtytwo follows = here & ~(here + here);
    unclear |= (wanted ^ follows)
        | (kb_thirtytwo)(((here & 0xFE) == 0xC0) | (here == 0xE0) | (here == 0xED)
            | (here > 0xF0) | ((one == 0xF0) & (here < 0x90)));
  }
  return KB_BITS(32, unclear >= 0x80) == 0;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static uint64_t kb_ends_avx2(
    const uint8_t *start, uint8_t delimiter, bool *has_others) {
  return kb_ends_alike(start, delimiter, has_others);
}

__attribute__((target("avx2"))) static bool kb_are_clear_avx2(const uint8_t *start) {
  return kb_are_clear_alike(start);
}
#endif

/// Where a cell ends, or may have to: at a delimiter, a quote or a control character; a bit for each byte.
///
/// `has_others`: whether a character starts that is not ASCII and no ideograph of U+4000 through U+9FFF.
static inline uint64_t kb_ends(const uint8_t *start, uint8_t delimiter, bool *has_others) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return kb_ends_avx2(start, delimiter, has_others);
#endif
  return kb_ends_alike(start, delimiter, has_others);
}

/// Whether it is clear that 64 bytes of a text are valid UTF-8: ASCII and usual characters of up to four
/// bytes, none of which starts with a byte, but for F0, that not every one may follow.
///
/// `start`: three bytes before it are valid so far and can be read.
static inline bool kb_are_clear(const uint8_t *start) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return kb_are_clear_avx2(start);
#endif
  return kb_are_clear_alike(start);
}

/// Whether 24 bytes are hexadecimal digits in lower case.
static inline bool kb_are_hexadecimal(const uint8_t *start) {
  kb_sixteen first, last;
  __builtin_memcpy(&first, start, sizeof first);
  __builtin_memcpy(&last, start + 8, sizeof last);
  return KB_BITS(16, (((kb_sixteen)(first - '0') < 10) | ((kb_sixteen)(first - 'a') < 6))
      & (((kb_sixteen)(last - '0') < 10) | ((kb_sixteen)(last - 'a') < 6))) == 0xFFFF;
}
